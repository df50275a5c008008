/**
 * The numbers over many rounds. They are read as sums, so the cost depends on the number of rounds
 * and not on the number of ideas.
 */
import * as contract from '../../shared/contract/routes/numbers.ts';
import type { RoundId } from '../../shared/domain/kernel/ids.ts';
import {
  type Breakdown,
  type SeriesEntry,
  seriesEntry,
} from '../../shared/domain/numbers/series.ts';
import { statistics } from '../../shared/domain/numbers/statistics.ts';
import type { Organization } from '../../shared/domain/organization/organization.ts';
import type { Round } from '../../shared/domain/round/round.ts';
import { answer, type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import type { ManagerDeps } from './dependencies.ts';
import { overdueToday, overdueView } from './overdue.ts';

interface Span {
  readonly from: RoundId;
  readonly to: RoundId;
  readonly by?: Breakdown;
}

export function getSeries(deps: ManagerDeps): Endpoint {
  return endpoint(contract.getSeries, memberOf(deps.members), async ({ member, query }) => {
    const organization = await deps.organizations.ofMember(member);
    const [entries, overdue] = await Promise.all([
      entriesOf(organization, query, deps),
      overdueToday(organization, deps),
    ]);
    return answer({
      targets: organization.targets,
      overdue: overdueView(overdue),
      rounds: entries.map(({ round, entry }) => ({
        round: round.id,
        state: round.state,
        ...entryView(entry),
      })),
    });
  });
}

function entryView({ parts, ...entry }: SeriesEntry) {
  const brokenDown = parts && { parts: [...parts] };
  if (entry.source === 'live') return { ...entry, ...brokenDown };
  const { parts: since, ...live } = entry.live;
  return { ...entry, ...brokenDown, live: { ...live, ...(since && { parts: [...since] }) } };
}

/** The numbers that exist for the rounds of a span, with the requested parts. */
export async function entriesOf(
  { id, targets }: Organization,
  { from, to, by }: Span,
  { rounds, statistics: numbers, bulletins }: ManagerDeps,
): Promise<{ round: Round; entry: SeriesEntry }[]> {
  const existing = await rounds.between(id, from, to);
  const ids = existing.map(round => round.id);
  const publishedIds = existing.flatMap(round => (round.state === 'published' ? [round.id] : []));
  const [totals, headcount, published] = await Promise.all([
    by === undefined ? numbers.totalsOf(id, ids) : numbers.ofRounds(id, from, to),
    numbers.headcount(id),
    bulletins.numbersOf(id, publishedIds),
  ]);
  const bulletinOf = new Map(published.map(bulletin => [bulletin.round, bulletin]));
  return existing.map(round => {
    const running = statistics(totals.get(round.id) ?? [], headcount);
    return { round, entry: seriesEntry(running, bulletinOf.get(round.id), { targets, by }) };
  });
}
