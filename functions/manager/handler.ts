/** The manager's function: a round's numbers. It reads, and writes nothing. */
import { getStatistics } from '../../shared/contract/routes.ts';
import { statisticsView } from '../../shared/contract/views.ts';
import { statistics } from '../../shared/domain/statistics.ts';
import { api } from '../../shared/http/api.ts';
import { answer, type Endpoint, forMembers } from '../../shared/http/endpoint.ts';
import type { Log } from '../../shared/http/log.ts';
import type { Table } from '../../shared/store/client.ts';
import { memberRepository } from '../../shared/store/members.ts';
import { roundRepository } from '../../shared/store/rounds.ts';
import { statisticsRepository } from '../../shared/store/statistics.ts';

export function managerHandler({ table, log }: { readonly table: Table; readonly log: Log }) {
  return api([readStatistics(table)], log);
}

function readStatistics(table: Table): Endpoint {
  const members = memberRepository(table);
  const rounds = roundRepository(table);
  const numbers = statisticsRepository(table);
  return forMembers(getStatistics, members, async ({ path }) => {
    const [round, totals, headcount] = await Promise.all([
      rounds.get(path.organization, path.round),
      numbers.ofRound(path.organization, path.round),
      numbers.headcount(path.organization),
    ]);
    if (!round) return { ok: false, refusal: { code: 'not-found', what: 'round' } };
    return answer({ round: round.id, state: round.state, ...statisticsView(statistics(totals, headcount)) });
  });
}
