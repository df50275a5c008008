/** Refusals for callers: a problem document in their language, for every kind of refusal. */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { ROUTES } from '../../shared/contract/routes/table.ts';
import { newVote } from '../../shared/contract/schemas/ballot.ts';
import { newAssignments } from '../../shared/contract/schemas/batch.ts';
import { newIdea } from '../../shared/contract/schemas/idea.ts';
import { problem } from '../../shared/contract/schemas/problem.ts';
import { languageOf } from '../../shared/http/language.ts';
import { problemOf } from '../../shared/http/problem.ts';
import type { AnyRefusal, FieldError } from '../../shared/http/refusal.ts';
import { fieldErrors } from '../../shared/http/validation.ts';
import { fieldName, valueNames } from '../../shared/http/wordings/fields.ts';
import * as names from '../sample/names.ts';

const round = names.round('2026-10');
const instant = names.instant('2026-10-15T01:00:00.000Z');
const date = names.date('2026-10-15');

/** One refusal of every kind: a missing or superfluous kind does not compile. */
const SAMPLES: { readonly [Code in AnyRefusal['code']]: Extract<AnyRefusal, { code: Code }> } = {
  'wrong-state': { code: 'wrong-state', act: 'withdraw', status: 'adopted' },
  'changed-meanwhile': { code: 'changed-meanwhile' },
  'version-mismatch': { code: 'version-mismatch', current: 8 },
  'unknown-claim-code': { code: 'unknown-claim-code' },
  'too-many-guesses': { code: 'too-many-guesses', retryAfterSeconds: 1800 },
  'not-found': { code: 'not-found', what: 'idea' },
  'not-yet-published': { code: 'not-yet-published', publishesAt: instant },
  'not-open-for-support': { code: 'not-open-for-support', status: 'declined' },
  'not-open-for-comments': { code: 'not-open-for-comments', status: 'withdrawn' },
  'not-yours-to-hide': { code: 'not-yours-to-hide' },
  'not-yours-to-show': { code: 'not-yours-to-show' },
  'shown-too-often': { code: 'shown-too-often', most: 9 },
  'ballot-not-open': { code: 'ballot-not-open', round, state: 'collecting', opensAt: instant },
  'ballot-closed': { code: 'ballot-closed', round, closedAt: instant },
  'ballot-has-votes': { code: 'ballot-has-votes' },
  'not-an-elector': { code: 'not-an-elector' },
  'not-a-slip': { code: 'not-a-slip' },
  'photo-not-available': { code: 'photo-not-available', photos: [] },
  'slip-of-another-round': { code: 'slip-of-another-round', round, other: round },
  recused: { code: 'recused' },
  'no-quorum': { code: 'no-quorum', cast: 2, quorum: 6 },
  'round-full': { code: 'round-full', most: 5000, retryAfterSeconds: 90_000 },
  'too-much-written': {
    code: 'too-much-written',
    of: 'ideas',
    within: 'hour',
    most: 20,
    retryAfterSeconds: 600,
  },
  'secret-ballot': { code: 'secret-ballot' },
  'against-the-ballot': { code: 'against-the-ballot', outcome: 'declined' },
  'reason-required': { code: 'reason-required' },
  'role-required-for-field': { code: 'role-required-for-field', field: 'authorId' },
  'author-and-unnamed': { code: 'author-and-unnamed' },
  'ambiguous-number': {
    code: 'ambiguous-number',
    field: 'authorId',
    members: [names.member('ht0132'), names.member('HT0132')],
  },
  'co-authors-and-unnamed': { code: 'co-authors-and-unnamed' },
  'co-author-not-possible': {
    code: 'co-author-not-possible',
    member: names.member('HT9999'),
    why: 'unknown',
  },
  'no-contact': { code: 'no-contact', why: 'none-named' },
  'unknown-adviser': { code: 'unknown-adviser', member: names.member('HT9999') },
  'author-as-adviser': { code: 'author-as-adviser' },
  'opinion-given': { code: 'opinion-given' },
  'not-asked': { code: 'not-asked' },
  'unknown-contact': { code: 'unknown-contact', member: names.member('HT9999') },
  'is-contact': { code: 'is-contact', departments: [names.department('铸造车间')] },
  'not-a-co-author': { code: 'not-a-co-author' },
  'last-author': { code: 'last-author' },
  'reward-approved': { code: 'reward-approved' },
  'unknown-author': { code: 'unknown-author', authorId: names.member('HT9999') },
  'unknown-category': { code: 'unknown-category', known: ['安全', '节能'] },
  'unknown-department': { code: 'unknown-department', known: ['铸造车间'] },
  'slip-dated-ahead': { code: 'slip-dated-ahead' },
  'key-reused': { code: 'key-reused' },
  'not-the-author': { code: 'not-the-author' },
  'history-full': { code: 'history-full' },
  'merge-into-itself': { code: 'merge-into-itself' },
  'target-not-open': { code: 'target-not-open', status: 'withdrawn' },
  'already-claimed': { code: 'already-claimed' },
  'unknown-owner': { code: 'unknown-owner', owner: names.member('HT9999') },
  'due-in-the-past': { code: 'due-in-the-past', today: date },
  'not-the-owner': { code: 'not-the-owner' },
  'own-work': { code: 'own-work' },
  'no-author': { code: 'no-author', claimable: true },
  'own-reward': { code: 'own-reward' },
  'reward-not-approved': { code: 'reward-not-approved' },
  'reward-paid': { code: 'reward-paid' },
  'reward-out-of-band': { code: 'reward-out-of-band', least: 300, most: 500 },
  'not-an-author': {
    code: 'not-an-author',
    member: names.member('HT9999'),
    authors: [names.member('HT0132')],
  },
  'shares-do-not-add-up': { code: 'shares-do-not-add-up', amount: 30_000, sum: 29_999 },
  'decision-not-published': { code: 'decision-not-published', round, publishesAt: instant },
  'already-rated': { code: 'already-rated' },
  'already-appealed': { code: 'already-appealed' },
  'appeal-too-late': { code: 'appeal-too-late', lastDay: date },
  'no-appeal': { code: 'no-appeal' },
  'appeal-answered': { code: 'appeal-answered' },
  'own-appeal': { code: 'own-appeal' },
  'own-idea': { code: 'own-idea' },
  'round-published': { code: 'round-published', round },
  'round-not-decided': { code: 'round-not-decided', round, state: 'deliberating' },
  'not-on-this-agenda': {
    code: 'not-on-this-agenda',
    ideas: [names.idea('2026-10-0123456789abcdefghjkmnpqrs')],
  },
  'day-has-come': { code: 'day-has-come', day: date },
  'day-too-far-ahead': { code: 'day-too-far-ahead', farthest: round },
  'day-outside-month': { code: 'day-outside-month', first: date, last: date },
  'day-out-of-order': { code: 'day-out-of-order', first: date, last: date },
  'rounds-overlap': { code: 'rounds-overlap', round, closesAt: instant, opensAt: instant },
  'department-in-use': {
    code: 'department-in-use',
    department: names.department('铸造车间'),
    members: 3,
  },
  'bands-not-in-order': { code: 'bands-not-in-order', fault: 'falling', band: 2 },
  'member-exists': { code: 'member-exists', member: names.member('HT0132') },
  'subject-taken': { code: 'subject-taken', member: names.member('HT0132') },
  'member-erased': { code: 'member-erased', member: names.member('HT0132') },
  'own-erasure': { code: 'own-erasure' },
  'matters-open': {
    code: 'matters-open',
    work: [],
    rewards: [],
    ballots: [names.round('2026-10')],
  },
  'last-administrator': { code: 'last-administrator' },
  'committee-full': { code: 'committee-full', most: 99 },
  'invalid-request': {
    code: 'invalid-request',
    errors: [{ field: 'title', rule: 'required', words: { zh: '必填', en: 'Required' } }],
  },
  'malformed-json': { code: 'malformed-json' },
  'malformed-csv': { code: 'malformed-csv', line: 7 },
  'unreadable-file': { code: 'unreadable-file', fault: 'title-row', line: 3 },
  'body-too-large': { code: 'body-too-large', limit: 262_144 },
  'unsupported-media-type': { code: 'unsupported-media-type', expected: 'text/csv' },
  'not-signed-in': { code: 'not-signed-in' },
  'role-required': { code: 'role-required', roles: ['chair'] },
  'precondition-required': { code: 'precondition-required' },
  'no-such-route': { code: 'no-such-route' },
  'not-through-site': { code: 'not-through-site' },
  'too-many-requests': { code: 'too-many-requests', retryAfterSeconds: 2 },
  busy: { code: 'busy' },
  'newer-item': { code: 'newer-item', retryAfterSeconds: 60 },
  internal: { code: 'internal' },
};
const HAN = /\p{Script=Han}/u;

it('every refusal has exactly one wording', async () => {
  const folder = join(import.meta.dirname, '..', '..', 'shared', 'http', 'wordings');
  const modules = await Promise.all(
    globSync('*.ts', { cwd: folder }).map(file => import(join(folder, file))),
  );
  const tables = modules.flatMap(module => Object.values<Record<string, unknown>>(module));
  expect(tables.flatMap(Object.keys).toSorted()).toEqual(Object.keys(SAMPLES).toSorted());
});

describe('a problem document', () => {
  it.each(Object.values(SAMPLES))(
    'of $code has a title in both languages, a status, and a type that ends in it',
    refusal => {
      const [zh, en] = [
        problemOf(refusal, 'zh', 'request-7'),
        problemOf(refusal, 'en', 'request-7'),
      ];
      for (const document of [zh, en]) {
        expect(problem.safeParse(document).error?.issues ?? []).toEqual([]);
        expect(document.type.endsWith(`/${refusal.code}`)).toBe(true);
        expect(document.code).toBe(refusal.code);
        expect(document.requestId).toBe('request-7');
        expect(document.title).not.toBe('');
      }
      expect(zh.status).toBe(en.status);
      expect(zh.status).toBeGreaterThanOrEqual(400);
      expect(zh.status).toBeLessThan(600);
      expect(zh.title).toMatch(HAN);
      expect(en.title).not.toMatch(HAN);
    },
  );

  it.each([
    ['invalid-request', 400],
    ['not-signed-in', 401],
    ['role-required', 403],
    ['not-found', 404],
    ['changed-meanwhile', 409],
    ['ballot-closed', 409],
    ['version-mismatch', 412],
    ['body-too-large', 413],
    ['unsupported-media-type', 415],
    ['against-the-ballot', 422],
    ['key-reused', 422],
    ['precondition-required', 428],
    ['too-many-guesses', 429],
    ['too-much-written', 429],
    ['round-full', 429],
    ['internal', 500],
    ['busy', 503],
    ['newer-item', 503],
  ] as const)('of %s is a %i', (code, status) => {
    expect(problemOf(SAMPLES[code], 'zh').status).toBe(status);
  });

  it('names its field', () => {
    expect(problemOf(SAMPLES['unknown-category'], 'zh').errors).toEqual([
      { field: 'category', rule: 'one-of', detail: '可选：安全、节能' },
    ]);
    expect(problemOf(SAMPLES['invalid-request'], 'en').errors).toEqual([
      { field: 'title', rule: 'required', detail: 'Required' },
    ]);
    expect('errors' in problemOf(SAMPLES.busy, 'en')).toBe(false);
  });
});

describe('the caller’s language', () => {
  it.each([
    [undefined, 'zh'],
    ['', 'zh'],
    ['en', 'en'],
    ['en-US,en;q=0.9', 'en'],
    ['EN-gb', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en;q=0.3, zh;q=0.7', 'zh'],
    ['zh;q=0.3, en;q=0.7', 'en'],
    ['fr, en;q=0.5', 'en'],
    ['fr, de', 'zh'],
    ['en;q=0', 'zh'],
    ['*', 'zh'],
    ['english', 'zh'],
    ['en;q=nonsense, zh;q=0.9', 'zh'],
    ['en, *;q=0.5', 'en'],
    [';;,,q=', 'zh'],
  ])('from %j is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});

/** The parts of a schema that contains others, with the names of the fields. */
function partsOf(
  schema: z.ZodMiniType,
): { name?: string; part: z.ZodMiniType; values?: string[] }[] {
  const def = schema._zod.def as unknown as { type: string } & Record<string, unknown>;
  const inner = (part: unknown, name?: string) => [
    { part: part as z.ZodMiniType, ...(name !== undefined && { name }) },
    ...partsOf(part as z.ZodMiniType),
  ];
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape as object).flatMap(([name, part]) => inner(part, name));
    case 'array':
      return inner(def.element);
    case 'optional':
    case 'nullable':
    case 'default':
      return inner(def.innerType);
    case 'union':
      return (def.options as unknown[]).flatMap(part => inner(part));
    case 'enum':
      return [{ part: schema, values: Object.values(def.entries as Record<string, string>) }];
    default:
      return [];
  }
}
const namesIn = (schema: z.ZodMiniType): string[] =>
  partsOf(schema).flatMap(({ name }) => (name === undefined ? [] : [name]));
const valuesIn = (schema: z.ZodMiniType): string[] =>
  partsOf(schema).flatMap(({ values = [] }) => values);

describe('the errors of a request', () => {
  const valid = {
    title: '行车限位',
    category: '安全',
    problem: '没有提示',
    proposal: '加装报警器',
  };
  const errorsOf = (schema: z.ZodMiniType, value: unknown): FieldError[] => {
    const parsed = z.safeParse(schema, value);
    return parsed.success ? [] : fieldErrors(parsed.error.issues, value);
  };

  it.each([
    ['a missing field', { title: undefined }, 'title', 'required', '必填', 'Required'],
    ['a short text', { title: '行' }, 'title', 'length', '2–60', '2–60'],
    ['a long text', { problem: '字'.repeat(2001) }, 'problem', 'length', '2–2000', '2–2000'],
    [
      'a control character',
      { title: '行车\u0007限位' },
      'title',
      'characters',
      '不能显示',
      'cannot be shown',
    ],
    [
      'an unknown field',
      { status: 'adopted' },
      'status',
      'unknown-field',
      '没有这一项',
      'no such field',
    ],
    ['a wrong type', { title: 7 }, 'title', 'type', '应为文字', 'a text'],
    ['null', { category: null }, 'category', 'format', '例如 安全', 'for example 安全'],
    ['a wrong id', { authorId: '#' }, 'authorId', 'format', 'HT0132', 'HT0132'],
    [
      'a time without offset',
      { submittedAt: '2026-10-08 10:00' },
      'submittedAt',
      'format',
      '+08:00',
      '+08:00',
    ],
    [
      'a benefit below nothing',
      { expectedBenefit: -1 },
      'expectedBenefit',
      'range',
      '不能小于 0',
      'At least 0',
    ],
    [
      'a benefit beyond belief',
      { expectedBenefit: 1e12 },
      'expectedBenefit',
      'range',
      '不能大于',
      'At most',
    ],
  ])('— %s — is said by field and rule in both languages', (_, changes, field, rule, zh, en) => {
    const [error, ...others] = errorsOf(newIdea, { ...valid, ...changes });
    expect(others).toEqual([]);
    expect(error).toMatchObject({ field, rule });
    expect(error!.words.zh).toContain(zh);
    expect(error!.words.en).toContain(en);
  });

  it('list the allowed choices', () => {
    expect(errorsOf(newVote, { choice: 'maybe' })).toEqual([
      {
        field: 'choice',
        rule: 'one-of',
        words: {
          zh: '可选：赞成（approve）、反对（oppose）、弃权（abstain）',
          en: 'One of: approve, oppose, abstain',
        },
      },
    ]);
  });

  it('have a Chinese name for every field of every request', () => {
    const names = ROUTES.flatMap(({ parameters, query, body }) => [
      ...namesIn(parameters),
      ...namesIn(query),
      ...(body.type === 'application/json' ? namesIn(body.schema) : []),
    ]);
    expect(names.length).toBeGreaterThan(100);
    for (const name of [...new Set(names), 'body', 'Idempotency-Key', 'If-Match'])
      expect(fieldName(name, 'zh').replace(/（.*）/, ''), name).toMatch(/^\p{Script=Han}+$/u);
    expect(fieldName('bands.1.least', 'zh')).toBe('奖励档次·第 2 项·奖励下限');
    const errors = errorsOf(newIdea, { ...valid, title: 7, expectedBenefit: 'x' });
    expect(problemOf({ code: 'invalid-request', errors }, 'zh').detail).toBe(
      '请改正后再提交：建议名称、预期年效益',
    );
  });

  it('have Chinese words for every possible error of a value', () => {
    const expected =
      'string number int boolean bigint symbol undefined null never date array object tuple record map set file nan'.split(
        ' ',
      );
    const base = { path: ['x'], input: 1, message: '' };
    const issues = [
      ...expected.map(kind => ({ ...base, code: 'invalid_type', expected: kind })),
      ...['number', 'array', 'string', 'date', 'set'].flatMap(origin => [
        { ...base, code: 'too_big', origin, maximum: 5 },
        { ...base, code: 'too_small', origin, minimum: 5 },
      ]),
      { ...base, code: 'invalid_format', format: 'regex' },
      { ...base, code: 'not_multiple_of', divisor: 2 },
      { ...base, code: 'unrecognized_keys', keys: ['y'] },
      { ...base, code: 'invalid_union', errors: [] },
      { ...base, code: 'invalid_key', issues: [], origin: 'record' },
      { ...base, code: 'invalid_element', issues: [], origin: 'map', key: 1 },
      { ...base, code: 'invalid_value', values: ['adopted', 'employee', 'true'] },
      { ...base, code: 'custom' },
      { ...base, code: 'custom', params: { rule: 'blank' } },
    ] as unknown as Parameters<typeof fieldErrors>[0];
    for (const { words, rule } of fieldErrors(issues, { x: 1 })) {
      expect(words.zh, rule).toMatch(/\p{Script=Han}/u);
      expect(words.zh.replaceAll(/（[\w-]+）/g, ''), rule).not.toMatch(/[a-z]/i);
      expect(words.en, rule).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('have a Chinese name for every choice', () => {
    for (const { body, query } of ROUTES)
      for (const value of [
        ...valuesIn(query),
        ...(body.type === 'application/json' ? valuesIn(body.schema) : []),
      ])
        expect(valueNames([value]).zh).toMatch(/^\p{Script=Han}+.*（/u);
  });

  it('are those of the nearest form, where a body has several', () => {
    const id = '2026-10-0123456789abcdefghjkmnpqrs';
    const asked = { owner: 'HT0132', due: '2026-10-31' };
    const fieldsOf = (body: object) =>
      errorsOf(newAssignments, body).map(({ field, rule }) => `${field} ${rule}`);
    expect(fieldsOf({ ...asked, ideas: [] })).toEqual(['ideas range']);
    expect(fieldsOf({ ...asked, ideas: [id], due: 'soon' })).toEqual(['due format']);
    expect(fieldsOf({ ...asked, ideas: [{ idea: id, version: 0 }] })).toEqual([
      'ideas.0.version range',
    ]);
    expect(fieldsOf({ ideas: [{ idea: id, owner: 'HT0132' }] })).toEqual(['ideas.0.due required']);
    expect(errorsOf(newAssignments, 7).map(({ field }) => field)).toEqual(['body']);
  });

  it('are about the body if there is no field', () => {
    expect(errorsOf(newVote, null).map(({ field, rule }) => [field, rule])).toEqual([
      ['body', 'type'],
    ]);
    expect(errorsOf(newVote, undefined).map(({ field, rule }) => [field, rule])).toEqual([
      ['body', 'required'],
    ]);
  });

  it('cover every field at once', () => {
    expect(errorsOf(newIdea, {}).map(({ field }) => field)).toEqual([
      'title',
      'category',
      'problem',
      'proposal',
    ]);
  });
});
