/**
 * What an author who stays unnamed does to their idea, and when. Whoever saw a colleague at the terminal at ten past nine would know
 * whose the idea of ten past nine is; so of the author's own acts only the day is kept.
 */
import type { MemberId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import { type Calendar, startOfDay } from '../organization/calendar.ts';
import type { Idea } from './idea.ts';
import type { PendingSubmission } from './submission.ts';
import type { Signature } from './transition.ts';

/** Whether nobody stands for an idea as it is handed in: then its author gets a claim code. */
export function isSubmittedUnnamed({ authorId, by }: Pick<PendingSubmission, 'authorId' | 'by'>): boolean {
  return authorId === undefined && by.kind === 'unnamed';
}

/** An unnamed idea as of the beginning of the day; any other, a slip typed in by a secretary among them, as it is. */
export function withoutTimeOfDay(intake: PendingSubmission, calendar: Calendar): PendingSubmission {
  if (!isSubmittedUnnamed(intake)) return intake;
  const day = startOfDay(intake.at, calendar);
  return { ...intake, submittedAt: day, at: day };
}

/** How the unnamed author signs an act on their idea: as of the beginning of the day, but never before what was done to it last. */
export function unnamedSignature({ history }: Idea, now: Instant, calendar: Calendar): Signature {
  const day = startOfDay(now, calendar);
  const last = history.at(-1)?.at ?? day;
  return { by: { kind: 'unnamed' }, at: last > day ? last : day };
}

/** Whether it was this member who came forward as an idea's author. */
export function isClaimedBy({ authorId, history }: Idea, member: MemberId): boolean {
  return authorId === member && history.some(({ act }) => act === 'claim');
}
