/**
 * The chair publishes a decided round early. The request only stores that publication is due, and
 * who requested it. The calendar's function runs every minute and makes the bulletin as always.
 */
import * as contract from '../../shared/contract/routes/deliberation.ts';
import { roundView } from '../../shared/contract/views.ts';
import { err } from '../../shared/domain/kernel/result.ts';
import * as bulletin from '../../shared/domain/numbers/bulletin.ts';
import { answer, type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import type { CommitteeDeps } from './dependencies.ts';

export function publishRound({ members, rounds, clock }: CommitteeDeps): Endpoint {
  return endpoint(contract.publishRound, memberOf(members), async ({ path, member }) => {
    const round = await rounds.get(path.organization, path.round);
    if (!round) return err({ code: 'not-found', what: 'round' });
    const due = bulletin.publishRound(round, member.id, clock.now());
    if (!due.ok) return due;
    if (due.value !== round && !(await rounds.bringForward(round, member.id, due.value.schedule)))
      return err({ code: 'changed-meanwhile' });
    return answer(roundView(due.value));
  });
}
