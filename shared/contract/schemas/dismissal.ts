/** Declining many ideas at once that have not been before the committee, and the result of each. */
import * as z from 'zod/mini';
import { REASON } from '../../domain/kernel/text.ts';
import { MOST_DISMISSED } from '../../domain/organization/limits.ts';
import { ideaId, lines } from '../fields.ts';
import { problem } from './problem.ts';

export const newDismissals = z
  .strictObject({
    ideas: z.array(ideaId).check(z.minLength(1), z.maxLength(MOST_DISMISSED)),
    reason: lines(REASON, 'Reason, the same for all'),
    reply: z.exactOptional(lines(REASON, 'What the authors are told officially')),
  })
  .register(z.globalRegistry, { id: 'NewDismissals' });

export const dismissals = z
  .object({
    ideas: z.array(
      z.object({
        idea: ideaId,
        outcome: z.enum(['declined', 'already', 'refused']).register(z.globalRegistry, {
          description:
            'already: by the same person for the same reason before, as when a request is repeated',
        }),
        problem: z.optional(problem),
      }),
    ),
  })
  .register(z.globalRegistry, {
    id: 'Dismissals',
    description: 'In the order asked for, each once',
  });
