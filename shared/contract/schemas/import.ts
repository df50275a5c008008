/** A file of paper slips: its columns, and the result of each row. */
import * as z from 'zod/mini';
import { count, ideaId, memberId, roundId } from '../fields.ts';
import { problem } from './problem.ts';

/** What to look at twice in a row before it is imported. */
export const SLIP_WARNINGS = ['name-differs', 'department-differs'] as const;

/** Where a file continues that is too long for one request. */
export const nextRow = z.optional(count).register(z.globalRegistry, {
  description:
    'The row at which the file goes on: send it again with from=next until there is none. Each part is safe to repeat',
});

export const importReply = z
  .object({
    preview: z
      .boolean()
      .register(z.globalRegistry, { description: 'Whether nothing has been written' }),
    created: count,
    duplicates: count,
    withdrawn: count.register(z.globalRegistry, {
      description:
        'Of rows whose idea was withdrawn or taken back before. They are not imported again; type such a slip by hand',
    }),
    rejected: count,
    rows: z.array(
      z.object({
        row: count.register(z.globalRegistry, {
          description: 'The row of the file, the first after the header being 1',
        }),
        outcome: z.enum(['created', 'duplicate', 'withdrawn', 'rejected']),
        title: z
          .optional(z.string())
          .register(z.globalRegistry, { description: 'As the row has it' }),
        ideaId: z.optional(ideaId),
        authorId: z
          .optional(memberId)
          .register(z.globalRegistry, { description: 'Whose number the row has, as listed' }),
        round: z.optional(roundId),
        warnings: z.optional(
          z.array(z.enum(SLIP_WARNINGS)).register(z.globalRegistry, {
            description:
              'name-differs: the row has another name than the member of its number. department-differs: another department than the member’s own, which a slip may well be about',
          }),
        ),
        problem: z.optional(problem),
      }),
    ),
    next: nextRow,
  })
  .register(z.globalRegistry, { id: 'Import' });
