/**
 * The shapes that clients outside rely on: what a request may say, what is refused, and the names in the replies.
 */
import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import * as fields from '../../shared/contract/fields.ts';
import { listIdeas, listRounds } from '../../shared/contract/routes.ts';
import * as schemas from '../../shared/contract/schemas.ts';

const accepts = (schema: z.ZodMiniType, value: unknown): boolean => schema.safeParse(value).success;
const namesOf = (schema: { readonly shape: object }): string[] => Object.keys(schema.shape).toSorted();

const newIdea = {
  title: '行车限位加装声光报警',
  category: '安全',
  problem: '行车靠近限位时没有提示',
  proposal: '加装声光报警器',
};
const fullIdea = {
  ...newIdea,
  expectedBenefit: 50_000,
  unnamed: false,
  department: '铸造车间',
  authorId: 'HT0132',
  submittedAt: '2026-10-08T10:00:00+08:00',
};

describe('a new idea', () => {
  it('needs title, category, problem and proposal, and nothing else', () => {
    expect(accepts(schemas.newIdea, newIdea)).toBe(true);
    for (const name of Object.keys(newIdea)) {
      const without = Object.fromEntries(Object.entries(newIdea).filter(([field]) => field !== name));
      expect(accepts(schemas.newIdea, without), name).toBe(false);
    }
  });

  it('may say all of its fields, and turns the slip’s time into UTC', () => {
    expect(schemas.newIdea.parse(fullIdea)).toEqual({ ...fullIdea, submittedAt: '2026-10-08T02:00:00.000Z' });
  });

  it('has no field that is not promised', () => {
    for (const unknown of ['status', 'id', 'Title', 'organization', '__proto__x'])
      expect(accepts(schemas.newIdea, { ...newIdea, [unknown]: 'x' }), unknown).toBe(false);
  });

  it('has no field that is null, of another type, or a list', () => {
    for (const name of Object.keys(fullIdea))
      for (const wrong of [null, 7.5, {}, [], ['安全']])
        expect(
          accepts(schemas.newIdea, { ...fullIdea, [name]: wrong }),
          `${name}: ${JSON.stringify(wrong)}`,
        ).toBe(false);
    for (const wrong of [null, undefined, 'idea', 7, [newIdea]])
      expect(accepts(schemas.newIdea, wrong)).toBe(false);
  });

  it.each([
    ['title', 60],
    ['problem', 2000],
    ['proposal', 2000],
  ])('has a %s of 2 to %i characters', (name, max) => {
    const having = (text: string) => accepts(schemas.newIdea, { ...newIdea, [name]: text });
    expect([having('字'), having('字字'), having('字'.repeat(max)), having('字'.repeat(max + 1))]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(having('👨‍👩‍👧‍👦'.repeat(max))).toBe(true);
    expect(having('  字 \n')).toBe(false);
  });

  it('has no control characters, though paragraphs may break', () => {
    for (const control of ['\u0000', '\u001b', '\u0007', '\u007f', '\u0085']) {
      expect(accepts(schemas.newIdea, { ...newIdea, title: `行车${control}限位` })).toBe(false);
      expect(accepts(schemas.newIdea, { ...newIdea, problem: `行车${control}限位` })).toBe(false);
    }
    expect(accepts(schemas.newIdea, { ...newIdea, problem: '第一\n\t第二' })).toBe(true);
    expect(accepts(schemas.newIdea, { ...newIdea, title: '第一\n第二' })).toBe(false);
  });

  it('is tidied before it is kept', () => {
    expect(schemas.newIdea.parse({ ...newIdea, problem: ' cafe\u0301\r\n二 ' }).problem).toBe(
      'caf\u00e9\n二',
    );
  });

  it('expects a benefit in whole yuan, and none below nothing', () => {
    const having = (expectedBenefit: unknown) => accepts(schemas.newIdea, { ...newIdea, expectedBenefit });
    expect([
      having(0),
      having(1e10),
      having(-1),
      having(0.5),
      having(1e11),
      having('50000'),
      having(Number.NaN),
    ]).toEqual([true, true, false, false, false, false, false]);
  });

  it('is dated with an offset, on a day that exists', () => {
    const having = (submittedAt: string) => accepts(schemas.newIdea, { ...newIdea, submittedAt });
    expect(having('2026-10-08T10:00+08:00')).toBe(true);
    expect([having('2026-10-08T10:00'), having('2026-02-30T10:00Z'), having('yesterday')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('a vote and a decision', () => {
  it('say one of the three choices, with a comment of at most 500 characters', () => {
    for (const choice of ['approve', 'oppose', 'abstain'])
      expect(accepts(schemas.newVote, { choice })).toBe(true);
    expect(accepts(schemas.newVote, { choice: 'maybe' })).toBe(false);
    expect(accepts(schemas.newVote, { choice: 'Approve' })).toBe(false);
    expect(accepts(schemas.newVote, { choice: 'approve', comment: '字'.repeat(500) })).toBe(true);
    expect(accepts(schemas.newVote, { choice: 'approve', comment: '字'.repeat(501) })).toBe(false);
    expect(accepts(schemas.newVote, { choice: 'approve', comment: '  ' })).toBe(false);
    expect(accepts(schemas.newVote, { choice: 'approve', voter: 'HT0132' })).toBe(false);
  });

  it('say one of the three outcomes, with a reason', () => {
    for (const outcome of ['adopted', 'declined', 'deferred'])
      expect(accepts(schemas.newDecision, { outcome, reason: '经表决' })).toBe(true);
    expect(accepts(schemas.newDecision, { outcome: 'withdrawn' })).toBe(false);
    expect(accepts(schemas.newDecision, { outcome: 'adopted', reason: null })).toBe(false);
    expect(accepts(schemas.newDecision, { outcome: 'adopted', by: 'HT0001' })).toBe(false);
  });
});

describe('ids', () => {
  it.each([
    ['organizationId', fields.organizationId, 'huatai', 'Huatai'],
    ['memberId', fields.memberId, 'HT0132', 'HT#0132'],
    ['roundId', fields.roundId, '2026-10', '2026-13'],
    ['ideaId', fields.ideaId, '2026-10-0123456789abcdefghjkmnpqrs', '2026-10-0123'],
    ['category', fields.category, '安全', '安#全'],
    ['instant', fields.instant, '2026-10-15T01:00:00.000Z', '2026-10-15T09:00:00+08:00'],
  ] as const)('of kind %s have one form, and are text', (_, schema, good, bad) => {
    expect(accepts(schema, good)).toBe(true);
    for (const wrong of [bad, '', null, undefined, 7, [good], {}]) expect(accepts(schema, wrong)).toBe(false);
  });
});

describe('a list’s query', () => {
  it('asks for 1 to 100 items, in digits', () => {
    expect(listIdeas.query.parse({ limit: '100' }).limit).toBe(100);
    for (const limit of ['0', '101', '-1', '1.5', '1e2', '', ' 5', 'all'])
      expect(accepts(listIdeas.query, { limit }), limit).toBe(false);
  });

  it('goes on from a cursor that was given out, and from nothing else', () => {
    const cursor = '2026-10-15T01:00:00.000Z_2026-10-0123456789abcdefghjkmnpqrs';
    expect(accepts(listIdeas.query, { cursor })).toBe(true);
    expect(accepts(listIdeas.query, { cursor: '2026-10-15T01:00:00.000Z' })).toBe(false);
    expect(accepts(listIdeas.query, { cursor: 'eyJwayI6Ik9SRyNvdGhlciJ9' })).toBe(false);
    expect(accepts(listRounds.query, { cursor: '2026-10' })).toBe(true);
    expect(accepts(fields.pageCursor, '12')).toBe(true);
    expect(accepts(fields.pageCursor, 'x')).toBe(false);
  });

  it('has no parameter that is not promised', () => {
    expect(accepts(listIdeas.query, { sort: 'title' })).toBe(false);
    expect(accepts(listIdeas.query, { status: 'gone' })).toBe(false);
  });
});

describe('the names promised to clients outside', () => {
  it('of requests', () => {
    expect(namesOf(schemas.newIdea)).toEqual(
      [
        'title',
        'category',
        'problem',
        'proposal',
        'expectedBenefit',
        'unnamed',
        'department',
        'authorId',
        'submittedAt',
      ].toSorted(),
    );
    expect(namesOf(schemas.newVote)).toEqual(['choice', 'comment']);
    expect(namesOf(schemas.newDecision)).toEqual(['outcome', 'reason']);
  });

  it('of replies', () => {
    expect(namesOf(schemas.idea)).toEqual(
      expect.arrayContaining([...namesOf(schemas.newIdea), 'id', 'status', 'round']),
    );
    expect(namesOf(schemas.listOf(schemas.idea, fields.ideaCursor))).toEqual(['items', 'nextCursor']);
    expect(namesOf(schemas.importReply)).toEqual(['created', 'duplicates', 'rejected', 'rows']);
    expect(namesOf(schemas.importReply.shape.rows.def.element)).toEqual([
      'ideaId',
      'outcome',
      'problem',
      'row',
    ]);
    expect(namesOf(fields.rate)).toEqual(['denominator', 'numerator', 'value']);
    expect(namesOf(schemas.problem)).toEqual(
      expect.arrayContaining(['code', 'detail', 'errors', 'requestId', 'status', 'title', 'type']),
    );
  });

  it('of a rate without a denominator: its value is null, not left out', () => {
    expect(accepts(fields.rate, { numerator: 0, denominator: 0, value: null })).toBe(true);
    expect(accepts(fields.rate, { numerator: 0, denominator: 0 })).toBe(false);
    expect(accepts(fields.rate, { numerator: 0, denominator: 0, value: Number.NaN })).toBe(false);
  });

  it('of the last page of a list: no nextCursor at all', () => {
    const list = schemas.listOf(schemas.support, fields.pageCursor);
    expect(accepts(list, { items: [] })).toBe(true);
    expect(accepts(list, { items: [], nextCursor: null })).toBe(false);
  });
});
