/**
 * A zone's roll-up: numbers of its organizations, and nothing that leads to an idea or a person.
 */
import * as z from 'zod/mini';
import { organizationId, roundId, zoneId } from '../fields.ts';
import type { Route } from '../route.ts';
import { zoneStatistics } from '../schemas/zone.ts';
import { noBody } from './parts.ts';

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
