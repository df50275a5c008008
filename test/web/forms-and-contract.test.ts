/**
 * What a form accepts is what the contract accepts: for each field, the shortest and the longest
 * text, or the least and the greatest number, of the one and of the other.
 */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  changedLimits,
  newCalendar,
  newFollowUp,
  newProfile,
  newRewardBands,
  newRules,
  newTargets,
} from '../../shared/contract/schemas/administration.ts';
import { newComment, newHiding } from '../../shared/contract/schemas/comment.ts';
import { newAppeal, newRating } from '../../shared/contract/schemas/follow-up.ts';
import { newIdea, newOpinion } from '../../shared/contract/schemas/idea.ts';
import { newMember } from '../../shared/contract/schemas/member.ts';
import { newReward } from '../../shared/contract/schemas/reward.ts';
import {
  newCompletion,
  newReason,
  newReply,
  newReport,
} from '../../shared/contract/schemas/work.ts';
import { MOST_FEN } from '../../shared/domain/kernel/amount.ts';
import { isCategory, isDepartment, isMemberId } from '../../shared/domain/kernel/ids.ts';
import { COMMENT, RATING_WORD, REASON, type TextLimits } from '../../shared/domain/kernel/text.ts';
import { DEFAULT_LIMITS } from '../../shared/domain/organization/limits.ts';
import { DEFAULT_RULES, DEFAULT_TARGETS } from '../../shared/domain/organization/organization.ts';
import { calendarFields, checkCalendar } from '../../web/features/calendar/calendar.ts';
import { zh as ofImplementation } from '../../web/features/implementation/words.zh.ts';
import { checkCompletion, checkReport } from '../../web/features/implementation/work.ts';
import { checkNewMember, NOBODY } from '../../web/features/members/member.ts';
import { checkReward } from '../../web/features/rewards/sharing.ts';
import { zh as ofRewards } from '../../web/features/rewards/words.zh.ts';
import { checkBands } from '../../web/features/settings/bands.ts';
import {
  checkFollowUp,
  checkLimits,
  checkProfile,
  checkRules,
  checkTargets,
  limitsFields,
  profileFields,
  rulesFields,
  targetsFields,
} from '../../web/features/settings/settings.ts';
import { checkDraft, emptyDraft } from '../../web/features/submission/draft.ts';
import { zh as ofSubmission } from '../../web/features/submission/words.zh.ts';
import { zh } from '../../web/i18n/zh.ts';
import { checkText } from '../../web/ui/form/text-error.ts';
import type { ValidationResult } from '../../web/ui/form/validation-result.ts';
import { words } from './features/words.ts';

interface Schema {
  readonly safeParse: (body: unknown) => { readonly success: boolean };
}

/** The least and the greatest of the sizes that are accepted; they are assumed to be in one run. */
function edges(accepts: (size: number) => boolean): readonly [number, number] | undefined {
  const least = Array.from({ length: 10 }, (_, size) => size).find(accepts);
  if (least === undefined) return undefined;
  let [inside, outside] = [least, least + 1];
  while (accepts(outside)) [inside, outside] = [outside, outside * 2 + 1];
  while (outside - inside > 1) {
    const middle = Math.floor((inside + outside) / 2);
    if (accepts(middle)) inside = middle;
    else outside = middle;
  }
  return [least, inside];
}

/** A text longer than any limit is as long as this one. */
const LONGEST = 100_000;
const text = (size: number) => '字'.repeat(Math.min(size, LONGEST));

interface Case {
  readonly field: string;
  readonly form: (size: number) => ValidationResult<unknown>;
  readonly schema: Schema;
  /** The request with a value of that size, as a caller without the form would send it. */
  readonly body: (size: number) => unknown;
}

const idea = {
  title: '行车限位',
  category: '安全',
  problem: '没有',
  proposal: '加装',
} as const;
const labels = {
  categories: ['安全'].filter(isCategory),
  departments: ['铸造车间'].filter(isDepartment),
};
const ideaCases = (['title', 'problem', 'proposal', 'expectedBenefit'] as const).map(
  (field): Case => {
    const value = (size: number) => (field === 'expectedBenefit' ? size : text(size));
    return {
      field: `an idea’s ${field}`,
      form: size =>
        checkDraft({ ...emptyDraft('k1'), ...idea, [field]: String(value(size)) }, labels, {
          ...zh,
          ...ofSubmission,
        }),
      schema: newIdea,
      body: size => ({ ...idea, [field]: value(size) }),
    };
  },
);

const textCases = (
  [
    ['text', COMMENT, newComment],
    ['reason', COMMENT, newHiding],
    ['reason', REASON, newReason],
    ['reply', REASON, newReply],
    ['text', REASON, newOpinion],
    ['text', REASON, newAppeal],
  ] as const satisfies readonly (readonly [string, TextLimits, Schema])[]
).map(
  ([field, limits, schema], at): Case => ({
    field: `${field} of request ${at + 1} with one text`,
    form: size => checkText(field, text(size), limits, zh),
    schema,
    body: size => ({ [field]: text(size) }),
  }),
);

const limitsCases = (
  Object.keys({ ...DEFAULT_LIMITS, appealDays: 15 }) as (keyof ReturnType<typeof limitsFields>)[]
).map((field): Case => {
  const present = { ...DEFAULT_LIMITS, appealDays: 15 };
  return {
    field: `the limit ${field}`,
    form: size => checkLimits({ ...limitsFields(present), [field]: String(size) }, words),
    schema: changedLimits,
    body: size => ({ ...present, [field]: size }),
  };
});

const rules = {
  timeZone: 'Asia/Shanghai',
  day: 20,
  opensAt: '08:00',
  votingDays: 3,
  closesAt: '18:00',
  publicationDays: 2,
};
const calendarCases = (['day', 'votingDays', 'publicationDays'] as const).map(
  (field): Case => ({
    field: `the calendar’s ${field}`,
    form: size => checkCalendar({ ...calendarFields(rules), [field]: String(size) }, words),
    schema: newCalendar,
    body: size => ({ ...rules, [field]: size }),
  }),
);

const [member] = ['HT0132'].filter(isMemberId);
const profile = { name: '海天', publicBulletin: true, blindScreening: false };
const newcomer = { id: 'HT0132', department: '铸造车间' };
const cases: readonly Case[] = [
  ...ideaCases,
  ...textCases,
  ...limitsCases,
  ...calendarCases,
  {
    field: 'a word with a rating',
    form: size =>
      size === 0 ? { ok: false, errors: {} } : checkText('word', text(size), RATING_WORD, zh),
    schema: newRating,
    body: size => ({ satisfaction: 'satisfied', word: text(size) }),
  },
  {
    field: 'progress',
    form: size => checkReport({ progress: String(size), note: '已装好' }, zh, 'no'),
    schema: newReport,
    body: size => ({ progress: size, note: '已装好' }),
  },
  {
    field: 'a report’s note',
    form: size => checkReport({ progress: '5', note: text(size) }, zh, 'no'),
    schema: newReport,
    body: size => ({ progress: 5, note: text(size) }),
  },
  {
    field: 'what was done',
    form: size => checkCompletion({ done: text(size), claimedBenefit: '1' }, zh),
    schema: newCompletion,
    body: size => ({ done: text(size), claimedBenefit: 1 }),
  },
  {
    field: 'a claimed benefit',
    form: size => checkCompletion({ done: '已装好', claimedBenefit: String(size) }, zh),
    schema: newCompletion,
    body: size => ({ done: '已装好', claimedBenefit: size }),
  },
  {
    field: 'an organization’s name',
    form: size => checkProfile({ ...profileFields(profile), name: text(size) }, words),
    schema: newProfile,
    body: size => ({ ...profile, name: text(size) }),
  },
  {
    field: 'the target of ideas',
    form: size => checkTargets({ ...targetsFields(DEFAULT_TARGETS), ideas: String(size) }, words),
    schema: newTargets,
    body: size => ({ ...DEFAULT_TARGETS, ideas: size }),
  },
  {
    field: 'the parts of a share',
    form: size =>
      checkRules({ ...rulesFields(DEFAULT_RULES), quorumShare: `${size}/${size}` }, words),
    schema: newRules,
    body: size => ({ ...DEFAULT_RULES, quorumShare: { numerator: size, denominator: size } }),
  },
  {
    field: 'the usual days of work',
    form: size => checkFollowUp({ dueDays: String(size) }, words),
    schema: newFollowUp,
    body: size => ({ dueDays: size }),
  },
  {
    field: 'the most of a reward band',
    form: size => checkBands({ bands: `0\t0\t${size}` }, words),
    schema: newRewardBands,
    body: size => ({ bands: [{ from: 0, least: 0, most: size }] }),
  },
  {
    field: 'a reward',
    form: size =>
      checkReward(
        { amount: fen(size), [`share.${member}`]: fen(size) },
        { least: 0, most: MOST_FEN },
        [member!],
        { ...zh, ...ofImplementation, ...ofRewards },
      ),
    schema: newReward,
    body: size => ({ amount: size, shares: [{ member, fen: size }] }),
  },
  ...(['name', 'team', 'subject'] as const).map(
    (field): Case => ({
      field: `a member’s ${field}`,
      // Empty, it is left out.
      form: size =>
        size === 0
          ? { ok: false, errors: {} }
          : checkNewMember({ ...NOBODY, ...newcomer, [field]: letters(size) }, words),
      schema: newMember,
      body: size => ({ ...newcomer, [field]: letters(size) }),
    }),
  ),
];

function letters(size: number): string {
  return 'x'.repeat(Math.min(size, LONGEST));
}

function fen(size: number): string {
  return `${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`;
}

describe('a form accepts as much as the contract, and no more', () => {
  it.each(cases.map(one => [one.field, one] as const))('%s', (_, { form, schema, body }) => {
    const accepted = edges(size => schema.safeParse(body(size)).success);
    expect(accepted).toBeDefined();
    expect(edges(size => form(size).ok)).toEqual(accepted);
  });
});

it('no form has a limit of its own: each is the domain’s, by name', () => {
  const own = /(?:maxLength|minLength|(?<=<input[^>]*)max)=\{\d|\{ min: \d+, max: [\d_]+ \}/s;
  const found = globSync('web/{features,ui}/**/*.{ts,tsx}').filter(file =>
    own.test(readFileSync(file, 'utf8')),
  );
  expect(found).toEqual([]);
});
