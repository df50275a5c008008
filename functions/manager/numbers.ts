/** The running numbers of a round, and whether the published ones agree with the facts. */
import * as contract from '../../shared/contract/routes/numbers.ts';
import { statisticsView } from '../../shared/contract/views.ts';
import { err } from '../../shared/domain/kernel/result.ts';
import * as bulletin from '../../shared/domain/numbers/bulletin.ts';
import { targetsMet } from '../../shared/domain/numbers/series.ts';
import { statistics } from '../../shared/domain/numbers/statistics.ts';
import { answer, type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import type { ManagerDeps } from './dependencies.ts';
import { overdueToday, overdueView } from './overdue.ts';

/**
 * The most differences of a bulletin that are reported: each may have long texts, and a reply is
 * limited.
 */
const MOST_TOLD = 100;

export function getStatistics(deps: ManagerDeps): Endpoint {
  const { members, organizations, rounds, statistics: numbers } = deps;
  return endpoint(contract.getStatistics, memberOf(members), async ({ path, member }) => {
    const [organization, round, totals, headcount] = await Promise.all([
      organizations.ofMember(member),
      rounds.get(path.organization, path.round),
      numbers.ofRound(path.organization, path.round),
      numbers.headcount(path.organization),
    ]);
    if (!round) return err({ code: 'not-found', what: 'round' });
    const { targets } = organization;
    const overdue = overdueView(await overdueToday(organization, deps));
    const running = statistics(totals, headcount);
    const met = targetsMet(running.total, targets);
    return answer({
      round: round.id,
      state: round.state,
      targets,
      met,
      overdue,
      ...statisticsView(running),
    });
  });
}

export function verifyBulletin({ members, rounds, ideas, bulletins }: ManagerDeps): Endpoint {
  return endpoint(contract.verifyBulletin, memberOf(members), async ({ path }) => {
    const [round, published] = await Promise.all([
      rounds.get(path.organization, path.round),
      bulletins.whole(path.organization, path.round),
    ]);
    if (!round) return err({ code: 'not-found', what: 'round' });
    if (!published)
      return {
        ok: false,
        refusal: { code: 'not-yet-published', publishesAt: round.schedule.publishesAt },
      };
    const facts = await Array.fromAsync(ideas.wholeRound(path.organization, path.round));
    const discrepancies = bulletin.verifyBulletin(published, facts);
    return answer({
      round: round.id,
      publishedAt: published.publishedAt,
      agrees: discrepancies.length === 0,
      ideas: published.entries.length,
      discrepancies: discrepancies.slice(0, MOST_TOLD),
      more: Math.max(0, discrepancies.length - MOST_TOLD),
    });
  });
}
