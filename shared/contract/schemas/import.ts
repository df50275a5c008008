/** A file of paper slips: its columns, and the result of each row. */
import * as z from 'zod/mini';
import { count, ideaId } from '../fields.ts';
import { problem } from './problem.ts';

/**
 * The columns of the paper slip's form, with the headings of a secretary's spreadsheet, and their
 * fields.
 */
export const SLIP_COLUMNS = {
  序号: 'number',
  工号: 'authorId',
  部门: 'department',
  类别: 'category',
  建议名称: 'title',
  现状分析: 'problem',
  改进措施: 'proposal',
  '预期年效益(元)': 'expectedBenefit',
  提交时间: 'submittedAt',
} as const;

/** Where a file continues that is too long for one request. */
export const nextRow = z.optional(count).register(z.globalRegistry, {
  description:
    'The row at which the file goes on: send it again with from=next until there is none. Each part is safe to repeat',
});

export const importReply = z
  .object({
    created: count,
    duplicates: count,
    rejected: count,
    rows: z.array(
      z.object({
        row: count.register(z.globalRegistry, {
          description: 'The row of the file, the first after the header being 1',
        }),
        outcome: z.enum(['created', 'duplicate', 'rejected']),
        title: z
          .optional(z.string())
          .register(z.globalRegistry, { description: 'As the row has it' }),
        ideaId: z.optional(ideaId),
        problem: z.optional(problem),
      }),
    ),
    next: nextRow,
  })
  .register(z.globalRegistry, { id: 'Import' });
