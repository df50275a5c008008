/**
 * Correcting paper slips, and taking them back: what a secretary mistyped is put right with a
 * trace, the numbers follow once, and a correction and a vote never both count.
 */
import { describe, expect, it } from 'vitest';
import { castVote } from '../../shared/contract/routes/deliberation.ts';
import { listMyIdeas, submitIdea } from '../../shared/contract/routes/ideas.ts';
import { correctSlip, takeBackSlip } from '../../shared/contract/routes/screening.ts';
import { newMember } from '../store/sample-facts.ts';
import { everything } from '../store/watched-table.ts';
import { about, answerLostAt, brokenFrom, type Firm, months, streamOf } from './months.ts';
import { AT, type Request, SLIP } from './small-firm.ts';

const WRITTEN = '2026-10-05T00:12:00.000Z';
const RIGHT = { ...SLIP, title: '给数控镗床加装挡板', category: '安全' };

/** A slip that the secretary types for a member, or unnamed. */
const typed = (firm: Firm, facts: object = { authorId: 'E1' }): Promise<string> =>
  firm.handIn('S1', { submittedAt: WRITTEN, ...facts });
const correct = (firm: Firm, idea: string, facts: object = {}, version?: number) =>
  firm.on(correctSlip, 'S1', idea, { ...SLIP, ...facts }, version);
const takeBack = (firm: Firm, idea: string, body: object = {}, version?: number) =>
  firm.on(takeBackSlip, 'S1', idea, body, version);

async function ideasOf(firm: Firm, member: string): Promise<string[]> {
  const { body } = await firm.call<{ items: { id: string }[] }>(listMyIdeas, { as: member });
  return body.items.map(({ id }) => id);
}

describe('a corrected slip', () => {
  it('has its right author, text, time and department, and its history keeps the former ones', async () => {
    const firm = await months({ more: [newMember('S2', ['secretary'])] });
    const idea = await typed(firm);
    const body = {
      ...RIGHT,
      authorId: 'e2',
      expectedBenefit: 9000,
      submittedAt: '2026-10-04T23:30:00.000Z',
    };
    const corrected = await firm.on(correctSlip, 'S2', idea, body, 1);
    expect(corrected).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      body: {
        ...body,
        authorId: 'E2',
        // It was the former author's own department.
        department: '装配车间',
        status: 'submitted',
        round: '2026-10',
        version: 2,
      },
    });
    expect((await firm.read(idea, 'E1')).history.at(-1)).toEqual({
      act: 'correct',
      at: AT.collecting,
      by: { kind: 'member', id: 'S2' },
      from: 'submitted',
      to: 'submitted',
      former: { ...SLIP, authorId: 'E1', department: '铸造车间', submittedAt: WRITTEN },
    });
    expect([await ideasOf(firm, 'E1'), await ideasOf(firm, 'E2')]).toEqual([[], [idea]]);
  });

  it('keeps what the correction leaves out: author, time, and a department that was chosen', async () => {
    const firm = await months();
    const idea = await typed(firm, { authorId: 'E1', department: '设备部', expectedBenefit: 10 });
    await correct(firm, idea, { title: RIGHT.title });
    const first = await firm.stored(idea);
    expect(first).toMatchObject({ authorId: 'E1', department: '设备部', submittedAt: WRITTEN });
    expect(first).not.toHaveProperty('expectedBenefit');
    await correct(firm, idea, { title: RIGHT.title, authorId: 'E2' });
    expect(await firm.stored(idea)).toMatchObject({
      authorId: 'E2',
      authorDepartment: '装配车间',
      department: '设备部',
    });
  });

  it('gets an author if it was typed unnamed, and never becomes unnamed', async () => {
    const firm = await months();
    const idea = await typed(firm, { unnamed: true });
    expect((await correct(firm, idea, { authorId: 'E1' })).status).toBe(200);
    expect(await firm.read(idea)).toMatchObject({ authorId: 'E1', unnamed: false });
    expect(await correct(firm, idea, { unnamed: true })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'unnamed' }] },
    });
  });

  it('is a slip, or refused: what its author typed, named or unnamed, is the author’s alone', async () => {
    const firm = await months();
    const secretarys = await firm.handIn('S1');
    for (const idea of [
      await firm.handIn('E1'),
      await firm.handIn('E1', { unnamed: true }),
      secretarys,
    ])
      for (const answer of [await correct(firm, idea), await takeBack(firm, idea)])
        expect(answer).toMatchObject({ status: 409, body: { code: 'not-a-slip' } });
    // A number that happens to be the secretary's own.
    const mistyped = await typed(firm, { authorId: 'S1' });
    expect((await correct(firm, mistyped, { authorId: 'E1' })).status).toBe(200);
    expect((await correct(firm, mistyped, { authorId: 'S1' })).status).toBe(200);
    expect((await takeBack(firm, mistyped)).status).toBe(200);
  });

  it('names the bad field, and changes nothing then', async () => {
    const firm = await months({ more: [newMember('E9', ['employee'])] });
    const idea = await typed(firm);
    const before = await firm.stored(idea);
    for (const [facts, field, code] of [
      [{ authorId: 'HT0999' }, 'authorId', 'unknown-author'],
      [{ category: '玄学' }, 'category', 'unknown-category'],
      [{ department: '没有的车间' }, 'department', 'unknown-department'],
      [{ submittedAt: '2026-12-01T00:00:00.000Z' }, 'submittedAt', 'slip-dated-ahead'],
      [{ title: ' ' }, 'title', 'invalid-request'],
    ] as const)
      expect((await correct(firm, idea, facts)).body, field).toMatchObject({
        code,
        errors: [{ field }],
      });
    for (const as of ['E1', 'C1', 'M1'])
      for (const route of [correctSlip, takeBackSlip])
        expect((await firm.on(route, as, idea, route === correctSlip ? RIGHT : {})).status).toBe(
          403,
        );
    expect(await correct(firm, idea, RIGHT, 7)).toMatchObject({ status: 412 });
    expect(await firm.stored(idea)).toEqual(before);
  });

  it('stays in its round: a time of another one is refused with the way out', async () => {
    const firm = await months({ at: '2026-10-20T02:00:00.000Z' });
    const idea = await typed(firm, { authorId: 'E1', submittedAt: '2026-10-16T02:00:00.000Z' });
    expect((await firm.stored(idea)).round).toBe('2026-11');
    // October's ballots had closed when it was typed, so an earlier time leaves it where it is.
    expect((await correct(firm, idea, { submittedAt: WRITTEN })).status).toBe(200);

    // October's intake has ended, and its ballots are open.
    const open = await months({ at: '2026-10-16T02:00:00.000Z' });
    const october = await typed(open);
    const before = await open.stored(october);
    expect(before.round).toBe('2026-10');
    const other = await correct(open, october, { submittedAt: '2026-10-16T01:00:00.000Z' });
    expect(other).toMatchObject({
      status: 422,
      body: { code: 'slip-of-another-round', errors: [{ field: 'submittedAt' }] },
    });
    expect(await open.stored(october)).toEqual(before);
  });

  it('answers a repeated request the same, with one entry in the history', async () => {
    const firm = await months();
    const idea = await typed(firm);
    const request = about('S1', idea, { ...RIGHT, authorId: 'E2' }, 1);
    expect((await firm.watching(answerLostAt(1))(correctSlip, request)).status).toBe(500);
    const first = await firm.call(correctSlip, request);
    const again = await firm.call(correctSlip, request);
    expect([again.status, again.text, again.headers]).toEqual([200, first.text, first.headers]);
    const back = about('S1', idea, { reason: '同一张纸条录了两次' }, 2);
    expect((await firm.watching(answerLostAt(1))(takeBackSlip, back)).status).toBe(500);
    const gone = await firm.call(takeBackSlip, back);
    expect(gone).toMatchObject({ status: 200, body: { status: 'withdrawn', version: 3 } });
    expect((await firm.call(takeBackSlip, back)).text).toBe(gone.text);
    expect((await firm.stored(idea)).history.map(({ act }) => act)).toEqual([
      'submit',
      'correct',
      'take-back',
    ]);
  });

  it('is answered to the repeated request that typed it as it was typed', async () => {
    const firm = await months();
    const request: Request = {
      as: 'S1',
      headers: { 'idempotency-key': 'slip-1' },
      body: { ...SLIP, authorId: 'E1', submittedAt: WRITTEN },
    };
    const first = await firm.call<{ id: string }>(submitIdea, request);
    await correct(firm, first.body.id, { ...RIGHT, authorId: 'E2', submittedAt: AT.collecting });
    expect((await firm.call(submitIdea, request)).text).toBe(first.text);
  });
});

describe('a slip that was taken back', () => {
  it('is withdrawn: its author and who took it back read it, and another secretary finds nothing', async () => {
    const firm = await months({ more: [newMember('S2', ['secretary'])] });
    const idea = await typed(firm);
    expect((await takeBack(firm, idea, { reason: '录错了' })).status).toBe(200);
    expect(await firm.read(idea)).toMatchObject({
      status: 'withdrawn',
      history: [{ act: 'submit' }, { act: 'take-back', reason: '录错了' }],
    });
    for (const route of [correctSlip, takeBackSlip])
      expect((await firm.on(route, 'S2', idea, route === correctSlip ? RIGHT : {})).status).toBe(
        404,
      );
    expect((await correct(firm, idea, RIGHT)).status).toBe(409);
  });
});

describe('the numbers', () => {
  it('move from one author and department to the other exactly once, with the support', async () => {
    const firm = await months();
    const stream = streamOf(firm.table);
    try {
      const idea = await typed(firm);
      await firm.back('C2', idea);
      await stream.settle();
      const counted = async (): Promise<object[]> =>
        (await everything(firm.table))
          .filter(({ sk, ideas }) => String(sk).startsWith('PARTICIPANT#') && ideas !== 0)
          .map(({ sk, ideas }) => ({ [String(sk)]: ideas }));
      expect(await counted()).toEqual([
        { 'PARTICIPANT#DEPARTMENT#铸造车间#E1': 1 },
        { 'PARTICIPANT#TOTAL#E1': 1 },
      ]);

      await correct(firm, idea, { authorId: 'E2', submittedAt: '2026-10-02T00:00:00.000Z' });
      const records = await stream.news();
      for (const _ of [1, 2]) expect(await stream.deliver(records)).toEqual([]);
      const moved = [{ 'PARTICIPANT#DEPARTMENT#装配车间#E2': 1 }, { 'PARTICIPANT#TOTAL#E2': 1 }];
      expect(await counted()).toEqual(moved);
      expect(await firm.numbers()).toMatchObject({
        submitted: 1,
        participation: { numerator: 1 },
      });

      // Support is counted where it was, although the time is another.
      await firm.back('E2', idea);
      await stream.settle();
      expect(await firm.read(idea)).toMatchObject({ supports: 2 });

      await takeBack(firm, idea);
      await stream.settle();
      expect(await counted()).toEqual([]);
      expect(await firm.numbers()).toMatchObject({ submitted: 0 });
    } finally {
      await stream.stop();
    }
  });
});

describe('a ballot', () => {
  it('recuses the right author, and after a vote the slip is neither corrected nor taken back', async () => {
    const firm = await months();
    const idea = await typed(firm);
    await firm.until(AT.opens);
    expect((await correct(firm, idea, { authorId: 'C2' })).status).toBe(200);
    expect(await firm.vote('C2', idea)).toMatchObject({ body: { code: 'recused' } });
    expect((await firm.read(idea)).ballot.eligible).toBe(2);
    expect((await firm.vote('C3', idea)).status).toBe(200);
    const before = await firm.stored(idea);
    for (const answer of [await correct(firm, idea, RIGHT), await takeBack(firm, idea)])
      expect(answer).toMatchObject({ status: 409, body: { code: 'ballot-has-votes' } });
    expect(await firm.stored(idea)).toEqual(before);
  });

  it.each([
    ['a correction', correctSlip, { ...RIGHT, authorId: 'C2' }],
    ['a taking back', takeBackSlip, {}],
  ] as const)(
    'that gets a vote between the reading and the writing of %s wins',
    async (_, route, body) => {
      const firm = await months();
      const idea = await typed(firm);
      await firm.until(AT.opens);
      const before = await firm.stored(idea);
      const meeting = firm.afterReading(() => firm.vote('C3', idea));
      expect(await meeting(route, about('S1', idea, body))).toMatchObject({
        status: 409,
        body: { code: 'ballot-has-votes' },
      });
      expect(await firm.stored(idea)).toEqual(before);
    },
  );

  it('takes no vote of the member who became the author while they voted', async () => {
    const firm = await months();
    const idea = await typed(firm);
    await firm.until(AT.opens);
    const meeting = firm.afterReading(() => correct(firm, idea, { authorId: 'C2' }));
    expect(await meeting(castVote, about('C2', idea, { choice: 'approve' }))).toMatchObject({
      status: 409,
      body: { code: 'changed-meanwhile' },
    });
    expect((await everything(firm.table)).filter(({ type }) => type === 'vote')).toEqual([]);
  });

  it('and its slip stay as they were if the transaction breaks', async () => {
    const firm = await months();
    const idea = await typed(firm);
    await firm.until(AT.opens);
    const before = await everything(firm.table);
    for (const [route, body] of [
      [correctSlip, RIGHT],
      [takeBackSlip, {}],
    ] as const)
      expect((await firm.watching(brokenFrom(1))(route, about('S1', idea, body))).status).toBe(500);
    expect(await everything(firm.table)).toEqual(before);
  });
});
