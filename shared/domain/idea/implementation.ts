/**
 * Implementation (实施) and acceptance (验收): charging somebody with an adopted idea, following it until it is done, and having
 * somebody else confirm what it brought.
 */
import type { MemberId } from '../kernel/ids.ts';
import type { LocalDate } from '../kernel/instant.ts';
import { proposalFor, type RewardBand } from '../organization/reward-bands.ts';
import { err, ok, type Result } from '../refusal.ts';
import type { Idea } from './idea.ts';
import { admitted, isRepeated, record, type Signature } from './transition.ts';

export interface Assignment {
  readonly owner: MemberId;
  readonly due: LocalDate;
}

export interface Report {
  /** Per cent, 0–100. */
  readonly progress: number;
  readonly note: string;
}

export interface DoneWork {
  readonly done: string;
  /** CNY a year, net of cost. */
  readonly claimedBenefit: number;
}

/**
 * Charges a member with an adopted idea, or hands it to another while it is being carried out.
 * Refuses `wrong-state`, `due-in-the-past`, `history-full`.
 */
export function assignIdea(
  idea: Idea,
  { owner, due }: Assignment,
  signature: Signature,
  today: LocalDate,
): Result<Idea> {
  const again = isRepeated(idea, { owner, due }, signature);
  if (again && (idea.history.at(-1)?.act === 'assign' || idea.history.at(-1)?.act === 'reassign'))
    return ok(idea);
  const act = idea.status === 'implementing' ? 'reassign' : 'assign';
  const prior = admitted(act, idea);
  if (!prior.ok) return prior;
  if (due < today) return err({ code: 'due-in-the-past', today });
  return record(idea, { act, owner, due }, signature);
}

/** Says how far the work has come. Refuses `wrong-state`, `not-the-owner`, `history-full`. */
export function reportProgress(idea: Idea, { progress, note }: Report, signature: Signature): Result<Idea> {
  const happening = { act: 'report', progress, note } as const;
  if (isRepeated(idea, happening, signature)) return ok(idea);
  const prior = admitted('report', idea);
  if (!prior.ok) return prior;
  if (!owns(prior.value, signature)) return err({ code: 'not-the-owner' });
  return record(idea, happening, signature);
}

/** Says that the work is done, and what it brings. Refuses `wrong-state`, `not-the-owner`, `history-full`. */
export function completeIdea(
  idea: Idea,
  { done, claimedBenefit }: DoneWork,
  signature: Signature,
): Result<Idea> {
  const happening = { act: 'complete', done, claimedBenefit } as const;
  if (isRepeated(idea, happening, signature)) return ok(idea);
  const prior = admitted('complete', idea);
  if (!prior.ok) return prior;
  if (!owns(prior.value, signature)) return err({ code: 'not-the-owner' });
  return record(idea, happening, signature);
}

/** Finds that the work is not done yet. Never by its owner. Refuses `wrong-state`, `own-work`, `history-full`. */
export function sendBackIdea(idea: Idea, reason: string, signature: Signature): Result<Idea> {
  const happening = { act: 'send-back', reason } as const;
  if (isRepeated(idea, happening, signature)) return ok(idea);
  const prior = admitted('send-back', idea);
  if (!prior.ok) return prior;
  if (owns(prior.value, signature)) return err({ code: 'own-work' });
  return record(idea, happening, signature);
}

/**
 * Confirms that the work is done and what it brings a year; the bands then propose a reward. Never by its owner.
 * Refuses `wrong-state`, `own-work`.
 */
export function acceptIdea(
  idea: Idea,
  verifiedBenefit: number,
  signature: Signature,
  bands: readonly RewardBand[],
): Result<Idea> {
  if (isRepeated(idea, { act: 'accept', verifiedBenefit }, signature)) return ok(idea);
  const prior = admitted('accept', idea);
  if (!prior.ok) return prior;
  if (owns(prior.value, signature)) return err({ code: 'own-work' });
  const proposal = proposalFor(verifiedBenefit, bands);
  return record(idea, { act: 'accept', verifiedBenefit, proposal }, signature);
}

/** Gives an adopted idea up. Refuses `wrong-state`. */
export function abandonIdea(idea: Idea, reason: string, signature: Signature): Result<Idea> {
  const happening = { act: 'abandon', reason } as const;
  if (isRepeated(idea, happening, signature)) return ok(idea);
  const prior = admitted('abandon', idea);
  return prior.ok ? record(idea, happening, signature) : prior;
}

function owns({ implementation }: { readonly implementation: Assignment }, { by }: Signature): boolean {
  return by.kind === 'member' && by.id === implementation.owner;
}
