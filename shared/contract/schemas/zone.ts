/**
 * The numbers of a zone: the organizations that have not published a round, or, once all have,
 * their numbers. Null numbers are withheld: the group has fewer than five ideas, decisions or
 * people, or subtraction would reveal another one.
 */
import * as z from 'zod/mini';
import { count, organizationId, roundId, zoneId } from '../fields.ts';
import { numbersWithParticipation } from './numbers.ts';

const roundNumbers = z.omit(numbersWithParticipation, {
  accepted: true,
  abandoned: true,
  implementationRate: true,
  claimedBenefit: true,
  verifiedBenefit: true,
});
const workNumbers = z.object({
  accepted: count,
  abandoned: count,
  claimedBenefit: count,
  verifiedBenefit: count,
  overdue: count,
});
const shown = { numbers: z.nullable(roundNumbers), work: z.nullable(workNumbers) };

const placed = { organization: organizationId, name: z.string() };
const asked = { zone: zoneId, round: roundId, organizations: count };

export const zoneStatistics = z
  .discriminatedUnion('state', [
    z.object({
      state: z.literal('awaited'),
      ...asked,
      published: count,
      awaited: z.array(z.object({ ...placed, district: z.string() })),
    }),
    z.object({
      state: z.literal('complete'),
      ...asked,
      smallestGroup: count,
      workSince: z.exactOptional(roundId),
      ...shown,
      districts: z.array(
        z.object({
          district: z.string(),
          organizations: count,
          ...shown,
          rows: z.optional(z.array(z.object({ ...placed, ...shown }))),
        }),
      ),
      nextCursor: z.exactOptional(organizationId),
    }),
  ])
  .register(z.globalRegistry, {
    id: 'ZoneStatistics',
    description:
      'Nothing is shown before all organizations of the zone have published the round; awaited names the first 100 of the reader’s districts that are yet to. numbers are as published; work is what had become by then of the ideas handed in since workSince, and is told with the last round of a year alone: other rounds have no workSince, and their work is null. Either is null where it is withheld; totals are for those who see the whole zone. rows are there for up to 500 organizations, or for the district that was asked for, 2,000 at a time',
  });

export const zoneSeries = z
  .object({ zone: zoneId, rounds: z.array(zoneStatistics) })
  .register(z.globalRegistry, {
    id: 'ZoneSeries',
    description:
      'Each round as it is shown by itself, the oldest first, without the rows of organizations',
  });
