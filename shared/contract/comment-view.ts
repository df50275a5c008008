/**
 * A reader's view of a comment: a hidden one has no text, except for its writer and secretaries.
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
import type { Member } from '../domain/organization/organization.ts';
import type { comment } from './schemas/comment.ts';

type CommentView = z.input<typeof comment>;

export function commentView(comment: Comment, idea: Idea, reader: Member): CommentView {
  const { text, trace, ...facts } = comment;
  const hiding = hidingOf(comment);
  return {
    ...facts,
    ...(mayReadComment(comment, reader) && { text }),
    hidden: hiding ? { at: hiding.at, by: hiding.by, reason: hiding.reason } : null,
    trace: [...trace],
    mayHide: mayHideComment(comment, idea, reader),
    mayShow: mayShowComment(comment, idea, reader),
  };
}
