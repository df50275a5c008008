/**
 * Claim codes in requests, always in a body: logs and histories record addresses, but not bodies.
 */
import * as z from 'zod/mini';
import { claimCode } from '../fields.ts';
import { idea, revisedContent } from './idea.ts';

export const byCode = z
  .strictObject({ code: claimCode })
  .register(z.globalRegistry, { id: 'ByCode' });

export const revisionByCode = z
  .strictObject({ code: claimCode, ...revisedContent.shape })
  .register(z.globalRegistry, {
    id: 'RevisionByCode',
    description: 'Without a department, or photos, they stay as they were',
  });

/** A submitted idea, with its claim code if it is unnamed. */
export const submittedIdea = z
  .object({
    ...idea.shape,
    claimCode: z.optional(
      z.string().register(z.globalRegistry, {
        description:
          'The claim code of an anonymous idea. It is told here and nowhere else; whoever has it can follow, revise, withdraw and claim the idea',
        examples: ['2610-0123-4567-89AB-CDEF-GHJK'],
      }),
    ),
  })
  .register(z.globalRegistry, { id: 'SubmittedIdea' });
