/**
 * Doing an act: whether the idea's state admits it, whether it is only being asked for again because the first answer was lost,
 * and the entry it leaves in the history. All acts go through here.
 */
import type { MemberId } from '../kernel/ids.ts';
import { type Instant, millisBetween } from '../kernel/instant.ts';
import { err, ok, type Result } from '../refusal.ts';
import { applyEvent } from './apply-event.ts';
import type { Actor, Happening } from './history.ts';
import type { Idea, IdeaIn } from './idea.ts';
import { type IdeaAct, type IdeaStatus, nextStatuses, type PriorStatus, priorStatuses } from './lifecycle.ts';

/** Who acts, and when. */
export interface Signature {
  readonly by: Actor;
  readonly at: Instant;
}

/** A member's signature. */
export function signedBy(id: MemberId, at: Instant): Signature {
  return { by: { kind: 'member', id }, at };
}

/**
 * How large acts that may come any number of times can make an idea with its history, in bytes of JSON. The item that holds them
 * has room for 400 KB, and those that bring an idea to its end must still find some: after all the talk, and after ideas that were
 * merged into it have been taken out again, a decision with all its words, then the word that the work is done or given up, and
 * last of all the reward.
 */
const ROOM_FOR_TALK = 180_000;
const ROOM_FOR_PARTING = 200_000;
const ROOM_FOR_MENDING = 300_000;
const ROOM_FOR_WORK = 350_000;
const ROOM_FOR_REWARD = 390_000;
const ROOM: ReadonlyMap<IdeaAct, number> = new Map([
  ['return', ROOM_FOR_TALK],
  ['revise', ROOM_FOR_TALK],
  ['merge', ROOM_FOR_TALK],
  ['absorb', ROOM_FOR_TALK],
  ['release', ROOM_FOR_PARTING],
  ['defer', ROOM_FOR_TALK],
  ['dismiss', ROOM_FOR_TALK],
  ['reopen', ROOM_FOR_TALK],
  ['reply', ROOM_FOR_TALK],
  ['reassign', ROOM_FOR_TALK],
  ['report', ROOM_FOR_TALK],
  ['complete', ROOM_FOR_WORK],
  ['send-back', ROOM_FOR_MENDING],
  ['acknowledge', ROOM_FOR_MENDING],
  ['approve-reward', ROOM_FOR_REWARD],
]);

/** The same report from the same person is taken for a repeated request within so many milliseconds, and for news after. */
const SAME_REPORT_MS = 3_600_000;

/** The idea narrowed to the states from which an act may be done. Refuses `wrong-state`. */
export function admitted<Act extends IdeaAct>(act: Act, idea: Idea): Result<IdeaIn<PriorStatus<Act>>> {
  return isPrior(act, idea) ? ok(idea) : err({ code: 'wrong-state', act, status: idea.status });
}

/**
 * The idea after an act, with the act in its history. `to` says where it leads, where the table of transitions leaves a choice;
 * a state that the table does not know throws. Refuses `history-full`.
 */
export function record(
  idea: Idea,
  happening: Happening & { readonly act: IdeaAct },
  { by, at }: Signature,
  to?: IdeaStatus,
): Result<Idea> {
  const possible = nextStatuses(happening.act, idea.status);
  const next = to ?? possible[0];
  if (next === undefined || !possible.includes(next))
    throw new Error(`"${happening.act}" does not lead from ${idea.status} to ${next}`);
  const after = applyEvent(idea, { ...happening, at, by, from: idea.status, to: next });
  return hasRoom(after, happening.act, by) ? ok(after) : err({ code: 'history-full' });
}

/**
 * Whether the last thing that was done to an idea is this very act by the same person, so that doing it once more would only
 * say it twice. `asked` holds those fields of the history's entry that a request determines.
 */
export function isRepeated(
  idea: Idea,
  asked: Readonly<Record<string, unknown>>,
  { by, at }: Signature,
): boolean {
  const last = idea.history.at(-1);
  if (!last || JSON.stringify(last.by) !== JSON.stringify(by)) return false;
  if (last.act === 'report' && millisBetween(last.at, at) > SAME_REPORT_MS) return false;
  const found = new Map<string, unknown>(Object.entries(last));
  return Object.entries(asked).every(
    ([field, value]) => JSON.stringify(found.get(field)) === JSON.stringify(value),
  );
}

/** The calendar is brief, and whatever it does has to be done. */
function hasRoom(after: Idea, act: IdeaAct, by: Actor): boolean {
  const room = ROOM.get(act);
  return room === undefined || by.kind === 'cycle' || bytesOf(after) <= room;
}

function bytesOf(idea: Idea): number {
  return new TextEncoder().encode(JSON.stringify(idea)).length;
}

function isPrior<Act extends IdeaAct>(act: Act, idea: Idea): idea is IdeaIn<PriorStatus<Act>> {
  return priorStatuses(act).includes(idea.status);
}
