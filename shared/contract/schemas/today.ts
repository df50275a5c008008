/** What waits for a member today, in every role they have. */
import * as z from 'zod/mini';
import { ROUND_STATES } from '../../domain/round/round.ts';
import { count, ideaId, instant, localDate, rate, roundId } from '../fields.ts';

/** What may wait for somebody, in the order of the list. */
export const TASKS = [
  'vote',
  'decide',
  'revise',
  'work',
  'co-authorship',
  'give-opinion',
  'screen',
  'assign',
  'reply',
  'answer-appeal',
  'accept',
  'approve-reward',
  'pay-reward',
] as const;

const task = z
  .object({
    kind: z.enum(TASKS),
    count: z.int().check(z.minimum(1)),
    more: z.boolean().register(z.globalRegistry, {
      description: 'Whether there are more than count, which is the most that are counted',
    }),
    ideas: z.array(z.object({ id: ideaId, title: z.string() })).register(z.globalRegistry, {
      description: 'The first few',
    }),
    until: z.optional(instant),
    due: z.optional(localDate).register(z.globalRegistry, {
      description: 'Of work, the first day that it is due',
    }),
    overdue: z.optional(count).register(z.globalRegistry, {
      description: 'Of work, how much of it is overdue',
    }),
  })
  .register(z.globalRegistry, { id: 'Task' });

export const today = z
  .object({
    day: localDate,
    tasks: z.array(task),
    round: z.object({
      id: roundId,
      state: z.enum(ROUND_STATES),
      opensAt: instant,
      intakeEndsAt: instant,
      closesAt: instant,
      publishesAt: instant,
      submitted: count,
      target: count,
    }),
    /** The last published round. */
    bulletin: z.optional(
      z.object({ round: roundId, submitted: count, adopted: count, adoptionRate: rate }),
    ),
  })
  .register(z.globalRegistry, {
    id: 'Today',
    description:
      'Tasks of which there are none are left out. round is the one that the calendar is in: deliberating, or else collecting',
  });
