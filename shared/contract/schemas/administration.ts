/**
 * An organization's settings as an administrator reads and changes them, and the audit trail of
 * changes.
 */
import * as z from 'zod/mini';
import { ORGANIZATION_NAME, shows, tidyLine } from '../../domain/kernel/text.ts';
import { AUDITED_ACTS, type AuditCursor, isAuditCursor } from '../../domain/organization/audit.ts';
import {
  CALENDAR_BOUNDS,
  isTimeOfDay,
  isTimeZone,
} from '../../domain/organization/calendar-rules.ts';
import { MOST_LIMITS } from '../../domain/organization/limits.ts';
import {
  MOST_APPEAL_DAYS,
  MOST_CATEGORIES,
  MOST_DEPARTMENTS,
  MOST_DUE_DAYS,
  MOST_SHARE_PART,
  TARGET_IDEAS,
} from '../../domain/organization/organization.ts';
import { ROUND_STATES } from '../../domain/round/round.ts';
import {
  branded,
  category,
  count,
  department,
  givenMemberId,
  instant,
  line,
  localDate,
  memberId,
  organizationId,
  type Rule,
  roundId,
  yuan,
  zoneId,
} from '../fields.ts';

// Requests

/** A share as two whole numbers; `below` says whether it may be 1. */
function share(below: 'one' | 'or-one', description: string) {
  return z
    .strictObject({
      numerator: z.int().check(z.minimum(0), z.maximum(MOST_SHARE_PART)),
      denominator: z.int().check(z.minimum(1), z.maximum(MOST_SHARE_PART)),
    })
    .check(
      z.refine(
        ({ numerator, denominator }) =>
          below === 'one' ? numerator < denominator : numerator <= denominator,
        { params: { rule: 'share', below } satisfies Rule },
      ),
    )
    .register(z.globalRegistry, { description });
}

/** A text that a predicate of the domain accepts. */
function text(is: (text: string) => boolean, example: string, description: string) {
  return z
    .string()
    .check(z.refine(is, { params: { rule: 'format', example } satisfies Rule }))
    .register(z.globalRegistry, { examples: [example], description });
}

/** A list of names in their order on the pages, without duplicates. */
function names<Name extends z.ZodMiniType<string, string>>(name: Name, most: number) {
  const shown = z.refine<string>(shows, { params: { rule: 'blank' } satisfies Rule });
  const tidied = z.pipe(z.string().check(z.overwrite(tidyLine), shown), name);
  return z.array(tidied).check(
    z.minLength(1),
    z.maxLength(most),
    z.refine(list => new Set(list).size === list.length, {
      params: { rule: 'once' } satisfies Rule,
    }),
  );
}

const within = ({ min, max }: { readonly min: number; readonly max: number }) =>
  z.int().check(z.minimum(min), z.maximum(max));

export const newProfile = z
  .strictObject({
    name: line(ORGANIZATION_NAME, 'Name 单位名称'),
    publicBulletin: z.boolean().register(z.globalRegistry, {
      description: 'Whether bulletins can be read without signing in',
    }),
    blindScreening: z.exactOptional(z.boolean()).register(z.globalRegistry, {
      description:
        'Whether employees see an author’s department and no authors until an idea is decided; it stays as it is if left out',
    }),
  })
  .register(z.globalRegistry, { id: 'NewProfile' });

export const newRules = z
  .strictObject({
    ballot: z.enum(['open', 'secret']),
    quorumShare: share('or-one', 'Votes cast must reach this share of the eligible'),
    threshold: share('one', 'Approvals must exceed this share of approvals and oppositions'),
  })
  .register(z.globalRegistry, {
    id: 'NewRules',
    description: 'They hold for rounds whose deliberation opens from now on',
  });

export const newTargets = z
  .strictObject({
    ideas: within(TARGET_IDEAS),
    adoptionRate: share('or-one', 'Adopted ÷ submitted'),
  })
  .register(z.globalRegistry, { id: 'NewTargets' });

export const newLimits = z
  .strictObject({
    ideasAnHour: within({ min: 1, max: MOST_LIMITS.ideasAnHour }),
    ideasARound: within({ min: 1, max: MOST_LIMITS.ideasARound }),
    commentsAnHour: within({ min: 1, max: MOST_LIMITS.commentsAnHour }),
    commentsARound: within({ min: 1, max: MOST_LIMITS.commentsARound }),
    ideasOfAll: within({ min: 1, max: MOST_LIMITS.ideasOfAll }),
  })
  .register(z.globalRegistry, {
    id: 'NewLimits',
    description:
      'What one member may write in an hour and a round, named and anonymous ideas each for themselves; ideasOfAll: what members hand in for a round together',
  });

export const newAppealDays = within({ min: 1, max: MOST_APPEAL_DAYS }).register(z.globalRegistry, {
  description: 'In how many days from its publication on a declined idea can be appealed',
});

export const changedLimits = z
  .strictObject({ ...newLimits.shape, appealDays: z.exactOptional(newAppealDays) })
  .register(z.globalRegistry, {
    id: 'ChangedLimits',
    description: 'Without appealDays, they stay as they were',
  });

export const newDueDays = within({ min: 1, max: MOST_DUE_DAYS }).register(z.globalRegistry, {
  description: 'How many days after its assignment work is due, unless another day is chosen',
});

export const newFollowUp = z
  .strictObject({ dueDays: newDueDays })
  .register(z.globalRegistry, { id: 'NewFollowUp' });

export const newRewardBands = z
  .strictObject({ bands: z.array(z.strictObject({ from: yuan, least: yuan, most: yuan })) })
  .register(z.globalRegistry, {
    id: 'NewRewardBands',
    description:
      'Bands by verified yearly benefit, all in CNY: the first from 0, each from more than the one before, least no higher than most, none below the one before; at most 20',
  });

export const newCalendar = z
  .strictObject({
    timeZone: text(isTimeZone, 'Asia/Shanghai', 'An IANA time zone'),
    day: within(CALENDAR_BOUNDS.day),
    opensAt: text(isTimeOfDay, '09:00', 'When deliberation opens on the day, local time'),
    votingDays: within(CALENDAR_BOUNDS.votingDays),
    closesAt: text(isTimeOfDay, '18:00', 'When the ballots close, local time'),
    publicationDays: within(CALENDAR_BOUNDS.publicationDays),
  })
  .register(z.globalRegistry, {
    id: 'NewCalendar',
    description: 'The rules hold from the round after the newest on; rounds that exist keep theirs',
  });

export const newDepartments = z
  .strictObject({ departments: names(department, MOST_DEPARTMENTS) })
  .register(z.globalRegistry, {
    id: 'NewDepartments',
    description: 'All that are offered; those left out are retired. A new name is a new department',
  });

export const newCategories = z
  .strictObject({ categories: names(category, MOST_CATEGORIES) })
  .register(z.globalRegistry, {
    id: 'NewCategories',
    description: 'All that are offered; those left out are retired',
  });

export const newContacts = z
  .strictObject({
    contacts: z.array(z.strictObject({ department, member: givenMemberId })).check(
      z.maxLength(MOST_DEPARTMENTS),
      z.refine(list => new Set(list.map(contact => contact.department)).size === list.length, {
        params: { rule: 'once' } satisfies Rule,
      }),
    ),
  })
  .register(z.globalRegistry, {
    id: 'NewContacts',
    description: 'All of them, one a department; a department that is left out has none',
  });

export const newDay = z.strictObject({ day: localDate }).register(z.globalRegistry, {
  id: 'NewDay',
  description: 'The day on which the round deliberates',
});

export const auditCursor = branded<AuditCursor>(
  isAuditCursor,
  '2026-10-08T02:00:00.000Z#SETTINGS#7',
  {
    description: 'Where the last page ended: its nextCursor',
  },
);

// Replies

const fraction = z.object({ numerator: count, denominator: count });
const calendarRules = {
  timeZone: z.string(),
  day: z.int(),
  opensAt: z.string(),
  votingDays: z.int(),
  closesAt: z.string(),
  publicationDays: z.int(),
};

const scheduled = {
  round: roundId,
  day: localDate,
  opensAt: instant,
  intakeEndsAt: instant,
  closesAt: instant,
  publishesAt: instant,
  moved: z
    .boolean()
    .register(z.globalRegistry, { description: 'Whether the day is another than the rules say' }),
};

export const roundDay = z.object({ ...scheduled, version: z.int() }).register(z.globalRegistry, {
  id: 'RoundDay',
  description: "When a round is, begun or not; version is that of the organization's settings",
});

export const settings = z
  .object({
    id: organizationId,
    name: z.string(),
    zone: z.optional(zoneId),
    district: z.optional(z.string()),
    publicBulletin: z.boolean(),
    blindScreening: z.boolean(),
    rules: z.object({
      ballot: z.enum(['open', 'secret']),
      quorumShare: fraction,
      threshold: fraction,
    }),
    targets: z.object({ ideas: count, adoptionRate: fraction }),
    limits: z.object({
      ideasAnHour: count,
      ideasARound: count,
      commentsAnHour: count,
      commentsARound: count,
      ideasOfAll: count,
    }),
    appealDays: count,
    dueDays: count,
    rewardBands: z.array(z.object({ from: yuan, least: yuan, most: yuan })),
    calendar: z.object({ ...calendarRules, from: z.optional(roundId) }).register(z.globalRegistry, {
      description:
        'The rules as they were set last; from: the first round that they hold for, where that is still to come',
    }),
    upcoming: z
      .array(z.object({ ...scheduled, state: z.optional(z.enum(ROUND_STATES)) }))
      .register(z.globalRegistry, {
        description:
          'The current round and all after it whose day may be moved, two years ahead; without a state, not yet begun',
      }),
    departments: z.array(department),
    contacts: z.array(z.object({ department, member: memberId })),
    categories: z.array(category),
    retired: z.object({ departments: z.array(department), categories: z.array(category) }),
    version: z.int(),
  })
  .register(z.globalRegistry, { id: 'Settings' });

export const auditEntry = z
  .object({
    at: instant,
    by: z.optional(memberId),
    what: z.enum(['founding', 'settings', 'member']),
    member: z.optional(memberId),
    act: z.optional(z.enum(AUDITED_ACTS)),
    version: z.int(),
    changes: z.array(
      z.object({
        field: z.string(),
        before: z.optional(z.unknown()),
        after: z.optional(z.unknown()),
      }),
    ),
  })
  .register(z.globalRegistry, {
    id: 'AuditEntry',
    description:
      'What was changed: of a field, how it was before and is after; absent where it was or is not. The first is the founding. Without by, it was whoever operates the system',
  });
