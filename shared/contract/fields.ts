/**
 * The building blocks of every request and reply: ids, texts, instants, lists. Each has its rule in
 * its parameters, so that a refusal can name the rule, and its OpenAPI description in its metadata.
 */
import * as z from 'zod/mini';
import { CHOICES } from '../domain/idea/ballot.ts';
import { type ClaimCode, readCode } from '../domain/idea/claim-code.ts';
import {
  isIdeaCursor,
  isRowCursor,
  isSearchCursor,
  isUnansweredCursor,
  isWorkCursor,
} from '../domain/idea/cursor.ts';
import { DECISION_OUTCOMES } from '../domain/idea/decision.ts';
import { IDEA_STATUSES } from '../domain/idea/lifecycle.ts';
import { DUTIES, WORK_STATES } from '../domain/idea/work.ts';
import { MOST_FEN, MOST_YUAN } from '../domain/kernel/amount.ts';
import {
  type Category,
  COMMENT_ID,
  type Department,
  IDEA_ID,
  isCategory,
  isCommentId,
  isDepartment,
  isIdeaId,
  isMemberId,
  isOrganizationId,
  isPersonName,
  isPhotoId,
  isRoundId,
  isTeam,
  isZoneId,
  MEMBER_ID,
  type MemberId,
  NAME,
  ORGANIZATION_ID,
  type PersonName,
  PHOTO_ID,
  ROUND_ID,
  type Team,
} from '../domain/kernel/ids.ts';
import {
  type Instant,
  isInstant,
  isLocalDate,
  type LocalDate,
  parseInstant,
} from '../domain/kernel/instant.ts';
import { PERCENT } from '../domain/kernel/percent.ts';
import { fits, shows, type TextLimits, tidy, tidyLine, tidyName } from '../domain/kernel/text.ts';
import { readNumber } from '../domain/organization/employee-number.ts';

/** The broken rule of a value, with the parameters of its message. */
export type Rule =
  | { readonly rule: 'length'; readonly min: number; readonly max: number }
  | { readonly rule: 'format'; readonly example: string }
  | { readonly rule: 'characters' }
  | { readonly rule: 'blank' }
  | { readonly rule: 'share'; readonly below: 'one' | 'or-one' }
  | { readonly rule: 'once' }
  | { readonly rule: 'photos'; readonly most: number }
  | { readonly rule: 'rounds'; readonly most: number };

/** Nor halves of surrogate pairs, which UTF-8 cannot represent. */
const NO_CONTROLS = /^[^\p{Cc}\p{Cs}]*$/u;
const NO_CONTROLS_BUT_BREAKS = /^(?:[^\p{Cc}\p{Cs}]|[\n\t])*$/u;

/** A text measured in graphemes, tidied before it is measured and stored. It must be visible. */
function text(
  limits: TextLimits,
  { spelling, allowed }: { readonly spelling: (text: string) => string; readonly allowed: RegExp },
  description: string,
) {
  const { min, max } = limits;
  return z
    .string()
    .check(
      z.overwrite(spelling),
      z.refine(value => fits(value, limits), {
        params: { rule: 'length', min, max } satisfies Rule,
      }),
      z.refine(value => allowed.test(value), { params: { rule: 'characters' } satisfies Rule }),
      z.refine(value => value === '' || shows(value), { params: { rule: 'blank' } satisfies Rule }),
    )
    .register(z.globalRegistry, {
      description: `${description}; ${min}–${max} characters, counted as graphemes`,
    });
}

export const line = (limits: TextLimits, description: string) =>
  text(limits, { spelling: tidyLine, allowed: NO_CONTROLS }, description);
export const lines = (limits: TextLimits, description: string) =>
  text(limits, { spelling: tidy, allowed: NO_CONTROLS_BUT_BREAKS }, description);

/** A string that is one of the domain's branded types. */
export function branded<Value extends string>(
  is: (text: string) => text is Value,
  example: string,
  metadata: { readonly description: string; readonly pattern?: RegExp; readonly format?: string },
) {
  const { pattern, ...rest } = metadata;
  return z
    .custom<Value>(value => typeof value === 'string' && is(value), {
      params: { rule: 'format', example } satisfies Rule,
    })
    .register(z.globalRegistry, {
      type: 'string',
      examples: [example],
      ...(pattern && { pattern: pattern.source }),
      ...rest,
    });
}

export const organizationId = branded(isOrganizationId, 'huatai', {
  description: 'An organization',
  pattern: ORGANIZATION_ID,
});
export const zoneId = branded(isZoneId, 'xuanhua', {
  description: 'A zone',
  pattern: ORGANIZATION_ID,
});
export const memberId = branded(isMemberId, 'HT0132', {
  description: 'A member, by employee number',
  pattern: MEMBER_ID,
});
/** A member in a request, by the number in any case and width: the list decides who that is. */
export const givenMemberId = z.pipe(
  z.string().register(z.globalRegistry, {
    description: 'A member, by employee number, in any case and width',
    examples: ['HT0132'],
  }),
  z.transform((value, context): MemberId => {
    const number = readNumber(value);
    if (number !== undefined) return number;
    context.issues.push({
      code: 'custom',
      input: value,
      params: { rule: 'format', example: 'HT0132' } satisfies Rule,
    });
    return z.NEVER;
  }),
);
export const roundId = branded(isRoundId, '2026-10', {
  description: 'A round, by the month of its deliberation day',
  pattern: ROUND_ID,
});
export const ideaId = branded(isIdeaId, '2026-10-0123456789abcdefghjkmnpqrs', {
  description: 'An idea; its round comes first',
  pattern: IDEA_ID,
});
export const commentId = branded(isCommentId, '01k6f7q2c00123456789abcdef', {
  description: 'A comment on an idea; the time comes first',
  pattern: COMMENT_ID,
});
export const photoId = branded(isPhotoId, '0123456789abcdefghjkmnpqrs', {
  description: 'A photo',
  pattern: PHOTO_ID,
});
export const department = branded<Department>(isDepartment, '铸造车间', {
  description: "One of the organization's departments",
});
export const personName = branded<PersonName>(isPersonName, '王建国', {
  description: "A member's name; members may have the same",
});
export const team = branded<Team>(isTeam, '一班', {
  description: 'A team within the department',
});
/** A name and a team in a request. */
export const givenPersonName = z.pipe(
  text(NAME, { spelling: tidyName, allowed: NO_CONTROLS }, 'The name 姓名'),
  personName,
);
export const givenTeam = z.pipe(line(NAME, 'The team 班组 within the department'), team);
export const category = branded<Category>(isCategory, '安全', {
  description: "One of the organization's categories",
});

/** An instant in a reply: UTC. */
export const instant = branded<Instant>(isInstant, '2026-10-15T01:00:00.000Z', {
  description: 'An instant, ISO 8601 with offset',
  format: 'date-time',
});

/** A day, in the organization's time zone. */
export const localDate = branded<LocalDate>(isLocalDate, '2026-12-31', {
  description: "A day in the organization's time zone",
  format: 'date',
});

/** An instant in a request, with any offset; an offset is required. */
export const givenInstant = z.pipe(
  z.string().register(z.globalRegistry, {
    format: 'date-time',
    description: 'ISO 8601 with offset',
    examples: ['2026-10-15T09:00:00+08:00'],
  }),
  z.transform((value, context): Instant => {
    const parsed = parseInstant(value);
    if (parsed !== undefined) return parsed;
    context.issues.push({
      code: 'custom',
      input: value,
      params: { rule: 'format', example: '2026-10-15T09:00:00+08:00' } satisfies Rule,
    });
    return z.NEVER;
  }),
);

const CODE_EXAMPLE = '2610-0123-4567-89AB-CDEF-GHJK';

/** A claim code, in any spelling. */
export const claimCode = z.pipe(
  z.string().register(z.globalRegistry, {
    description: 'A claim code, in any case, with or without hyphens and spaces',
    examples: [CODE_EXAMPLE],
  }),
  z.transform((value, context): ClaimCode => {
    const code = readCode(value);
    if (code !== undefined) return code;
    context.issues.push({
      code: 'custom',
      // The text may be a code except for one character, and is repeated nowhere.
      input: undefined,
      params: { rule: 'format', example: CODE_EXAMPLE } satisfies Rule,
    });
    return z.NEVER;
  }),
);

/** Whole CNY a year. */
export const yuan = z
  .int()
  .check(z.minimum(0), z.maximum(MOST_YUAN))
  .register(z.globalRegistry, { description: 'Whole CNY a year' });

/** Payments, in whole fen. */
export const fen = z
  .int()
  .check(z.minimum(0), z.maximum(MOST_FEN))
  .register(z.globalRegistry, { description: 'Whole fen; 100 are one CNY' });
export const percent = z
  .int()
  .check(z.minimum(PERCENT.min), z.maximum(PERCENT.max))
  .register(z.globalRegistry, { description: 'Per cent' });

export const count = z.int().check(z.minimum(0));
export const choice = z.enum(CHOICES);
export const decisionOutcome = z.enum(DECISION_OUTCOMES);
export const ideaStatus = z.enum(IDEA_STATUSES);

/** Numerator and denominator, always; the value is null without a denominator. */
export const rate = z
  .object({ numerator: count, denominator: count, value: z.nullable(z.number()) })
  .register(z.globalRegistry, { id: 'Rate' });

/** The number of items of a list; query parameters arrive as text. */
export const limit = z.pipe(
  z.string().register(z.globalRegistry, {
    description: 'How many, 1–100; 50 if not given',
    pattern: '^[0-9]+$',
  }),
  z.transform((value, context): number => {
    const limit = /^\d{1,3}$/.test(value) ? Number(value) : 0;
    if (limit >= 1 && limit <= 100) return limit;
    context.issues.push({
      code: 'custom',
      input: value,
      params: { rule: 'format', example: '1–100' } satisfies Rule,
    });
    return z.NEVER;
  }),
);

/** The row of a file to continue from; query parameters arrive as text. */
export const rowNumber = z.pipe(
  z.string().register(z.globalRegistry, {
    description: 'The row to go on from: the next of the answer before; 1 if not given',
    pattern: '^[0-9]+$',
  }),
  z.transform((value, context): number => {
    const row = /^\d{1,7}$/.test(value) ? Number(value) : 0;
    if (row >= 1) return row;
    context.issues.push({
      code: 'custom',
      input: value,
      params: { rule: 'format', example: '501' } satisfies Rule,
    });
    return z.NEVER;
  }),
);

/** The end of the last page of ideas. */
export const ideaCursor = branded(
  isIdeaCursor,
  '2026-10-15T01:00:00.000Z_2026-10-0123456789abcdefghjkmnpqrs',
  {
    description: 'Where the last page ended: its nextCursor',
  },
);
/** The end of the last page of work. */
export const workCursor = branded(isWorkCursor, '2026-12-31_2026-10-0123456789abcdefghjkmnpqrs', {
  description: 'Where the last page ended: its nextCursor',
});
export const workState = z.enum(WORK_STATES);
export const duty = z.enum(DUTIES).register(z.globalRegistry, {
  description:
    'open: still to be done, which is meant if nothing is said; done: completed, accepted or given up',
});
/** The end of the last page of unanswered ideas. */
export const unansweredCursor = branded(
  isUnansweredCursor,
  '2026-10-19T10:00:00.000Z_2026-10-0123456789abcdefghjkmnpqrs',
  {
    description: 'Where the last page ended: its nextCursor',
  },
);
/** The end of the last page of a search's hits. */
export const searchCursor = branded(isSearchCursor, '240_2026-10-0123456789abcdefghjkmnpqrs', {
  description: 'Where the last page ended: its nextCursor',
});
/** The end of the last part of a file of ideas. */
export const rowCursor = branded(isRowCursor, '64_2026-10-0123456789abcdefghjkmnpqrs', {
  description: 'Where the last part ended, from its Link header',
});
export const pageCursor = z
  .string()
  .check(
    z.refine(value => /^\d{1,4}$/.test(value), {
      params: { rule: 'format', example: '2' } satisfies Rule,
    }),
  )
  .register(z.globalRegistry, { description: 'Where the last page ended: its nextCursor' });
