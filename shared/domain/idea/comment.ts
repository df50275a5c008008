/**
 * Comments (评论) on an idea: who may write one, who may hide it and show it again, and who can
 * still read a hidden one. Nothing is ever erased: each hiding and showing leaves its trace, and
 * the last entry shows whether a comment is hidden.
 */
import type { CommentId, IdeaId, MemberId, OrganizationId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import type { ChangedMeanwhile } from '../kernel/refusal.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { hasRole, type Member } from '../organization/organization.ts';
import { authorsOf, type Idea } from './idea.ts';
import type { IdeaStatus } from './lifecycle.ts';

export type NotOpenForComments = {
  readonly code: 'not-open-for-comments';
  readonly status: IdeaStatus;
};
export type NotYoursToHide = { readonly code: 'not-yours-to-hide' };
export type NotYoursToShow = { readonly code: 'not-yours-to-show' };
export type ShownTooOften = { readonly code: 'shown-too-often'; readonly most: number };

/** A comment was hidden, with the reason, or shown again. */
export type CommentAct =
  | { readonly act: 'hide'; readonly at: Instant; readonly by: MemberId; readonly reason: string }
  | { readonly act: 'show'; readonly at: Instant; readonly by: MemberId };

export interface Comment {
  readonly id: CommentId;
  readonly organization: OrganizationId;
  readonly ideaId: IdeaId;
  /** Always a member's number: an unnamed author comments under their name like every member. */
  readonly writer: MemberId;
  readonly text: string;
  readonly writtenAt: Instant;
  /**
   * Hide and show acts in turn, beginning with a hide act. Empty if the comment was never hidden.
   */
  readonly trace: readonly CommentAct[];
}

/**
 * How often a comment can be shown again; after that it stays hidden. An item in the table has room
 * for this many. A quarrel must not fill the item up while the comment is visible, because then
 * nobody could hide it.
 */
export const MOST_SHOWINGS = 9;

const MODERATORS = ['secretary', 'chair'] as const;

type Commented = Pick<Idea, 'authorId' | 'coAuthors'>;

/** Writes a comment. */
export function writeComment(
  idea: Idea,
  id: CommentId,
  { writer, text, at }: { readonly writer: MemberId; readonly text: string; readonly at: Instant },
): Result<Comment, NotOpenForComments> {
  if (!openForComments(idea)) return err({ code: 'not-open-for-comments', status: idea.status });
  const { organization, id: ideaId } = idea;
  return ok({ id, organization, ideaId, writer, text, writtenAt: at, trace: [] });
}

/** The comment as it was first written: the answer to a repeated request. */
export function asWritten(comment: Comment): Comment {
  return { ...comment, trace: [] };
}

/**
 * Hides a comment; a repeated hiding leaves it unchanged. A second, different one is refused,
 * because readers will not see its reason.
 */
export function hideComment(
  comment: Comment,
  idea: Commented,
  by: Member,
  reason: string,
  at: Instant,
): Result<Comment, NotYoursToHide | ChangedMeanwhile> {
  if (by.id !== comment.writer && !moderates(by, idea)) return err({ code: 'not-yours-to-hide' });
  const hiding = hidingOf(comment);
  if (hiding)
    return hiding.by === by.id && hiding.reason === reason
      ? ok(comment)
      : err({ code: 'changed-meanwhile' });
  return ok(traced(comment, { act: 'hide', at, by: by.id, reason }));
}

/**
 * Shows a comment again; leaves it unchanged if it is not hidden. Only the writer restores a
 * comment that they hid themselves. The writer cannot restore a comment that another member hid.
 */
export function showComment(
  comment: Comment,
  idea: Commented,
  by: Member,
  at: Instant,
): Result<Comment, NotYoursToShow | ShownTooOften> {
  const hiding = hidingOf(comment);
  if (!hiding) return ok(comment);
  if (!mayUndo(hiding, comment, idea, by)) return err({ code: 'not-yours-to-show' });
  if (isSpent(comment)) return err({ code: 'shown-too-often', most: MOST_SHOWINGS });
  return ok(traced(comment, { act: 'show', at, by: by.id }));
}

/** Who hid a comment, when and why, if it is hidden. */
export function hidingOf({ trace }: Comment): Extract<CommentAct, { act: 'hide' }> | undefined {
  const last = trace.at(-1);
  return last?.act === 'hide' ? last : undefined;
}

/** Whether a reader may see a comment's text. A hidden one has its writer and moderators alone. */
export function mayReadComment(comment: Comment, reader: Member): boolean {
  return !hidingOf(comment) || reader.id === comment.writer || hasRole(reader, MODERATORS);
}

/** Whether a reader may hide a comment in its present state. */
export function mayHideComment(comment: Comment, idea: Commented, reader: Member): boolean {
  return !hidingOf(comment) && (reader.id === comment.writer || moderates(reader, idea));
}

/** Whether a reader may show a comment again in its present state. */
export function mayShowComment(comment: Comment, idea: Commented, reader: Member): boolean {
  const hiding = hidingOf(comment);
  return hiding !== undefined && mayUndo(hiding, comment, idea, reader) && !isSpent(comment);
}

/** Whether an idea takes comments. Every idea does until it is withdrawn. */
export function openForComments({ status }: Pick<Idea, 'status'>): boolean {
  return status !== 'withdrawn';
}

/**
 * Whether a member moderates the comments on an idea: secretaries and chairs do. Its known authors
 * do not, whatever their roles: nobody hides what others object to in an idea of their own.
 */
function moderates(member: Member, idea: Commented): boolean {
  return hasRole(member, MODERATORS) && !authorsOf(idea).includes(member.id);
}

function mayUndo(
  { by }: CommentAct,
  { writer }: Comment,
  idea: Commented,
  member: Member,
): boolean {
  if (by === writer) return member.id === writer;
  return member.id !== writer && moderates(member, idea);
}

function isSpent({ trace }: Comment): boolean {
  return trace.filter(({ act }) => act === 'show').length >= MOST_SHOWINGS;
}

function traced(comment: Comment, act: CommentAct): Comment {
  return { ...comment, trace: [...comment.trace, act] };
}
