/** The same act on many ideas at once, and the result of each. */
import * as z from 'zod/mini';
import { REASON } from '../../domain/kernel/text.ts';
import { MOST_AT_ONCE } from '../../domain/organization/limits.ts';
import { givenMemberId, ideaId, lines, localDate } from '../fields.ts';
import { problem } from './problem.ts';

const version = z.exactOptional(
  z.int().check(z.minimum(1)).register(z.globalRegistry, {
    description: 'The version that was read; the idea is refused if it has another',
  }),
);

/** Up to a hundred of something. */
const many = <Item extends z.ZodMiniType>(item: Item) =>
  z.array(item).check(z.minLength(1), z.maxLength(MOST_AT_ONCE));

/** Ideas by their ids, or with the versions that were read. */
const chosen = many(z.union([ideaId, z.strictObject({ idea: ideaId, version })]));

export const chosenIdeas = z
  .strictObject({ ideas: chosen })
  .register(z.globalRegistry, { id: 'ChosenIdeas' });

export const newDismissals = z
  .strictObject({
    ideas: chosen,
    reason: lines(REASON, 'Reason, the same for all'),
    reply: z.exactOptional(lines(REASON, 'What the authors are told officially')),
  })
  .register(z.globalRegistry, { id: 'NewDismissals' });

export const newAssignments = z
  .union([
    z.strictObject({ ideas: chosen, owner: givenMemberId, due: localDate }),
    z.strictObject({
      ideas: many(z.strictObject({ idea: ideaId, version, owner: givenMemberId, due: localDate })),
    }),
  ])
  .register(z.globalRegistry, {
    id: 'NewAssignments',
    description: 'One owner and due day for all, or for each its own',
  });

export const outcomes = z
  .object({
    ideas: z.array(
      z.object({
        idea: ideaId,
        outcome: z.enum(['done', 'refused', 'not-done']).register(z.globalRegistry, {
          description:
            'done: now or by the same request before. not-done: there was no time or no capacity; send the request again',
        }),
        version: z.optional(z.int()).register(z.globalRegistry, {
          description: 'Of a done one: the version that the act left, for the next act',
        }),
        problem: z.optional(problem),
      }),
    ),
  })
  .register(z.globalRegistry, {
    id: 'Outcomes',
    description: 'In the order asked for, each idea once',
  });
