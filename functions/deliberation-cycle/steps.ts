/**
 * The steps of a round: opening, the end of submission, closing, publishing. Each may be
 * interrupted anywhere and repeated: it changes only ideas that still need it, and moves the round
 * last. An idea that cannot be processed is skipped and blocks no other.
 */
import { roundAfter } from '../../shared/domain/kernel/ids.ts';
import { bulletinOf } from '../../shared/domain/numbers/bulletin.ts';
import { headcountOf } from '../../shared/domain/numbers/statistics.ts';
import { scheduleOf } from '../../shared/domain/organization/calendar.ts';
import {
  MOST_ELECTORS,
  type Organization,
  sitsOnCommittee,
} from '../../shared/domain/organization/organization.ts';
import {
  type CollectingRound,
  closeRound,
  completePublication,
  type DecidedRound,
  type DeliberatingRound,
  endIntake,
  newRound,
  openRound,
  type Round,
  sealRound,
} from '../../shared/domain/round/round.ts';
import { AGAIN, retry } from '../../shared/store/retry.ts';
import { fixOrder, listAll, placeLate, type StepDeps, settleAll, takeOver } from './agenda.ts';
import type { CycleDeps } from './dependencies.ts';
import { announceToZone, tellZone } from './zone.ts';

/** Takes a round's next step. */
export async function take(round: Round, deps: StepDeps): Promise<void> {
  switch (round.state) {
    case 'collecting':
      return openDeliberation(round, deps);
    case 'deliberating':
      return round.intakeEnded ? closeBallots(round, deps) : endHandingIn(round, deps);
    case 'decided':
      return publishBulletin(round, deps);
    case 'published':
      return;
  }
}

/** Begins the next round, schedules all submitted ideas, and fixes the electorate and the rules. */
async function openDeliberation(round: CollectingRound, deps: StepDeps): Promise<void> {
  const { members, rounds, clock } = deps;
  const organization = await beginNext(round, deps);
  await announceToZone(organization, round.id, deps);
  await takeOver(round, deps);
  await listAll(round, deps);
  await fixOrder(round, deps);
  const committee = (await Array.fromAsync(members.all(round.organization))).filter(
    sitsOnCommittee,
  );
  const electorate = committee.map(({ id }) => id);
  if (electorate.length > MOST_ELECTORS)
    throw new Error(`a committee of more than ${MOST_ELECTORS}`);
  await deps.skipping.store();
  await rounds.advance(round, openRound(round, electorate, organization.rules, clock.now()));
}

/** Begins the round after this one by the present calendar; returns the organization. */
async function beginNext(
  { organization: id, id: round }: CollectingRound,
  { organizations, rounds }: CycleDeps,
): Promise<Organization> {
  const next = roundAfter(round);
  const begun = await retry(async () => {
    const organization = await organizations.get(id);
    if (!organization) throw new Error('a round without an organization');
    const following = newRound(id, next, scheduleOf(next, organization.calendar));
    return (await rounds.begin(following, organization)) ? organization : AGAIN;
  });
  if (begun === AGAIN) throw new Error('the settings kept changing underneath');
  return begun;
}

/** Schedules the last ideas of the deliberation day at its end. */
async function endHandingIn(round: DeliberatingRound, deps: StepDeps): Promise<void> {
  await listAll(round, deps);
  await placeLate(round, deps);
  await deps.skipping.store();
  await deps.rounds.advance(round, endIntake(round));
}

/**
 * Decides all ideas that the chair has not decided, by their ballots. Ideas without a quorum are
 * carried over.
 */
async function closeBallots(round: DeliberatingRound, deps: StepDeps): Promise<void> {
  await settleAll(round, deps);
  await deps.skipping.store();
  await deps.rounds.advance(round, closeRound(round, deps.clock.now()));
}

/**
 * Freezes the numbers and the list, folded from the ideas themselves. The round is sealed first,
 * because a decision reopened while the bulletin is being made would be in neither or in both.
 * Metrics are emitted before the round moves on, so an interruption repeats them and does not lose
 * them.
 */
async function publishBulletin(decided: DecidedRound, deps: StepDeps): Promise<void> {
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
