/**
 * The times of an unnamed author's acts. A colleague seen at the terminal at ten past nine would be
 * recognized as the author of the idea of ten past nine, so the author's own acts keep the day
 * only.
 */
import type { MemberId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import { type Calendar, startOfDay } from '../organization/calendar.ts';
import type { Idea } from './idea.ts';
import type { PendingSubmission } from './submission.ts';
import type { Signature } from './transition.ts';

/** Whether a submission has no known author. Its author then gets a claim code. */
export function isSubmittedUnnamed({
  authorId,
  by,
}: Pick<PendingSubmission, 'authorId' | 'by'>): boolean {
  return authorId === undefined && by.kind === 'unnamed';
}

/**
 * An unnamed idea as of the beginning of the day; any other, including a secretary's slip,
 * unchanged.
 */
export function withoutTimeOfDay(intake: PendingSubmission, calendar: Calendar): PendingSubmission {
  if (!isSubmittedUnnamed(intake)) return intake;
  const day = startOfDay(intake.at, calendar);
  return { ...intake, submittedAt: day, at: day };
}

/**
 * The unnamed author's signature: as of the beginning of the day, but never before the last act on
 * the idea.
 */
export function unnamedSignature({ history }: Idea, now: Instant, calendar: Calendar): Signature {
  const day = startOfDay(now, calendar);
  const last = history.at(-1)?.at ?? day;
  return { by: { kind: 'unnamed' }, at: last > day ? last : day };
}

/** Whether this member claimed the idea as its author. */
export function isClaimedBy({ authorId, history }: Idea, member: MemberId): boolean {
  return authorId === member && history.some(({ act }) => act === 'claim');
}
