/**
 * How items are read back. What comes out of the table is parsed like any other input, so that the code behind this edge can
 * trust its types; an item that does not fit is a bug and throws.
 */
import * as z from 'zod/mini';
import { CHOICES, type Vote } from '../domain/ballot.ts';
import {
  isCategory,
  isDepartment,
  isIdeaId,
  isMemberId,
  isOrganizationId,
  isRoundId,
  isSeat,
  isSubject,
  isZoneId,
} from '../domain/ids.ts';
import { isInstant, isLocalDate } from '../domain/instant.ts';
import {
  type Member,
  type Organization,
  ROLES,
  ZONE_ROLES,
  type ZoneMember,
} from '../domain/organization.ts';
import type { Round } from '../domain/round.ts';

export const branded = <Value extends string>(is: (text: string) => text is Value) =>
  z.custom<Value>(value => typeof value === 'string' && is(value));

export const organizationId = branded(isOrganizationId);
export const memberId = branded(isMemberId);
export const roundId = branded(isRoundId);
export const ideaId = branded(isIdeaId);
export const instant = branded(isInstant);
export const department = branded(isDepartment);
export const category = branded(isCategory);
const localDate = branded(isLocalDate);
const zoneId = branded(isZoneId);
const subject = branded(isSubject);
const number = z.number();

const share = z.object({ numerator: number, denominator: number });
const rules = z.object({ ballot: z.enum(['open', 'secret']), quorumShare: share, threshold: share });

const calendarRules = {
  timeZone: z.string(),
  day: number,
  opensAt: z.string(),
  votingDays: number,
  closesAt: z.string(),
  publicationDays: number,
};

export const organizationItem = z.object({
  id: organizationId,
  name: z.string(),
  zone: z.exactOptional(zoneId),
  district: z.exactOptional(z.string()),
  calendar: z.object({
    ...calendarRules,
    former: z.array(z.object({ ...calendarRules, until: roundId })),
    movedDays: z.record(z.string(), localDate),
  }),
  rules,
  targets: z.object({ ideas: number, adoptionRate: share }),
  rewardBands: z.array(z.object({ from: number, least: number, most: number })),
  publicBulletin: z.boolean(),
  departments: z.array(department),
  categories: z.array(category),
  retired: z.object({ departments: z.array(department), categories: z.array(category) }),
  version: number,
}) satisfies z.ZodMiniType<Organization>;

export const memberItem = z.object({
  organization: organizationId,
  id: memberId,
  subject,
  roles: z.array(z.enum(ROLES)),
  department,
  active: z.boolean(),
  version: number,
}) satisfies z.ZodMiniType<Member>;

export const zoneMemberItem = z.object({
  zone: zoneId,
  id: memberId,
  subject,
  roles: z.array(z.enum(ZONE_ROLES)),
  districts: z.array(z.string()),
}) satisfies z.ZodMiniType<ZoneMember>;

const roundFacts = {
  organization: organizationId,
  id: roundId,
  schedule: z.object({
    day: localDate,
    opensAt: instant,
    intakeEndsAt: instant,
    closesAt: instant,
    publishesAt: instant,
  }),
};
const opened = { openedAt: instant, electorate: z.array(memberId), rules };
const closed = { ...opened, closedAt: instant, broughtForwardBy: z.exactOptional(memberId) };

export const roundItem = z.discriminatedUnion('state', [
  z.object({ ...roundFacts, state: z.literal('collecting') }),
  z.object({ ...roundFacts, ...opened, state: z.literal('deliberating'), intakeEnded: z.boolean() }),
  z.object({
    ...roundFacts,
    ...closed,
    state: z.literal('decided'),
    sealed: z.boolean(),
  }),
  z.object({
    ...roundFacts,
    ...closed,
    state: z.literal('published'),
    publishedAt: instant,
  }),
]) satisfies z.ZodMiniType<Round>;

const cast = {
  round: roundId,
  seat: branded(isSeat),
  choice: z.enum(CHOICES),
  comment: z.exactOptional(z.string()),
};

export const voteItem = z.discriminatedUnion('ballot', [
  z.object({ ballot: z.literal('open'), ...cast, voter: memberId, castAt: instant }),
  z.object({ ballot: z.literal('secret'), ...cast }),
]) satisfies z.ZodMiniType<Vote>;
