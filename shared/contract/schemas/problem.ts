/** A refusal in a reply: RFC 9457 problem details, with the fields that broke a rule. */
import * as z from 'zod/mini';

export const problem = z
  .object({
    type: z
      .string()
      .register(z.globalRegistry, { description: 'Names the kind of problem; ends in its code' }),
    title: z.string(),
    status: z.int(),
    detail: z.optional(z.string()),
    code: z.string(),
    requestId: z.optional(z.string()),
    errors: z.optional(
      z.array(
        z.object({
          field: z.string(),
          rule: z.string(),
          detail: z.string(),
        }),
      ),
    ),
  })
  .register(z.globalRegistry, { id: 'Problem', description: 'RFC 9457 problem details' });
