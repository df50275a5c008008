/**
 * Rewards: a manager's approval, and the state of a reward. Amounts of the bands are in CNY,
 * payments in fen.
 */
import * as z from 'zod/mini';
import { count, fen, givenMemberId, instant, memberId } from '../fields.ts';

const shares = z
  .array(z.strictObject({ member: givenMemberId, fen }))
  .check(z.minLength(1), z.maxLength(100))
  .register(z.globalRegistry, { description: 'They add up to the amount' });

export const newReward = z
  .strictObject({ amount: fen, shares })
  .register(z.globalRegistry, { id: 'NewReward' });

export const reward = z
  .object({
    state: z.enum(['proposed', 'approved', 'paid']),
    least: count,
    most: count,
    proposed: count,
    amount: z.optional(fen),
    shares: z.optional(z.array(z.object({ member: memberId, fen }))),
    approvedBy: z.optional(memberId),
    approvedAt: z.optional(instant),
    paidBy: z.optional(memberId),
    paidAt: z.optional(instant),
  })
  .register(z.globalRegistry, {
    id: 'Reward',
    description:
      'least, most and proposed in CNY, as the bands say; amount and shares in fen, as approved',
  });
