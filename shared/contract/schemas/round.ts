/** A round with its state, its schedule and, once it has opened, its electorate. */
import * as z from 'zod/mini';
import { ROUND_STATES } from '../../domain/round/round.ts';
import { instant, memberId, roundId } from '../fields.ts';

export const round = z
  .object({
    id: roundId,
    state: z.enum(ROUND_STATES),
    day: z
      .string()
      .register(z.globalRegistry, { format: 'date', description: 'The deliberation day' }),
    opensAt: instant,
    intakeEndsAt: instant,
    closesAt: instant,
    publishesAt: instant,
    openedAt: z.optional(instant),
    closedAt: z.optional(instant),
    publishedAt: z.optional(instant),
    broughtForwardBy: z.optional(memberId),
    electorate: z.optional(z.array(memberId)),
  })
  .register(z.globalRegistry, {
    id: 'Round',
    description: 'broughtForwardBy is who had it published before its day',
  });
