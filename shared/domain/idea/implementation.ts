/**
 * Implementation (实施) and acceptance (验收): assigning an adopted idea, following it until it is
 * completed, and having another person verify its benefit.
 */
import type { MemberId } from '../kernel/ids.ts';
import type { LocalDate } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { proposalFor, type RewardBand } from '../organization/reward-bands.ts';
import type { Idea } from './idea.ts';
import type { ResultPhoto } from './photo.ts';
import type { HistoryFull, WrongState } from './transition.ts';
import { admitted, isRepeated, record, recordWithinRoom, type Signature } from './transition.ts';

export type UnknownOwner = { readonly code: 'unknown-owner'; readonly owner: MemberId };
export type DueInThePast = { readonly code: 'due-in-the-past'; readonly today: LocalDate };
export type NotTheOwner = { readonly code: 'not-the-owner' };
export type OwnWork = { readonly code: 'own-work' };

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
  readonly photos?: readonly ResultPhoto[];
}

/**
 * Assigns an adopted idea to a member, or reassigns it while it is being implemented. Repeated by
 * the same person it changes nothing.
 */
export function assignIdea(
  idea: Idea,
  { owner, due }: Assignment,
  signature: Signature,
  today: LocalDate,
): Result<Idea, WrongState | DueInThePast | HistoryFull> {
  if (isAssignedBy(idea, { owner, due }, signature)) return ok(idea);
  const act = idea.status === 'implementing' ? 'reassign' : 'assign';
  const prior = admitted(act, idea);
  if (!prior.ok) return prior;
  if (due < today) return err({ code: 'due-in-the-past', today });
  return act === 'assign'
    ? ok(record(idea, { act, owner, due }, signature))
    : recordWithinRoom(idea, { act, owner, due }, signature);
}

/** Reports the progress of the work. */
export function reportProgress(
  idea: Idea,
  { progress, note }: Report,
  signature: Signature,
): Result<Idea, WrongState | NotTheOwner | HistoryFull> {
  const happening = { act: 'report', progress, note } as const;
  if (isRepeated(idea, happening, signature)) return ok(idea);
  const prior = admitted('report', idea);
  if (!prior.ok) return prior;
  if (!owns(prior.value, signature)) return err({ code: 'not-the-owner' });
  return recordWithinRoom(idea, happening, signature);
}

/** Completes the work, with its claimed benefit. */
export function completeIdea(
  idea: Idea,
  { done, claimedBenefit, photos = [] }: DoneWork,
  signature: Signature,
): Result<Idea, WrongState | NotTheOwner | HistoryFull> {
  const happening = {
    act: 'complete',
    done,
    claimedBenefit,
    ...(photos.length > 0 && { photos }),
  } as const;
  if (isRepeated(idea, { ...happening, photos: happening.photos }, signature)) return ok(idea);
  const prior = admitted('complete', idea);
  if (!prior.ok) return prior;
  if (!owns(prior.value, signature)) return err({ code: 'not-the-owner' });
  return recordWithinRoom(idea, happening, signature);
}

/** Sends incomplete work back. Its owner cannot. */
export function sendBackIdea(
  idea: Idea,
  reason: string,
  signature: Signature,
): Result<Idea, WrongState | OwnWork | HistoryFull> {
  const happening = { act: 'send-back', reason } as const;
  if (isRepeated(idea, happening, signature)) return ok(idea);
  const prior = admitted('send-back', idea);
  if (!prior.ok) return prior;
  if (owns(prior.value, signature)) return err({ code: 'own-work' });
  return recordWithinRoom(idea, happening, signature);
}

/**
 * Accepts the work with its verified yearly benefit; the bands then propose a reward. Its owner
 * cannot.
 */
export function acceptIdea(
  idea: Idea,
  verifiedBenefit: number,
  signature: Signature,
  bands: readonly RewardBand[],
): Result<Idea, WrongState | OwnWork> {
  if (isRepeated(idea, { act: 'accept', verifiedBenefit }, signature)) return ok(idea);
  const prior = admitted('accept', idea);
  if (!prior.ok) return prior;
  if (owns(prior.value, signature)) return err({ code: 'own-work' });
  const proposal = proposalFor(verifiedBenefit, bands);
  return ok(record(idea, { act: 'accept', verifiedBenefit, proposal }, signature));
}

/** Abandons an adopted idea. */
export function abandonIdea(
  idea: Idea,
  reason: string,
  signature: Signature,
): Result<Idea, WrongState> {
  const happening = { act: 'abandon', reason } as const;
  if (isRepeated(idea, happening, signature)) return ok(idea);
  const prior = admitted('abandon', idea);
  return prior.ok ? ok(record(idea, happening, signature)) : prior;
}

/** Whether this very assignment by the same person is the present one, whatever came of it since. */
function isAssignedBy(
  { status, history }: Idea,
  { owner, due }: Assignment,
  { by }: Signature,
): boolean {
  const last = history.findLast(({ act }) => act === 'assign' || act === 'reassign');
  if (status !== 'implementing' || (last?.act !== 'assign' && last?.act !== 'reassign'))
    return false;
  return last.owner === owner && last.due === due && JSON.stringify(last.by) === JSON.stringify(by);
}

function owns(idea: Owned, { by }: Signature): boolean {
  return by.kind === 'member' && isOwner(idea, by.id);
}

interface Owned {
  readonly implementation?: Pick<Assignment, 'owner'> | undefined;
}

/** Whether a member is the owner of an idea: they do its work, and do not accept it. */
export function isOwner({ implementation }: Owned, member: MemberId): boolean {
  return implementation?.owner === member;
}
