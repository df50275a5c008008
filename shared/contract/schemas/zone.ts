/**
 * The numbers of a zone. Where numbers are null they are withheld: the group is smaller than five ideas or people, or would be
 * told by what is left when the others are taken away.
 */
import * as z from 'zod/mini';
import { count, organizationId, roundId, zoneId } from '../fields.ts';
import { numbersWithParticipation } from './numbers.ts';

const shown = z.nullable(numbersWithParticipation);

export const zoneStatistics = z
  .object({
    zone: zoneId,
    round: roundId,
    smallestGroup: count,
    organizations: count,
    numbers: shown,
    districts: z.array(
      z.object({
        district: z.string(),
        organizations: count,
        numbers: shown,
        rows: z.optional(
          z.array(z.object({ organization: organizationId, name: z.string(), numbers: shown })),
        ),
      }),
    ),
  })
  .register(z.globalRegistry, {
    id: 'ZoneStatistics',
    description:
      'numbers is null where it is withheld; the total is for those who see the whole zone; rows are there for up to 500 organizations, or for the district that was asked for',
  });
