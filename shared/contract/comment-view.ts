/**
 * A reader's view of a comment: a hidden one has no text, except for its writer, secretaries and
 * chairs.
 */
import type * as z from 'zod/mini';
import {
  type Comment,
  hidingOf,
  mayHideComment,
  mayReadComment,
  mayShowComment,
} from '../domain/idea/comment.ts';
import type { Idea } from '../domain/idea/idea.ts';
import type { MemberId } from '../domain/kernel/ids.ts';
import type { Member } from '../domain/organization/organization.ts';
import type { comment } from './schemas/comment.ts';

type CommentView = z.input<typeof comment>;

/** `hidden` are the authors of the idea whom the reader may not know. */
export function commentView(
  comment: Comment,
  idea: Idea,
  reader: Member,
  hidden: readonly MemberId[],
): CommentView {
  const { text, trace, writer, ...facts } = comment;
  const hiding = hidingOf(comment);
  const known = (by: MemberId): MemberId | undefined => (hidden.includes(by) ? undefined : by);
  return {
    ...facts,
    ...(hidden.includes(writer) ? { authorHidden: true } : { writer }),
    ...(mayReadComment(comment, reader) && { text }),
    hidden: hiding ? { at: hiding.at, by: known(hiding.by), reason: hiding.reason } : null,
    trace: trace.map(one => ({ ...one, by: known(one.by) })),
    mayHide: mayHideComment(comment, idea, reader),
    mayShow: mayShowComment(comment, idea, reader),
  };
}
