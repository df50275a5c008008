/** A round's numbers: numerators and denominators by organization, department and category. */
import * as z from 'zod/mini';
import { ROUND_STATES } from '../../domain/round/round.ts';
import { category, count, department, instant, rate, roundId } from '../fields.ts';

const counts = {
  submitted: count,
  adopted: count,
  declined: count,
  decided: count,
  deferred: count,
  undecided: count,
  accepted: count,
  abandoned: count,
  claimedBenefit: count,
  verifiedBenefit: count,
};
const numbers = {
  ...counts,
  adoptionRate: rate,
  adoptionRateOfDecided: rate,
  decisionRate: rate,
  implementationRate: rate,
  daysToDecision: z.object({ mean: z.nullable(z.number()), percentile90: z.nullable(z.int()) }),
};

export const numbersWithParticipation = z.object({ ...numbers, participation: rate });

export const statisticsFacts = {
  total: numbersWithParticipation,
  departments: z.array(z.object({ name: department, ...numbers, participation: rate })),
  categories: z.array(z.object({ name: category, ...numbers })),
};

const targets = z.object({
  ideas: count,
  adoptionRate: z.object({ numerator: count, denominator: count }),
});
const met = z.object({ ideas: z.boolean(), adoptionRate: z.nullable(z.boolean()) });
const figures = { total: numbersWithParticipation, met };

const overdueIn = z.array(z.object({ name: z.string(), overdue: count }));
const overdue = z
  .object({ total: count, departments: overdueIn, categories: overdueIn })
  .register(z.globalRegistry, {
    id: 'Overdue',
    description:
      'How much work is overdue today, over all rounds: in the whole organization, and in the departments and categories with any; of an idea about no department it is in the total alone',
  });

export const statistics = z
  .object({
    round: roundId,
    state: z.enum(ROUND_STATES),
    targets,
    met,
    overdue,
    ...statisticsFacts,
  })
  .register(z.globalRegistry, {
    id: 'Statistics',
    description:
      'The numbers as they run; met holds them against the targets as they are today, and overdue is of all rounds and not of this one alone',
  });

const ofRound = {
  round: roundId,
  state: z.enum(ROUND_STATES),
  ...figures,
  parts: z.optional(
    z.array(z.object({ name: z.string(), ...numbers, participation: z.optional(rate) })),
  ),
};

/**
 * Counts alone, because with 200 departments in 36 rounds the rates would exceed the 6 MB of an
 * answer; clients compute them from the counts.
 */
const partSince = z.object({ name: z.string(), ...counts });

export const series = z
  .object({
    targets,
    overdue,
    rounds: z.array(
      z.discriminatedUnion('source', [
        z.object({ source: z.literal('live'), ...ofRound }),
        z.object({
          source: z.literal('published'),
          publishedAt: instant,
          ...ofRound,
          live: z.object({ ...figures, parts: z.optional(z.array(partSince)) }),
        }),
      ]),
    ),
  })
  .register(z.globalRegistry, {
    id: 'Series',
    description:
      'Numbers of rounds, the oldest first: of a published one those of its bulletin, and live beside them as they are now; met holds them against the targets as they are today',
  });
