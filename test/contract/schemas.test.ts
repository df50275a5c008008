/**
 * The shapes that outside clients rely on: valid requests, refused ones, and the names in replies.
 */
import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import * as fields from '../../shared/contract/fields.ts';
import { listIdeas } from '../../shared/contract/routes/ideas.ts';
import { listRounds } from '../../shared/contract/routes/organization.ts';
import { ROUTES } from '../../shared/contract/routes/table.ts';
import { newOrder } from '../../shared/contract/schemas/agenda.ts';
import { newDecision, newVote } from '../../shared/contract/schemas/ballot.ts';
import { idea, newIdea, revision, support } from '../../shared/contract/schemas/idea.ts';
import { importReply } from '../../shared/contract/schemas/import.ts';
import { listOf } from '../../shared/contract/schemas/paging.ts';
import { problem } from '../../shared/contract/schemas/problem.ts';
import { newReward } from '../../shared/contract/schemas/reward.ts';
import {
  newAcceptance,
  newAssignment,
  newCompletion,
  newMerger,
  newReason,
  newReply,
  newReport,
} from '../../shared/contract/schemas/work.ts';

const accepts = (schema: z.ZodMiniType, value: unknown): boolean => schema.safeParse(value).success;
const namesOf = (schema: { readonly shape: object }): string[] =>
  Object.keys(schema.shape).toSorted();

const leastIdea = {
  title: '行车限位加装声光报警',
  category: '安全',
  problem: '行车靠近限位时没有提示',
  proposal: '加装声光报警器',
};
const fullIdea = {
  ...leastIdea,
  expectedBenefit: 50_000,
  unnamed: false,
  department: '铸造车间',
  authorId: 'HT0132',
  submittedAt: '2026-10-08T10:00:00+08:00',
};

/** The texts in the bodies of requests, at any depth; their names are compared with a list. */
function textsIn(schema: z.ZodMiniType, name: string): { name: string; text: z.ZodMiniType }[] {
  const def = schema._zod.def as unknown as { type: string } & Record<string, unknown>;
  const inner = (part: unknown, at = name) => textsIn(part as z.ZodMiniType, at);
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape as object).flatMap(([key, part]) =>
        inner(part, `${name}.${key}`),
      );
    case 'array':
      return inner(def.element);
    case 'optional':
    case 'nullable':
    case 'default':
      return inner(def.innerType);
    case 'union':
      return (def.options as unknown[]).flatMap(part => inner(part));
    default:
      return accepts(schema, '平常的文字') && !/\.(department|category)$/.test(name)
        ? [{ name, text: schema }]
        : [];
  }
}
const texts = ROUTES.filter(({ body }) => body.type === 'application/json').flatMap(
  ({ id, body }) => textsIn(body.schema, id),
);

describe('every written text', () => {
  it('is among those checked here', () => {
    expect(texts.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'submitIdea.title',
        'reviseUnnamedIdea.problem',
        'writeComment.text',
        'hideComment.reason',
        'castVote.comment',
        'decideIdea.reason',
        'replyToIdea.reply',
        'returnIdea.reason',
        'reportProgress.note',
        'completeIdea.done',
        'putProfile.name',
        'putDepartments.departments',
        'putCategories.categories',
        'addMember.subject',
        'addMember.name',
        'putMember.team',
      ]),
    );
  });

  it.each(texts)('must be visible: $name', ({ text }) => {
    for (const nothing of [
      '\u200b\u200b\u200b',
      '\u3164\u3164\u3164',
      '\u2800\u2800\u2800',
      '\u0301\u0301',
    ])
      expect(accepts(text, nothing), JSON.stringify(nothing)).toBe(false);
  });

  it.each(texts)('hides nothing and turns nothing around: $name', ({ text }) => {
    for (const hiding of [
      '平常\u202e的\u202c文字',
      '平常\u200b的\u00ad文字',
      '平常的\u200d文字\u2066',
    ]) {
      const read = text.safeParse(hiding);
      if (read.success) expect(read.data).toBe('平常的文字');
    }
  });

  it.each(texts)('keeps joiners that people write: $name', ({ text }) => {
    for (const written of ['👷🏽‍♀️安全', 'ئابدۇراخمان', 'བཀྲ་ཤིས་'])
      expect(text.safeParse(written)).toMatchObject({ success: true, data: written });
  });
});

describe('a new idea', () => {
  it('needs title, category, problem and proposal, and nothing else', () => {
    expect(accepts(newIdea, leastIdea)).toBe(true);
    for (const name of Object.keys(leastIdea)) {
      const without = Object.fromEntries(
        Object.entries(leastIdea).filter(([field]) => field !== name),
      );
      expect(accepts(newIdea, without), name).toBe(false);
    }
  });

  it('may have all of its fields, and turns the slip’s time into UTC', () => {
    expect(newIdea.parse(fullIdea)).toEqual({
      ...fullIdea,
      submittedAt: '2026-10-08T02:00:00.000Z',
    });
  });

  it('has no unknown field', () => {
    for (const unknown of ['status', 'id', 'Title', 'organization', '__proto__x'])
      expect(accepts(newIdea, { ...leastIdea, [unknown]: 'x' }), unknown).toBe(false);
  });

  it('has no field that is null, of another type, or a list', () => {
    for (const name of Object.keys(fullIdea))
      for (const wrong of [null, 7.5, {}, [], ['安全']])
        expect(
          accepts(newIdea, { ...fullIdea, [name]: wrong }),
          `${name}: ${JSON.stringify(wrong)}`,
        ).toBe(false);
    for (const wrong of [null, undefined, 'idea', 7, [leastIdea]])
      expect(accepts(newIdea, wrong)).toBe(false);
  });

  it.each([
    ['title', 60],
    ['problem', 2000],
    ['proposal', 2000],
  ])('has a %s of 2 to %i characters', (name, max) => {
    const having = (text: string) => accepts(newIdea, { ...leastIdea, [name]: text });
    expect([
      having('字'),
      having('字字'),
      having('字'.repeat(max)),
      having('字'.repeat(max + 1)),
    ]).toEqual([false, true, true, false]);
    expect(having('👨‍👩‍👧‍👦'.repeat(max))).toBe(true);
    expect(having('  字 \n')).toBe(false);
  });

  it('has no halves of characters', () => {
    for (const half of ['\ud83d', '\udc4d'])
      for (const name of ['title', 'problem', 'category'])
        expect(accepts(newIdea, { ...fullIdea, [name]: `行车${half}限位` }), name).toBe(false);
    expect(accepts(newIdea, { ...leastIdea, title: '行车限位 \ud83d\udc4d' })).toBe(true);
  });

  it('has no control characters except line breaks', () => {
    for (const control of ['\u0000', '\u001b', '\u0007', '\u007f', '\u0090']) {
      expect(accepts(newIdea, { ...leastIdea, title: `行车${control}限位` })).toBe(false);
      expect(accepts(newIdea, { ...leastIdea, problem: `行车${control}限位` })).toBe(false);
    }
    expect(accepts(newIdea, { ...leastIdea, problem: '第一\n\t第二' })).toBe(true);
    expect(newIdea.parse({ ...leastIdea, title: '第一\n第二' }).title).toBe('第一 第二');
  });

  it('is tidied before it is stored', () => {
    expect(newIdea.parse({ ...leastIdea, problem: ' cafe\u0301\r\n二 ' }).problem).toBe(
      'caf\u00e9\n二',
    );
  });

  it('expects a benefit in whole yuan, and none below zero', () => {
    const having = (expectedBenefit: unknown) =>
      accepts(newIdea, { ...leastIdea, expectedBenefit });
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

  it('has a date with an offset, on a day that exists', () => {
    const having = (submittedAt: string) => accepts(newIdea, { ...leastIdea, submittedAt });
    expect(having('2026-10-08T10:00+08:00')).toBe(true);
    expect([having('2026-10-08T10:00'), having('2026-02-30T10:00Z'), having('yesterday')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('a vote and a decision', () => {
  it('have one of the three choices, with a comment of at most 500 characters', () => {
    for (const choice of ['approve', 'oppose', 'abstain'])
      expect(accepts(newVote, { choice })).toBe(true);
    expect(accepts(newVote, { choice: 'maybe' })).toBe(false);
    expect(accepts(newVote, { choice: 'Approve' })).toBe(false);
    expect(accepts(newVote, { choice: 'approve', comment: '字'.repeat(500) })).toBe(true);
    expect(accepts(newVote, { choice: 'approve', comment: '字'.repeat(501) })).toBe(false);
    expect(accepts(newVote, { choice: 'approve', comment: '  ' })).toBe(false);
    expect(accepts(newVote, { choice: 'approve', voter: 'HT0132' })).toBe(false);
  });

  it('have one of the three outcomes, with a reason', () => {
    for (const outcome of ['adopted', 'declined', 'deferred'])
      expect(accepts(newDecision, { outcome, reason: '经表决' })).toBe(true);
    expect(accepts(newDecision, { outcome: 'withdrawn' })).toBe(false);
    expect(accepts(newDecision, { outcome: 'adopted', reason: null })).toBe(false);
    expect(accepts(newDecision, { outcome: 'adopted', by: 'HT0001' })).toBe(false);
  });
});

describe('the texts of acts on an idea', () => {
  it('have the required words, and no more than 2000 characters', () => {
    const texts = [
      [newReason, 'reason', {}],
      [newReply, 'reply', {}],
      [newReport, 'note', { progress: 50 }],
      [newCompletion, 'done', { claimedBenefit: 0 }],
    ] as const;
    for (const [schema, name, rest] of texts) {
      const having = (text: unknown) => accepts(schema, { ...rest, [name]: text });
      expect([having('可行'), having('字'.repeat(2000))], name).toEqual([true, true]);
      expect([having(undefined), having(' '), having('字'.repeat(2001)), having(7)], name).toEqual(
        Array(4).fill(false),
      );
    }
  });

  it('accept any usual number of emoji, but not a page of families', () => {
    const having = (reason: string) => accepts(newReason, { reason });
    expect(having('👨‍👩‍👧‍👦好'.repeat(600))).toBe(true);
    expect(having('👨‍👩‍👧‍👦'.repeat(2000))).toBe(false);
  });

  it('have progress in whole per cent, benefits in whole yuan and money in whole fen', () => {
    const progress = (value: unknown) => accepts(newReport, { progress: value, note: '进行中' });
    expect([
      progress(0),
      progress(100),
      progress(-1),
      progress(101),
      progress(0.5),
      progress('5'),
    ]).toEqual([true, true, ...Array(4).fill(false)]);
    const verified = (verifiedBenefit: unknown) => accepts(newAcceptance, { verifiedBenefit });
    expect([verified(0), verified(1e10), verified(-1), verified(0.01), verified(null)]).toEqual([
      true,
      true,
      ...Array(3).fill(false),
    ]);
    const share = (fen: unknown, member = 'HT0132') =>
      accepts(newReward, { amount: 100, shares: [{ member, fen }] });
    expect([share(100), share(0), share(-100), share(99.5), share(100, '#')]).toEqual([
      true,
      true,
      ...Array(3).fill(false),
    ]);
    expect(accepts(newReward, { amount: 0, shares: [] })).toBe(false);
  });

  it('have a due date that exists', () => {
    const due = (due: string) => accepts(newAssignment, { owner: 'HT0132', due });
    expect([
      due('2026-12-31'),
      due('2026-02-30'),
      due('2026-12-31T00:00Z'),
      due('31.12.2026'),
    ]).toEqual([true, ...Array(3).fill(false)]);
  });

  it('arrange an agenda idea by idea or by a rule, never both', () => {
    const one = '2026-10-0123456789abcdefghjkmnpqrs';
    for (const right of [{ order: [one] }, { order: [] }, { by: 'support' }, { by: 'handed-in' }])
      expect(accepts(newOrder, right), JSON.stringify(right)).toBe(true);
    for (const wrong of [{}, { order: ['1'] }, { by: 'title' }, { by: 'support', order: [one] }])
      expect(accepts(newOrder, wrong), JSON.stringify(wrong)).toBe(false);
  });
});

describe('ids', () => {
  it.each([
    ['organizationId', fields.organizationId, 'huatai', 'Huatai'],
    ['memberId', fields.memberId, 'HT0132', 'HT#0132'],
    ['roundId', fields.roundId, '2026-10', '2026-13'],
    ['ideaId', fields.ideaId, '2026-10-0123456789abcdefghjkmnpqrs', '2026-10-0123'],
    ['commentId', fields.commentId, '01k6f7q2c00123456789abcdef', '81k6f7q2c00123456789abcdef'],
    ['category', fields.category, '安全', '安#全'],
    ['instant', fields.instant, '2026-10-15T01:00:00.000Z', '2026-10-15T09:00:00+08:00'],
  ] as const)('of kind %s have one form, and are text', (_, schema, good, bad) => {
    expect(accepts(schema, good)).toBe(true);
    for (const wrong of [bad, '', null, undefined, 7, [good], {}])
      expect(accepts(schema, wrong)).toBe(false);
  });
});

describe('a list’s query', () => {
  it('requests 1 to 100 items, in digits', () => {
    expect(listIdeas.query.parse({ limit: '100' }).limit).toBe(100);
    for (const limit of ['0', '101', '-1', '1.5', '1e2', '', ' 5', 'all'])
      expect(accepts(listIdeas.query, { limit }), limit).toBe(false);
  });

  it('continues from an issued cursor, and from nothing else', () => {
    const cursor = '2026-10-15T01:00:00.000Z_2026-10-0123456789abcdefghjkmnpqrs';
    expect(accepts(listIdeas.query, { cursor })).toBe(true);
    expect(accepts(listIdeas.query, { cursor: '2026-10-15T01:00:00.000Z' })).toBe(false);
    expect(accepts(listIdeas.query, { cursor: 'eyJwayI6Ik9SRyNvdGhlciJ9' })).toBe(false);
    expect(accepts(listRounds.query, { cursor: '2026-10' })).toBe(true);
    expect(accepts(fields.pageCursor, '12')).toBe(true);
    expect(accepts(fields.pageCursor, 'x')).toBe(false);
  });

  it('has no unknown parameter', () => {
    expect(accepts(listIdeas.query, { sort: 'title' })).toBe(false);
    expect(accepts(listIdeas.query, { status: 'gone' })).toBe(false);
  });
});

describe('the names that outside clients rely on', () => {
  it('of requests', () => {
    expect(namesOf(newIdea)).toEqual(
      [
        'title',
        'category',
        'problem',
        'proposal',
        'expectedBenefit',
        'unnamed',
        'department',
        'authorId',
        'coAuthorIds',
        'submittedAt',
        'photos',
      ].toSorted(),
    );
    expect(namesOf(newVote)).toEqual(['choice', 'comment']);
    expect(namesOf(newDecision)).toEqual(['outcome', 'reason', 'reply']);
    expect(namesOf(revision)).toEqual(
      [
        'title',
        'category',
        'problem',
        'proposal',
        'expectedBenefit',
        'department',
        'coAuthorIds',
        'photos',
      ].toSorted(),
    );
    expect([newReason, newReply, newMerger, newAssignment].map(namesOf)).toEqual([
      ['reason'],
      ['reply'],
      ['into'],
      ['due', 'owner'],
    ]);
    expect([newReport, newCompletion, newAcceptance, newReward].map(namesOf)).toEqual([
      ['note', 'progress'],
      ['claimedBenefit', 'done', 'photos'],
      ['verifiedBenefit'],
      ['amount', 'shares'],
    ]);
  });

  it('of replies', () => {
    expect(namesOf(idea)).toEqual(
      expect.arrayContaining([
        ...namesOf(newIdea).filter(name => name !== 'coAuthorIds'),
        ...['coAuthors', 'id', 'status', 'round'],
      ]),
    );
    expect(namesOf(listOf(idea, fields.ideaCursor))).toEqual(['items', 'nextCursor']);
    expect(namesOf(importReply)).toEqual([
      'created',
      'duplicates',
      'next',
      'preview',
      'rejected',
      'rows',
      'withdrawn',
    ]);
    expect(namesOf(importReply.shape.rows.def.element)).toEqual([
      'authorId',
      'ideaId',
      'outcome',
      'problem',
      'round',
      'row',
      'title',
      'warnings',
    ]);
    expect(namesOf(fields.rate)).toEqual(['denominator', 'numerator', 'value']);
    expect(namesOf(problem)).toEqual(
      expect.arrayContaining(['code', 'detail', 'errors', 'requestId', 'status', 'title', 'type']),
    );
  });

  it('of a rate without a denominator: its value is null, not left out', () => {
    expect(accepts(fields.rate, { numerator: 0, denominator: 0, value: null })).toBe(true);
    expect(accepts(fields.rate, { numerator: 0, denominator: 0 })).toBe(false);
    expect(accepts(fields.rate, { numerator: 0, denominator: 0, value: Number.NaN })).toBe(false);
  });

  it('of the last page of a list: no nextCursor at all', () => {
    const list = listOf(support, fields.pageCursor);
    expect(accepts(list, { items: [] })).toBe(true);
    expect(accepts(list, { items: [], nextCursor: null })).toBe(false);
  });
});
