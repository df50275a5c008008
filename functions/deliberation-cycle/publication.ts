/**
 * The publication of a round: its bulletin, its metrics, and its numbers for the zone, all of them
 * final.
 */
import type { Idea } from '../../shared/domain/idea/idea.ts';
import { asPublished, bulletinOf } from '../../shared/domain/numbers/bulletin.ts';
import { forZone, sumOf, workRounds } from '../../shared/domain/numbers/roll-up.ts';
import {
  fold,
  headcountOf,
  type ScopeTotals,
  totals,
} from '../../shared/domain/numbers/statistics.ts';
import { localDate } from '../../shared/domain/organization/calendar.ts';
import {
  completePublication,
  type DecidedRound,
  sealRound,
} from '../../shared/domain/round/round.ts';
import { placementOf } from '../../shared/store/zones.ts';
import { type StepDeps, settleAll } from './agenda.ts';
import type { CycleDeps } from './dependencies.ts';

/**
 * Freezes the numbers and the list, folded from the ideas themselves. The round is sealed first,
 * because a decision reopened while the bulletin is being made would be in neither or in both.
 * Metrics are emitted before the round moves on, so an interruption repeats them and does not lose
 * them.
 */
export async function publishBulletin(decided: DecidedRound, deps: StepDeps): Promise<void> {
  const round = sealRound(decided);
  if (!decided.sealed && !(await deps.rounds.advance(decided, round))) return;
  // A slip that was being stored while the ballots closed has missed them. It goes to the next
  // round.
  await settleAll(round, deps);
  const { ideas, members, bulletins, rounds, clock, skipping } = deps;
  const handedIn = await Array.fromAsync(
    ideas.wholeRound(round.organization, round.id, { bad: skipping.tell }),
  );
  const headcount = headcountOf(await Array.fromAsync(members.all(round.organization)));
  const publishedAt = await bulletins.publish(
    round.organization,
    bulletinOf(round.id, handedIn, headcount, clock.now()),
  );
  await tellPublication(round, deps);
  await tellZone(round, handedIn, deps);
  await skipping.store();
  await rounds.advance(round, completePublication(round, publishedAt));
}

/** Emits the published numbers, whichever run published them, beside the organization's targets. */
async function tellPublication(
  { organization, id: round }: DecidedRound,
  { organizations, bulletins, emit }: CycleDeps,
): Promise<void> {
  const [profile, bulletin] = await Promise.all([
    organizations.get(organization),
    bulletins.get(organization, round, 0),
  ]);
  if (!profile || !bulletin) throw new Error('a bulletin of nobody');
  const { total } = bulletin.statistics;
  emit({ kind: 'publication', organization, round, total, targets: profile.targets });
}

/**
 * Sends the published numbers of the round, whichever run published them. It adds the state of the
 * ideas of a year, from the running numbers.
 */
async function tellZone(
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
