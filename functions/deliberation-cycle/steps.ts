/**
 * The steps of a round: opening, the end of submission, closing, publishing. Each may be
 * interrupted anywhere and repeated: it changes only ideas that still need it, and moves the round
 * last. An idea that cannot be processed is skipped and blocks no other.
 */
import { roundAfter } from '../../shared/domain/kernel/ids.ts';
import { scheduleOf } from '../../shared/domain/organization/calendar.ts';
import {
  MOST_ELECTORS,
  type Organization,
  sitsOnCommittee,
} from '../../shared/domain/organization/organization.ts';
import {
  type CollectingRound,
  closeRound,
  type DecidedRound,
  type DeliberatingRound,
  endIntake,
  newRound,
  openRound,
  type Round,
} from '../../shared/domain/round/round.ts';
import { AGAIN, retry } from '../../shared/store/retry.ts';
import { fixOrder, listAll, placeLate, type StepDeps, settleAll, takeOver } from './agenda.ts';
import type { CycleDeps } from './dependencies.ts';
import { announceToZone } from './zone.ts';

/** Takes a round's next step. */
export async function take(round: Round, deps: StepDeps): Promise<void> {
  switch (round.state) {
    case 'collecting':
      return openDeliberation(round, deps);
    case 'deliberating':
      return round.intakeEnded ? closeBallots(round, deps) : endHandingIn(round, deps);
    case 'decided':
      return publishInTurn(round, deps);
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

/** Loads what publishes a round with the first one that is due: no minute but that needs it. */
async function publishInTurn(round: DecidedRound, deps: StepDeps): Promise<void> {
  const { publishBulletin } = await import('./publication.ts');
  return publishBulletin(round, deps);
}
