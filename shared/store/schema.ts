/**
 * Stores and parses items. What comes out of the table is parsed like any other input, so that the
 * code behind this edge can trust its types; an item that does not fit is a bug and throws.
 */
import * as z from 'zod/mini';
import { CHOICES, type Vote } from '../domain/idea/ballot.ts';
import {
  isCategory,
  isDepartment,
  isIdeaId,
  isMemberId,
  isOrganizationId,
  isPersonName,
  isPhotoId,
  isRoundId,
  isSubject,
  isTeam,
  isVoterPseudonym,
  isZoneId,
} from '../domain/kernel/ids.ts';
import { isInstant, isLocalDate } from '../domain/kernel/instant.ts';
import { DEFAULT_LIMITS } from '../domain/organization/limits.ts';
import {
  DEFAULT_APPEAL_DAYS,
  DEFAULT_DUE_DAYS,
  type ListedMember,
  type Organization,
  ROLES,
  ZONE_ROLES,
  type ZoneMember,
} from '../domain/organization/organization.ts';
import type { Round } from '../domain/round/round.ts';
import { storedItem } from './stored-item.ts';

/** Named in the list of stored shapes: `isIdeaId` makes an `IdeaId`. */
export const branded = <Value extends string>(is: (text: string) => text is Value) =>
  z
    .custom<Value>(value => typeof value === 'string' && is(value))
    .register(z.globalRegistry, { title: is.name.replace(/^is/, '') });

export const organizationId = branded(isOrganizationId);
export const memberId = branded(isMemberId);
export const roundId = branded(isRoundId);
export const ideaId = branded(isIdeaId);
export const photoId = branded(isPhotoId);
export const instant = branded(isInstant);
export const department = branded(isDepartment);
export const category = branded(isCategory);
const localDate = branded(isLocalDate);
const zoneId = branded(isZoneId);
const subject = branded(isSubject);
const number = z.number();

const share = z.strictObject({ numerator: number, denominator: number });
const rules = z.strictObject({
  ballot: z.enum(['open', 'secret']),
  quorumShare: share,
  threshold: share,
});

const calendarRules = {
  timeZone: z.string(),
  day: number,
  opensAt: z.string(),
  votingDays: number,
  closesAt: z.string(),
  publicationDays: number,
};

export const organizationItem = storedItem<Organization>()({
  type: 'organization',
  beside: {},
  /**
   * Before version 2 nothing was limited, before version 3 nobody could appeal or be hidden, and
   * before version 4 every owner usually had thirty days.
   */
  upgraders: [
    item => ({ limits: DEFAULT_LIMITS, ...item }),
    item => ({ appealDays: DEFAULT_APPEAL_DAYS, blindScreening: false, ...item }),
    item => ({ dueDays: DEFAULT_DUE_DAYS, ...item }),
  ],
  shape: () =>
    z.strictObject({
      id: organizationId,
      name: z.string(),
      zone: z.exactOptional(zoneId),
      district: z.exactOptional(z.string()),
      calendar: z.strictObject({
        ...calendarRules,
        former: z.array(z.strictObject({ ...calendarRules, until: roundId })),
        movedDays: z.record(z.string(), localDate),
      }),
      rules,
      targets: z.strictObject({ ideas: number, adoptionRate: share }),
      limits: z.strictObject({
        ideasAnHour: number,
        ideasARound: number,
        commentsAnHour: number,
        commentsARound: number,
        ideasOfAll: number,
      }),
      appealDays: number,
      dueDays: number,
      rewardBands: z.array(z.strictObject({ from: number, least: number, most: number })),
      publicBulletin: z.boolean(),
      blindScreening: z.boolean(),
      departments: z.array(department),
      contacts: z.exactOptional(z.array(z.strictObject({ department, member: memberId }))),
      categories: z.array(category),
      retired: z.strictObject({ departments: z.array(department), categories: z.array(category) }),
      version: number,
    }),
});

export const memberItem = storedItem<ListedMember>()({
  type: 'member',
  /** For the index: of active members alone. */
  beside: {
    belongsTo: z.exactOptional(z.literal('organization')),
    tenant: z.exactOptional(organizationId),
  },
  /** Before version 2 nobody had a name or a team, and nobody's data was erased. */
  upgraders: [item => item],
  shape: () => {
    const listed = { organization: organizationId, id: memberId, department, version: number };
    return z.union([
      z.strictObject({
        ...listed,
        subject,
        roles: z.array(z.enum(ROLES)),
        name: z.exactOptional(branded(isPersonName)),
        team: z.exactOptional(branded(isTeam)),
        active: z.boolean(),
      }),
      z.strictObject({
        ...listed,
        active: z.literal(false),
        erasedAt: instant,
        redactedAt: z.exactOptional(instant),
      }),
    ]);
  },
});

export const zoneMemberItem = storedItem<ZoneMember>()({
  type: 'zone-member',
  beside: { belongsTo: z.literal('zone'), tenant: zoneId },
  /** Before version 2 nobody had a name, and before version 3 no zone had one. */
  upgraders: [item => item, item => item],
  shape: () =>
    z.strictObject({
      zone: zoneId,
      id: memberId,
      subject,
      roles: z.array(z.enum(ZONE_ROLES)),
      name: z.exactOptional(branded(isPersonName)),
      districts: z.array(z.string()),
      zoneName: z.exactOptional(z.string()),
    }),
});

const roundFacts = {
  organization: organizationId,
  id: roundId,
  schedule: z.strictObject({
    day: localDate,
    opensAt: instant,
    intakeEndsAt: instant,
    closesAt: instant,
    publishesAt: instant,
  }),
};
const opened = { openedAt: instant, electorate: z.array(memberId), rules };
const closed = { ...opened, closedAt: instant, broughtForwardBy: z.exactOptional(memberId) };

export const roundItem = storedItem<Round>()({
  type: 'round',
  /** For the index: the next step, as long as there is one. */
  beside: { due: z.exactOptional(z.literal('round')), dueAt: z.exactOptional(instant) },
  shape: () =>
    z.discriminatedUnion('state', [
      z.strictObject({ ...roundFacts, state: z.literal('collecting') }),
      z.strictObject({
        ...roundFacts,
        ...opened,
        state: z.literal('deliberating'),
        intakeEnded: z.boolean(),
      }),
      z.strictObject({
        ...roundFacts,
        ...closed,
        state: z.literal('decided'),
        sealed: z.boolean(),
      }),
      z.strictObject({
        ...roundFacts,
        ...closed,
        state: z.literal('published'),
        publishedAt: instant,
      }),
    ]),
});

const cast = {
  round: roundId,
  seat: branded(isVoterPseudonym),
  choice: z.enum(CHOICES),
  comment: z.exactOptional(z.string()),
};

export const voteItem = storedItem<Vote>()({
  type: 'vote',
  beside: { organization: organizationId, ideaId },
  shape: () =>
    z.discriminatedUnion('ballot', [
      z.strictObject({ ballot: z.literal('open'), ...cast, voter: memberId, castAt: instant }),
      z.strictObject({ ballot: z.literal('secret'), ...cast }),
    ]),
});
