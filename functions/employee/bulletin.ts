/** The bulletin of a round, once it is published; before that, when it will be. */
import { getBulletin } from '../../shared/contract/routes.ts';
import { statisticsView } from '../../shared/contract/views.ts';
import { answer, type Endpoint, forMembers } from '../../shared/http/endpoint.ts';
import type { EmployeeDeps } from './dependencies.ts';

export function readBulletin({ members, rounds, bulletins }: EmployeeDeps): Endpoint {
  return forMembers(getBulletin, members, async ({ path, query }) => {
    const round = await rounds.get(path.organization, path.round);
    if (!round) return { ok: false, refusal: { code: 'not-found', what: 'round' } };
    const bulletin =
      round.state === 'published'
        ? await bulletins.get(path.organization, path.round, Number(query.cursor ?? 0))
        : undefined;
    if (!bulletin)
      return { ok: false, refusal: { code: 'not-yet-published', publishesAt: round.schedule.publishesAt } };
    const { entries, statistics, publishedAt, nextPage } = bulletin;
    return answer({
      round: path.round,
      publishedAt,
      statistics: statisticsView(statistics),
      items: [...entries],
      ...(nextPage !== undefined && { nextCursor: String(nextPage) }),
    });
  });
}
