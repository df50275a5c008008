/**
 * The calendar's work on a round's agenda: it schedules all waiting ideas, fixes the order, and
 * settles all open ideas when the ballots close. The index shows ideas and their states with a
 * short lag. An act on an idea is stored on condition of that state; if the state has changed, the
 * idea is read again. So an interrupted step continues where it stopped, and finished ideas cost
 * only their place in the index.
 */
import { isOnAgenda, latecomers, ordered } from '../../shared/domain/idea/agenda.ts';
import { decideIdea } from '../../shared/domain/idea/deliberation.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import { scheduleIdea } from '../../shared/domain/idea/screening.ts';
import type { Signature } from '../../shared/domain/idea/transition.ts';
import { type IdeaId, roundAfter } from '../../shared/domain/kernel/ids.ts';
import { millisBetween } from '../../shared/domain/kernel/instant.ts';
import { ok } from '../../shared/domain/kernel/result.ts';
import type {
  DecidedRound,
  DeliberatingRound,
  OpenedRound,
  Round,
} from '../../shared/domain/round/round.ts';
import { SHORT } from '../../shared/store/agendas.ts';
import { eachConcurrently } from '../../shared/store/concurrency.ts';
import type { Plan } from '../../shared/store/idea-acts.ts';
import type { CycleDeps } from './dependencies.ts';
import { BadIdea, type Skipping } from './skipping.ts';
import { OutOfTime, type Run } from './time.ts';

/**
 * The dependencies of steps that touch ideas: the time that is left, and the list of skipped ideas.
 */
export type StepDeps = CycleDeps & { readonly run: Run; readonly skipping: Skipping };

/**
 * The time after a closing by which every vote taken before it is stored or has failed. The
 * function that takes votes has ended long before (`infra/aws/api.ts`); `test/infra` compares the
 * two.
 */
export const LAST_VOTES_STORED_MS = 60_000;
/** The number of ideas that are processed concurrently. */
const AT_ONCE = 16;

/** Schedules every idea that waits for this round. */
export function listAll(round: Round, deps: StepDeps): Promise<void> {
  return withEach(round, deps, idea => act(idea, round, deps, one => scheduled(round, one, deps)));
}

/**
 * Moves ideas of the agenda before onto this one if they were missed when its ballots closed,
 * because the index lags. It also moves ideas that were skipped in an earlier round and have been
 * mended. Mostly there are none.
 */
export async function takeOver(round: Round, deps: StepDeps): Promise<void> {
  const { rounds, ideas, skipping } = deps;
  const former = await rounds.get(round.organization, roundAfter(round.id, -1));
  if (former?.state === 'decided' || former?.state === 'published')
    await withEach(former, deps, idea => bringOver(idea, former, round, deps));
  for (const id of await skipping.listed(round.organization))
    await skipping.unlessBad(id, async () => {
      const idea = await ideas.get(round.organization, id);
      const place = idea && (await rounds.get(round.organization, idea.agendaRound));
      const over =
        place && place.id < round.id && (place.state === 'decided' || place.state === 'published');
      if (idea && over) await bringOver(idea, place, round, deps);
      await skipping.handled(round.organization, id);
    });
}

/**
 * Decides an idea that is still on an agenda that is over. Moves it onto this agenda if it still
 * waits there, or was deferred to this round.
 */
async function bringOver(
  idea: Idea,
  former: OpenedRound,
  round: Round,
  deps: StepDeps,
): Promise<void> {
  const { status } = idea;
  if (status !== 'submitted' && status !== 'on-agenda' && status !== 'deferred') return;
  await act(idea, former, deps, one => settled(one, former, deps));
  for (const place of [former, round])
    await act(idea.id, place, deps, one => scheduled(round, one, deps));
}

/** An idea scheduled for a round's agenda, if it waits for one. */
function scheduled(round: Round, idea: Idea, deps: CycleDeps): Plan {
  if (idea.status !== 'submitted' && idea.status !== 'deferred') return { after: idea };
  const listed = scheduleIdea(idea, byCalendar(deps), { round: round.id });
  if (!listed.ok) throw new BadIdea(`not to be listed: ${listed.refusal.code}`);
  return { after: listed.value };
}

/**
 * Fixes the order of the agenda when deliberation opens: ideas the secretary has placed, then the
 * others by support.
 */
export async function fixOrder({ organization, id }: Round, deps: StepDeps): Promise<void> {
  const { ideas, agendas, summaries, skipping } = deps;
  const up: Idea[] = [];
  for await (const idea of ideas.wholeAgenda(organization, id, skipping.tell))
    if (isOnAgenda(idea)) up.push(idea);
  // Ideas in the order but not in the index may have left, or have only just come.
  const seen = new Set(up.map(({ id }) => id));
  const unseen = (await agendas.order(organization, id)).filter(one => !seen.has(one));
  const asked = await ideas.getMany(organization, unseen, { consistent: true, bad: skipping.tell });
  const present = [...up, ...asked.filter(idea => idea.agendaRound === id && isOnAgenda(idea))];
  const supports = await summaries.supports(present);
  const known = new Set([...seen, ...unseen]);
  await agendas.change(organization, id, (before, arranged) => [
    ...ordered(present, arranged, supports),
    ...before.filter(one => !known.has(one)),
  ]);
}

/**
 * Numbers ideas without a number on a long agenda. On a short one the first reader numbers them.
 */
export async function placeLate(
  { organization, id }: Round,
  { ideas, agendas, skipping }: StepDeps,
): Promise<void> {
  if ((await agendas.length(organization, id)) <= SHORT) return;
  const up: Idea[] = [];
  for await (const idea of ideas.wholeAgenda(organization, id, skipping.tell))
    if (isOnAgenda(idea)) up.push(idea);
  await agendas.change(organization, id, order => [...order, ...latecomers(up, order)]);
}

/** Decides every open idea of the agenda by its votes. Schedules it first if that was missed. */
export function settleAll(round: DeliberatingRound | DecidedRound, deps: StepDeps): Promise<void> {
  return withEach(round, deps, async idea => {
    if (idea.status === 'submitted' || idea.status === 'deferred') {
      await act(idea, round, deps, one => scheduled(round, one, deps));
      await act(idea.id, round, deps, one => settled(one, round, deps));
    } else await act(idea, round, deps, one => settled(one, round, deps));
  });
}

/**
 * An idea decided by its votes. A vote taken in time may still be on its way into the table. While
 * that is possible, the decision is stored on condition that the votes are unchanged. Later the
 * condition would only cost a write for each elector.
 */
async function settled(idea: Idea, round: OpenedRound, deps: CycleDeps): Promise<Plan> {
  if (idea.status !== 'on-agenda') return { after: idea };
  const ballot = await deps.ballots(idea, round);
  if (!ballot?.result) throw new Error('ballots close that were never open');
  const decided = decideIdea(idea, ballot.result, {
    outcome: 'as-balloted',
    ...byCalendar(deps),
  });
  if (!decided.ok) throw new BadIdea(`the ballot does not bind itself: ${decided.refusal.code}`);
  const votesMayCome =
    millisBetween(round.schedule.closesAt, deps.clock.now()) < LAST_VOTES_STORED_MS;
  return { after: decided.value, premises: votesMayCome ? [ballot.premise] : [] };
}

function byCalendar({ clock }: CycleDeps): Signature {
  return { by: { kind: 'cycle' }, at: clock.now() };
}

/**
 * Processes each idea of a round's agenda, several at a time. An idea that cannot be processed is
 * skipped and reported. Any other error ends the step, and so does the end of the time.
 */
async function withEach(
  round: Round,
  deps: StepDeps,
  work: (idea: Idea) => Promise<void>,
): Promise<void> {
  const { ideas, run, skipping } = deps;
  await eachConcurrently(
    ideas.wholeAgenda(round.organization, round.id, skipping.tell),
    AT_ONCE,
    async idea => {
      if (!run.hasTime()) throw new OutOfTime();
      await skipping.unlessBad(idea.id, () => work(idea));
    },
  );
}

/**
 * Acts on an idea on a round's agenda. It uses the state already read, and reads the idea again if
 * that has changed or only its id is given. An idea that is now on another agenda, or gone, stays
 * unchanged.
 */
async function act(
  seen: Idea | IdeaId,
  round: Round,
  deps: CycleDeps,
  plan: (idea: Idea) => Plan | Promise<Plan>,
): Promise<void> {
  const done = await deps.ideas.actTogether(round.organization, seen, undefined, async idea =>
    ok(idea.agendaRound === round.id ? await plan(idea) : { after: idea }),
  );
  if (!done.ok && done.refusal.code !== 'not-found')
    throw new Error('an idea kept changing underneath');
}
