/** The rounds of an organization and their states. */
import * as contract from '../../shared/contract/routes/organization.ts';
import { roundView } from '../../shared/contract/views.ts';
import { answer, type Endpoint, forMembers } from '../../shared/http/endpoint.ts';
import type { EmployeeDeps } from './dependencies.ts';

const DEFAULT_LIMIT = 24;

export function listRounds({ members, rounds }: EmployeeDeps): Endpoint {
  return forMembers(
    contract.listRounds,
    members,
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
  return forMembers(contract.getRound, members, async ({ path }) => {
    const round = await rounds.get(path.organization, path.round);
    return round ? answer(roundView(round)) : { ok: false, refusal: { code: 'not-found', what: 'round' } };
  });
}
