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

const rewards = z.optional(z.nullable(z.object({ ideas: count, fen: count })));
const followUp = z.optional(
  z
    .object({
      daysToFirstReply: z.object({ mean: z.nullable(z.number()), replied: count }),
      rewardsApproved: rewards,
      rewardsPaid: rewards,
      satisfaction: z.optional(
        z.nullable(z.object({ satisfied: count, neutral: count, dissatisfied: count, rate })),
      ),
      excellent: count,
    })
    .register(z.globalRegistry, {
      id: 'FollowUp',
      description:
        'What became of the ideas beside their decision. daysToFirstReply is from submission to the first official reply; approved rewards include paid ones, in fen; the rate of satisfaction is satisfied ÷ all who said; excellent counts the ideas that the committee has named so. A bulletin tells rewards and satisfaction in its total alone, and null is withheld there. Without followUp these numbers are unknown: the bulletin was published, or the round counted, before they existed',
    }),
);
const ideasPerHead = z.optional(rate).register(z.globalRegistry, {
  description:
    'Ideas ÷ headcount, which may exceed 1: in total the submitted ones, in a department those with an author who works there',
});
const people = { participation: rate, ideasPerHead };

const total = z.object({ ...numbers, ...people, followUp });

export const statisticsFacts = {
  total,
  departments: z.array(z.object({ name: department, ...numbers, ...people, followUp })),
  categories: z.array(z.object({ name: category, ...numbers, followUp })),
};

const targets = z.object({
  ideas: count,
  adoptionRate: z.object({ numerator: count, denominator: count }),
});
const met = z.object({ ideas: z.boolean(), adoptionRate: z.nullable(z.boolean()) });
const figures = { total, met };

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
 * A part has neither follow-up nor ideas per head, for the same reason as `partSince`; the file has
 * both. Counts alone, because with 200 departments in 36 rounds the rates would exceed the 6 MB of an
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
