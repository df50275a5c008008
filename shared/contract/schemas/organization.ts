/** A member's view of an organization, and a person's memberships. */
import * as z from 'zod/mini';
import { ROLES, ZONE_ROLES } from '../../domain/organization/organization.ts';
import {
  category,
  count,
  department,
  memberId,
  organizationId,
  personName,
  roundId,
  team,
  yuan,
  zoneId,
} from '../fields.ts';

const share = z.object({ numerator: count, denominator: count });

export const me = z
  .object({
    subject: z.string(),
    memberships: z.array(
      z.object({
        organization: organizationId,
        organizationName: z.string(),
        memberId,
        roles: z.array(z.enum(ROLES)),
        name: z.optional(personName),
        department,
        team: z.optional(team),
      }),
    ),
    zones: z.array(
      z.object({
        zone: zoneId,
        zoneName: z.optional(z.string()),
        memberId,
        roles: z.array(z.enum(ZONE_ROLES)),
        name: z.optional(personName),
        districts: z.array(z.string()),
      }),
    ),
  })
  .register(z.globalRegistry, { id: 'Me' });

export const organization = z
  .object({
    id: organizationId,
    name: z.string(),
    zone: z.optional(zoneId),
    district: z.optional(z.string()),
    calendar: z.object({
      timeZone: z.string(),
      day: z.int(),
      opensAt: z.string(),
      votingDays: z.int(),
      closesAt: z.string(),
      publicationDays: z.int(),
      movedDays: z.record(z.string(), z.string()),
    }),
    rules: z.object({ ballot: z.enum(['open', 'secret']), quorumShare: share, threshold: share }),
    targets: z.object({ ideas: count, adoptionRate: share }),
    rewardBands: z.array(z.object({ from: yuan, least: yuan, most: yuan })),
    publicBulletin: z.boolean(),
    blindScreening: z.boolean(),
    dueDays: count,
    departments: z.array(department),
    contacts: z.array(z.object({ department, member: memberId })),
    categories: z.array(category),
    currentRound: roundId,
    version: z.int(),
  })
  .register(z.globalRegistry, {
    id: 'Organization',
    description: 'currentRound is the one that takes ideas now; the calendar is what holds for it',
  });
