/** The rounds of an organization and their states. */
import * as contract from '../../shared/contract/routes/organization.ts';
import { roundView } from '../../shared/contract/views.ts';
import { err } from '../../shared/domain/kernel/result.ts';
import { answer, type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import type { EmployeeDeps } from './dependencies.ts';

const DEFAULT_LIMIT = 24;

export function listRounds({ members, rounds }: EmployeeDeps): Endpoint {
  return endpoint(
    contract.listRounds,
    memberOf(members),
    async ({ path, query: { limit = DEFAULT_LIMIT, cursor } }) => {
      const page = await rounds.newestFirst(path.organization, {
        limit,
        ...(cursor !== undefined && { cursor }),
      });
      return answer({ ...page, items: page.items.map(roundView) });
    },
  );
}

export function getRound({ members, rounds }: EmployeeDeps): Endpoint {
  return endpoint(contract.getRound, memberOf(members), async ({ path }) => {
    const round = await rounds.get(path.organization, path.round);
    return round ? answer(roundView(round)) : err({ code: 'not-found', what: 'round' });
  });
}
