/**
 * A zone's roll-up: numbers of its organizations, and nothing that leads to an idea or a person.
 */
import * as z from 'zod/mini';
import { roundId, zoneId } from '../fields.ts';
import type { Route } from '../route.ts';
import { zoneStatistics } from '../schemas/zone.ts';
import { noBody } from './parts.ts';

export const getZoneStatistics = {
  id: 'getZoneStatistics',
  method: 'GET',
  path: '/zones/{zone}/rounds/{round}/statistics',
  summary:
    'The numbers of a round over the organizations I look after; what would show a small group is withheld',
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
  }),
  body: noBody,
  success: { status: 200, reply: zoneStatistics },
  refusals: ['not-found'],
} as const satisfies Route;
