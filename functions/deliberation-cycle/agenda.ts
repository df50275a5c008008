/**
 * What the calendar does to a round's agenda: listing all that waits for it, fixing its order, and settling all that is still open
 * when its ballots close. The index tells which ideas there are; each is read again before it is touched.
 */
import type { Signature } from '../../shared/domain/acting.ts';
import { isUp, ordered } from '../../shared/domain/agenda.ts';
import { reasonOf } from '../../shared/domain/ballot.ts';
import { decide } from '../../shared/domain/deliberation.ts';
import type { Idea } from '../../shared/domain/idea.ts';
import { type IdeaId, roundAfter } from '../../shared/domain/ids.ts';
import type { DecidedRound, DeliberatingRound, Round } from '../../shared/domain/round.ts';
import { list } from '../../shared/domain/screening.ts';
import type { CycleDeps } from './dependencies.ts';

const ATTEMPTS = 5;

/** Puts on the agenda every idea that waits for this round. */
export async function listAll(round: Round, deps: CycleDeps): Promise<void> {
  for await (const { id } of deps.ideas.wholeAgenda(round.organization, round.id))
    await untilStored(id, round, deps, idea => listOn(round, idea, deps));
}

/**
 * Brings onto this agenda what has stayed on the one before, whose ballots are over: the index is a moment behind, and had not told
 * of it when that one was settled. Mostly there is nothing.
 */
export async function takeOver(round: Round, deps: CycleDeps): Promise<void> {
  const { rounds, ideas } = deps;
  const former = await rounds.get(round.organization, roundAfter(round.id, -1));
  if (former?.state !== 'decided' && former?.state !== 'published') return;
  for await (const { id, status } of ideas.wholeAgenda(round.organization, former.id)) {
    if (status !== 'submitted' && status !== 'on-agenda' && status !== 'deferred') continue;
    await untilStored(id, former, deps, idea => settle(idea, deps));
    // It waits there still, or has been put off to here.
    for (const place of [former, round])
      await untilStored(id, place, deps, idea => listOn(round, idea, deps));
  }
}

/** Puts an idea on a round's agenda if it waits to be; says whether that is how it is now. */
async function listOn(round: Round, idea: Idea, deps: CycleDeps): Promise<boolean> {
  if (idea.status !== 'submitted' && idea.status !== 'deferred') return true;
  const listed = list(idea, byCalendar(deps), { round: round.id });
  if (!listed.ok) throw new Error(`not to be listed: ${listed.refusal.code}`);
  return (await deps.ideas.save(idea, listed.value)).ok;
}

/** Fixes the order of the agenda as it is when deliberation opens: the secretary's, and by support where there is none. */
export async function fixOrder({ organization, id }: Round, deps: CycleDeps): Promise<void> {
  const up = (await Array.fromAsync(deps.ideas.wholeAgenda(organization, id))).filter(isUp);
  const supports = await deps.standings.supports(up);
  await deps.agendas.change(organization, id, before => ordered(up, before, supports));
}

/** Decides every idea of the agenda that is still open, as its votes say; listing it first where that was missed. */
export async function settleAll(round: DeliberatingRound | DecidedRound, deps: CycleDeps): Promise<void> {
  await listAll(round, deps);
  for await (const { id } of deps.ideas.wholeAgenda(round.organization, round.id))
    await untilStored(id, round, deps, idea => settle(idea, deps));
}

async function settle(idea: Idea, deps: CycleDeps): Promise<boolean> {
  if (idea.status !== 'on-agenda') return true;
  const ballot = await deps.ballots(idea);
  if (!ballot?.result) throw new Error('ballots close that were never open');
  const { outcome } = ballot.result;
  const reason = outcome === 'adopted' ? {} : { reason: reasonOf(ballot.result) };
  const decided = decide(idea, ballot.result, { outcome, ...reason, ...byCalendar(deps) });
  if (!decided.ok) throw new Error(`the ballot does not bind itself: ${decided.refusal.code}`);
  const change = { before: idea, after: decided.value };
  return (await deps.ideas.saveTogether([change], [ballot.premise])).ok;
}

function byCalendar({ clock }: CycleDeps): Signature {
  return { by: { kind: 'cycle' }, at: clock.now() };
}

/** Reads an idea and acts on it, again if somebody else changed it in between. */
async function untilStored(
  id: IdeaId,
  round: Round,
  deps: CycleDeps,
  act: (idea: Idea) => Promise<boolean>,
): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const idea = await deps.ideas.get(round.organization, id);
    if (!idea || idea.agendaRound !== round.id || (await act(idea))) return;
  }
  throw new Error('an idea kept changing underneath');
}
