/**
 * Doing an act. All acts go through here. The file checks whether the idea's state allows an act,
 * finds repeats of a request whose first answer was lost, and adds the act to the history.
 */
import type { MemberId } from '../kernel/ids.ts';
import { type Instant, millisBetween } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { applyEvent } from './apply-event.ts';
import type { Actor, Happening } from './history.ts';
import type { Idea, IdeaIn } from './idea.ts';
import {
  type IdeaAct,
  type IdeaStatus,
  nextStatuses,
  type PriorStatus,
  priorStatuses,
} from './lifecycle.ts';

export type WrongState = {
  readonly code: 'wrong-state';
  readonly act: IdeaAct;
  readonly status: IdeaStatus;
};
export type HistoryFull = { readonly code: 'history-full' };

/** The author and time of an act. */
export interface Signature {
  readonly by: Actor;
  readonly at: Instant;
}

/** A member's signature. */
export function signedBy(id: MemberId, at: Instant): Signature {
  return { by: { kind: 'member', id }, at };
}

/**
 * The limit of an idea with its history, in bytes of JSON, for acts without a limit of number. An
 * item has room for 400 KB, and the final acts must still fit after all texts, and after merged
 * ideas have been unmerged: a decision with all its words, the completion or abandonment, and the
 * reward.
 */
const ROOM_FOR_TALK = 180_000;
const ROOM_FOR_PARTING = 200_000;
const ROOM_FOR_MENDING = 300_000;
const ROOM_FOR_WORK = 350_000;
const ROOM_FOR_REWARD = 390_000;
const ROOM = {
  return: ROOM_FOR_TALK,
  revise: ROOM_FOR_TALK,
  correct: ROOM_FOR_TALK,
  merge: ROOM_FOR_TALK,
  absorb: ROOM_FOR_TALK,
  release: ROOM_FOR_PARTING,
  defer: ROOM_FOR_TALK,
  dismiss: ROOM_FOR_TALK,
  reopen: ROOM_FOR_TALK,
  reply: ROOM_FOR_TALK,
  refer: ROOM_FOR_TALK,
  'give-opinion': ROOM_FOR_TALK,
  reassign: ROOM_FOR_TALK,
  report: ROOM_FOR_TALK,
  complete: ROOM_FOR_WORK,
  'send-back': ROOM_FOR_MENDING,
  acknowledge: ROOM_FOR_MENDING,
  'approve-reward': ROOM_FOR_REWARD,
  appeal: ROOM_FOR_TALK,
  'name-excellent': ROOM_FOR_MENDING,
  'unname-excellent': ROOM_FOR_MENDING,
} as const satisfies Partial<Record<IdeaAct, number>>;

/** An act without a limit of number. It is refused once the history is full. */
type LimitedAct = keyof typeof ROOM;

/**
 * The same report from the same person counts as a repeated request within this number of
 * milliseconds, and as a new one afterwards.
 */
const SAME_REPORT_MS = 3_600_000;

/** The idea narrowed to the states in which the act is allowed. */
export function admitted<Act extends IdeaAct>(
  act: Act,
  idea: Idea,
): Result<IdeaIn<PriorStatus<Act>>, WrongState> {
  return isPrior(act, idea) ? ok(idea) : err({ code: 'wrong-state', act, status: idea.status });
}

/**
 * The idea after an act, with the act in its history. `to` is its next state, if the table of
 * transitions leaves a choice. Throws for a state that the table does not allow.
 */
export function record(
  idea: Idea,
  happening: Happening & { readonly act: Exclude<IdeaAct, LimitedAct> },
  signature: Signature,
  to?: IdeaStatus,
): Idea {
  return appended(idea, happening, signature, to);
}

/**
 * The same for an act without a limit of number. The calendar's acts are short and never refused.
 */
export function recordWithinRoom(
  idea: Idea,
  happening: Happening & { readonly act: LimitedAct },
  signature: Signature,
  to?: IdeaStatus,
): Result<Idea, HistoryFull> {
  const after = appended(idea, happening, signature, to);
  const fits = signature.by.kind === 'cycle' || bytesOf(after) <= ROOM[happening.act];
  return fits ? ok(after) : err({ code: 'history-full' });
}

/**
 * Whether the last act on an idea is this very act by the same person, so the request is a repeat.
 * `asked` has those fields of the history's entry that a request determines.
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

function appended(
  idea: Idea,
  happening: Happening & { readonly act: IdeaAct },
  { by, at }: Signature,
  to: IdeaStatus | undefined,
): Idea {
  const possible = nextStatuses(happening.act, idea.status);
  const next = to ?? possible[0];
  if (next === undefined || !possible.includes(next))
    throw new Error(`"${happening.act}" does not lead from ${idea.status} to ${next}`);
  return applyEvent(idea, { ...happening, at, by, from: idea.status, to: next });
}

function bytesOf(idea: Idea): number {
  return new TextEncoder().encode(JSON.stringify(idea)).length;
}

function isPrior<Act extends IdeaAct>(act: Act, idea: Idea): idea is IdeaIn<PriorStatus<Act>> {
  return priorStatuses(act).includes(idea.status);
}
