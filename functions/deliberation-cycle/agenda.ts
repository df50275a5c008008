/**
 * What the calendar does to a round's agenda: listing all that waits for it, and settling all that is still open when its
 * ballots close. The index tells which ideas there are; each is read again before it is touched.
 */
import { ballotResult, eligibleVoters, reasonOf } from '../../shared/domain/ballot.ts';
import { ACT_OF, type Actor, decide, type Idea, list } from '../../shared/domain/idea.ts';
import type { IdeaId } from '../../shared/domain/ids.ts';
import type { Outcome } from '../../shared/domain/refusal.ts';
import type { DecidedRound, DeliberatingRound, Round } from '../../shared/domain/round.ts';
import type { CycleDeps } from './dependencies.ts';

const CYCLE: Actor = { kind: 'cycle' };
const ATTEMPTS = 5;

/** Puts on the agenda every idea that waits for this round. */
export async function listAll(round: Round, deps: CycleDeps): Promise<void> {
  for await (const { id } of deps.ideas.wholeAgenda(round.organization, round.id))
    await untilStored(id, round, deps, async idea =>
      waits(idea) ? stored('list', idea, list(idea, CYCLE, deps.clock.now()), deps) : true,
    );
}

/** Decides every idea of the agenda that is still open, as its votes say; listing it first where that was missed. */
export async function settleAll(round: DeliberatingRound | DecidedRound, deps: CycleDeps): Promise<void> {
  await listAll(round, deps);
  for await (const { id } of deps.ideas.wholeAgenda(round.organization, round.id))
    await untilStored(id, round, deps, idea => settle(idea, round, deps));
}

async function settle(
  idea: Idea,
  round: DeliberatingRound | DecidedRound,
  deps: CycleDeps,
): Promise<boolean> {
  if (idea.status !== 'on-agenda') return true;
  const votes = await deps.votes.of(idea.organization, idea.id, round.id);
  const result = ballotResult(votes, eligibleVoters(round.electorate, idea), round.rules);
  const { outcome } = result;
  const reason = outcome === 'adopted' ? {} : { reason: reasonOf(result) };
  const decided = decide(idea, result, { outcome, ...reason, by: CYCLE, at: deps.clock.now() });
  if (!decided.ok) throw new Error(`the ballot does not bind itself: ${decided.refusal.code}`);
  const saved = await deps.ideas.saveDecision(ACT_OF[outcome], idea, decided.value, round.electorate, votes);
  return saved.ok;
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

async function stored(
  act: 'list',
  before: Idea,
  after: Outcome<Idea>,
  { ideas }: CycleDeps,
): Promise<boolean> {
  if (!after.ok) throw new Error(`not to be listed: ${after.refusal.code}`);
  return (await ideas.save(act, before, after.value)).ok;
}

function waits(idea: Idea): boolean {
  return idea.status === 'submitted' || idea.status === 'deferred';
}
