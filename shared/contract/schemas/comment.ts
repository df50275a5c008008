/** Comments in requests, and in a reader's view: without the text if it is hidden from them. */
import * as z from 'zod/mini';
import { COMMENT } from '../../domain/kernel/text.ts';
import { commentId, ideaId, instant, lines, memberId, organizationId } from '../fields.ts';

export const newComment = z
  .strictObject({ text: lines(COMMENT, 'Comment 评论') })
  .register(z.globalRegistry, { id: 'NewComment' });

export const newHiding = z
  .strictObject({ reason: lines(COMMENT, 'Why it is hidden; everybody is shown this 隐藏理由') })
  .register(z.globalRegistry, { id: 'NewHiding' });

/** Without `by`, it was an author whom the reader may not know yet. */
const signed = { at: instant, by: z.optional(memberId) };

export const comment = z
  .object({
    id: commentId,
    organization: organizationId,
    ideaId,
    writer: z.optional(memberId),
    authorHidden: z.optional(z.literal(true)).register(z.globalRegistry, {
      description: 'The writer is an author of the idea whom the reader may not know yet',
    }),
    text: z.optional(z.string()),
    writtenAt: instant,
    hidden: z.nullable(z.object({ ...signed, reason: z.string() })),
    trace: z.array(
      z.discriminatedUnion('act', [
        z.object({ act: z.literal('hide'), ...signed, reason: z.string() }),
        z.object({ act: z.literal('show'), ...signed }),
      ]),
    ),
    mayHide: z.boolean(),
    mayShow: z.boolean(),
  })
  .register(z.globalRegistry, {
    id: 'Comment',
    description:
      'hidden says who hid it, when and why, or is null; only its writer, secretaries and chairs then get the text. ' +
      'mayHide and mayShow are about the reader. trace has all hidings and showings',
  });
