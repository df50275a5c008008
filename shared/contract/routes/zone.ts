/**
 * A zone's roll-up: numbers of its organizations, and nothing that leads to an idea or a person.
 */
import * as z from 'zod/mini';
import { organizationId, roundId, zoneId } from '../fields.ts';
import type { Route } from '../route.ts';
import { zoneSeries, zoneStatistics } from '../schemas/zone.ts';
import { atMostRounds, noBody } from './parts.ts';

export const getZoneStatistics = {
  id: 'getZoneStatistics',
  method: 'GET',
  path: '/zones/{zone}/rounds/{round}/statistics',
  summary:
    'What the organizations I look after have published of a round, once all have; what would show a small group is withheld',
  audience: 'zone',
  access: { who: 'zone-members' },
  parameters: z.strictObject({ zone: zoneId, round: roundId }),
  query: z.strictObject({
    district: z.exactOptional(
      z.string().check(z.minLength(1), z.maxLength(40)).register(z.globalRegistry, {
        description:
          'Names the district whose organizations are listed, where there are too many to list all',
      }),
    ),
    cursor: z.exactOptional(organizationId),
  }),
  body: noBody,
  success: { status: 200, reply: zoneStatistics },
  refusals: ['not-found'],
} as const satisfies Route;

/** A year of them. Each is made of the numbers of all organizations. */
const MOST_ROUNDS = 12;

export const getZoneSeries = {
  id: 'getZoneSeries',
  method: 'GET',
  path: '/zones/{zone}/statistics',
  summary:
    'The same of the rounds from one to another, a year of them at the most, by district and without the single organizations',
  audience: 'zone',
  access: { who: 'zone-members' },
  parameters: z.strictObject({ zone: zoneId }),
  query: z.strictObject({ from: roundId, to: roundId }).check(atMostRounds(MOST_ROUNDS)),
  body: noBody,
  success: { status: 200, reply: zoneSeries },
  refusals: ['not-found'],
} as const satisfies Route;
