/** A member's own data, as a person reads it: sections with headings, and rows of named facts. */
import * as z from 'zod/mini';
import { instant } from '../fields.ts';

const fact = z.union([z.string(), z.number(), z.boolean()]);

export const myData = z
  .object({
    organization: z.string(),
    at: instant,
    notes: z.array(z.string()).register(z.globalRegistry, {
      description: 'What the sections do not have, and why; in the first part alone',
    }),
    sections: z.array(z.object({ heading: z.string(), rows: z.array(z.record(z.string(), fact)) })),
    nextCursor: z.optional(z.string()).register(z.globalRegistry, {
      description: 'Where the next part goes on; absent in the last',
    }),
  })
  .register(z.globalRegistry, {
    id: 'MyData',
    description: 'Headings and names of facts are in Chinese, as in all files',
  });

/** The place in the data from which a part goes on: after an idea, or at a round. */
export const dataCursor = z
  .string()
  .check(z.regex(/^20\d{2}-(0[1-9]|1[0-2])(-[0-9a-hjkmnp-tv-z]{26})?$/))
  .register(z.globalRegistry, { description: 'The nextCursor of the part before' });
