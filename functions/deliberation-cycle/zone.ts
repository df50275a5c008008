/**
 * An organization's messages to its zone about a round: an announcement at its beginning, and its
 * numbers at publication, both final. A zone shows a round only once all numbers have come, so each
 * round must be announced.
 */
import type { Idea } from '../../shared/domain/idea/idea.ts';
import { type RoundId, roundAfter } from '../../shared/domain/kernel/ids.ts';
import { asPublished } from '../../shared/domain/numbers/bulletin.ts';
import { forZone, sumOf, workRounds } from '../../shared/domain/numbers/roll-up.ts';
import { fold, type ScopeTotals, totals } from '../../shared/domain/numbers/statistics.ts';
import { localDate } from '../../shared/domain/organization/calendar.ts';
import type { Organization } from '../../shared/domain/organization/organization.ts';
import type { DecidedRound } from '../../shared/domain/round/round.ts';
import { placementOf } from '../../shared/store/zones.ts';
import type { CycleDeps } from './dependencies.ts';

/**
 * Announces the round that opens and the round that begins with it. The first repeats its
 * announcement in case the organization has joined its zone since the round began.
 */
export async function announceToZone(
  organization: Organization,
  round: RoundId,
  { zones }: CycleDeps,
): Promise<void> {
  const placement = placementOf(organization);
  if (!placement) return;
  for (const one of [round, roundAfter(round)]) await zones.expect(placement, one);
}

/**
 * Sends the published numbers of the round, whichever run published them. It adds the state of the
 * ideas of a year, from the running numbers.
 */
export async function tellZone(
  { organization: id, id: round }: DecidedRound,
  ideas: readonly Idea[],
  { clock, organizations, bulletins, statistics, ideas: work, zones }: CycleDeps,
): Promise<void> {
  const organization = await organizations.get(id);
  const placement = organization && placementOf(organization);
  if (!placement) return;
  const [bulletin, running, overdue] = await Promise.all([
    bulletins.whole(id, round),
    statistics.totalsOf(id, workRounds(round)),
    work.countOverdue(id, localDate(clock.now(), organization.calendar)),
  ]);
  if (!bulletin) throw new Error('a zone is told of what is not published');
  const published = wholeOf(totals(fold(asPublished(bulletin, ideas))));
  const rounds = [...running.values()].map(wholeOf);
  const { zone, ...placed } = placement;
  await zones.tell(zone, round, {
    ...placed,
    ...published,
    headcount: bulletin.headcount.total,
    publicBulletin: organization.publicBulletin,
    work: {
      counts: sumOf(rounds.map(({ counts }) => counts)),
      participants: Math.max(0, ...rounds.map(({ participants }) => participants)),
      overdue,
    },
  });
}

/** What a zone is told of the organization as a whole; zero without an item. */
function wholeOf(all: readonly ScopeTotals[]): Pick<ScopeTotals, 'counts' | 'participants'> {
  const whole = all.find(({ scope }) => scope.by === 'organization');
  return { counts: forZone(whole?.counts ?? new Map()), participants: whole?.participants ?? 0 };
}
