/** A round's published result: the frozen numbers and list. */
import * as z from 'zod/mini';
import { category, count, department, ideaId, ideaStatus, instant, roundId } from '../fields.ts';
import { tally } from './ballot.ts';
import { reasonCode } from './idea.ts';
import { statisticsFacts } from './numbers.ts';

const bulletinEntry = z.object({
  id: ideaId,
  title: z.string(),
  category,
  department: z.optional(department),
  status: ideaStatus,
  reason: z.optional(z.string()),
  reasonCode: z.optional(reasonCode),
  reply: z.optional(z.string()),
  tally: z.optional(tally),
});

export const bulletin = z
  .object({
    organizationName: z.optional(z.string()),
    timeZone: z.optional(z.string()),
    departmentsWithheld: z.optional(
      z.boolean().register(z.globalRegistry, {
        description:
          'Whether departments are left out of the public bulletin because they are, or stand beside, small ones',
      }),
    ),
    numbersWithheld: z.optional(
      z.object({ numbers: z.array(z.string()), fewestIdeas: count }).register(z.globalRegistry, {
        description:
          'The numbers of the total that are null, because they are of fewer ideas than fewestIdeas, or would reveal the amount of so few',
      }),
    ),
    round: roundId,
    publishedAt: instant,
    statistics: z.object(statisticsFacts),
    items: z.array(bulletinEntry),
    nextCursor: z.optional(z.string()),
  })
  .register(z.globalRegistry, {
    id: 'Bulletin',
    description:
      'The numbers and the list as they were published; name and time zone are for readers who are not members',
  });

export const verification = z
  .object({
    round: roundId,
    publishedAt: instant,
    agrees: z.boolean(),
    ideas: count,
    discrepancies: z.array(
      z.object({ where: z.string(), published: z.string(), recomputed: z.string() }),
    ),
    more: count.register(z.globalRegistry, {
      description: 'Further discrepancies that are not told',
    }),
  })
  .register(z.globalRegistry, {
    id: 'Verification',
    description: 'where names a number or an idea; published and recomputed are JSON',
  });
