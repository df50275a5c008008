/**
 * The implementation of adopted ideas through the API: from an owner to acceptance, with all
 * refusals on the way, and its lists.
 */
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import {
  abandonIdea,
  acceptIdea,
  assignIdea,
  completeIdea,
  listImplementations,
  listMyWork,
  listUnassigned,
  reportProgress,
  sendBackIdea,
} from '../../shared/contract/routes/implementation.ts';
import { payReward } from '../../shared/contract/routes/rewards.ts';
import { DEFAULT_CALENDAR } from '../../shared/domain/organization/calendar.ts';
import { newMember, OCTOBER, ZHONGCHENG } from '../store/sample-facts.ts';
import { about, answerLostAt, brokenFrom, type Firm, months, NEXT, streamOf } from './months.ts';
import { AT, foundFirm, type Request } from './small-firm.ts';

const DUE = '2026-12-31';
const CHARGE = { owner: 'E2', due: DUE };
const HALF = { progress: 60, note: '材料已到位' };
const DONE = { done: '八台镗床全部装好', claimedBenefit: 120_000 };
const VERIFIED = { verifiedBenefit: 100_000 };
const BACK = { reason: '三号镗床还没有装' };

/**
 * Members besides the usual ones: a second manager, who also owns work, and a member who has left.
 */
const MORE = [newMember('M2', ['manager']), { ...newMember('X1'), active: false }];

/** A voting firm with a number of adopted ideas. */
async function adopting(many: number): Promise<Firm & { ids: string[] }> {
  const firm = await months({ more: MORE });
  const ids: string[] = [];
  for (let number = 1; number <= many; number += 1)
    ids.push(await firm.handIn('E1', { title: `第 ${number} 条建议` }));
  await firm.until(AT.opens);
  for (const id of ids) await firm.adopt(id);
  return { ...firm, ids };
}

describe('an adopted idea', () => {
  it('is assigned, reported on, completed, sent back, completed again and accepted', async () => {
    const firm = await adopting(1);
    const [idea] = firm.ids as [string];
    firm.clock.set('2026-10-20T02:00:00.000Z');
    const charged = await firm.on(assignIdea, 'S1', idea, CHARGE, 3);
    expect(charged).toMatchObject({
      status: 200,
      headers: { etag: '"4"' },
      body: {
        status: 'implementing',
        implementation: { ...CHARGE, assignedAt: '2026-10-20T02:00:00.000Z', progress: 0 },
      },
    });
    firm.clock.set('2026-11-01T02:00:00.000Z');
    expect((await firm.on(reportProgress, 'E2', idea, HALF)).body).toMatchObject({
      implementation: { ...CHARGE, ...HALF, reportedAt: '2026-11-01T02:00:00.000Z' },
    });
    // Reassigned, it keeps its progress.
    const other = { owner: 'C3', due: '2027-01-31' };
    expect((await firm.on(assignIdea, 'C1', idea, other)).body).toMatchObject({
      status: 'implementing',
      implementation: { ...other, ...HALF, assignedAt: '2026-11-01T02:00:00.000Z' },
    });
    expect((await firm.on(reportProgress, 'E2', idea, HALF)).body).toMatchObject({
      code: 'not-the-owner',
    });
    expect((await firm.on(completeIdea, 'C3', idea, DONE)).body).toMatchObject({
      status: 'completed',
      completion: { ...DONE, at: '2026-11-01T02:00:00.000Z' },
    });
    const back = await firm.on(sendBackIdea, 'M1', idea, BACK);
    expect(back.body).toMatchObject({
      status: 'implementing',
      implementation: { ...other, ...HALF },
    });
    expect(back.body).not.toHaveProperty('completion');
    await firm.on(completeIdea, 'C3', idea, { ...DONE, claimedBenefit: 110_000 });
    expect((await firm.on(acceptIdea, 'M1', idea, VERIFIED)).body).toMatchObject({
      status: 'accepted',
      completion: { claimedBenefit: 110_000 },
      acceptance: { ...VERIFIED, by: 'M1', at: '2026-11-01T02:00:00.000Z' },
    });
    expect((await firm.read(idea, 'E2')).history.slice(3)).toMatchObject([
      { act: 'assign', ...CHARGE, by: { id: 'S1' } },
      { act: 'report', ...HALF, by: { id: 'E2' } },
      { act: 'reassign', ...other, by: { id: 'C1' } },
      { act: 'complete', ...DONE, by: { id: 'C3' } },
      { act: 'send-back', ...BACK, by: { id: 'M1' } },
      { act: 'complete', claimedBenefit: 110_000 },
      { act: 'accept', ...VERIFIED },
    ]);
  });

  it('is counted in its present status, with the verified benefit', async () => {
    const firm = await adopting(3);
    const stream = streamOf(firm.table);
    onTestFinished(stream.stop);
    const [first, second] = firm.ids as [string, string];
    for (const idea of [first, second]) {
      await firm.on(assignIdea, 'S1', idea, CHARGE);
      await firm.on(completeIdea, 'E2', idea, DONE);
    }
    await firm.on(acceptIdea, 'M1', first, VERIFIED);
    await stream.settle();
    expect(await firm.numbers()).toMatchObject({
      adopted: 3,
      accepted: 1,
      implementationRate: { numerator: 1, denominator: 3 },
      claimedBenefit: 240_000,
      verifiedBenefit: 100_000,
    });
    await firm.on(sendBackIdea, 'M1', second, BACK);
    await stream.settle();
    expect(await firm.numbers()).toMatchObject({ adopted: 3, claimedBenefit: 120_000 });
  });

  it('is assigned to an active member, from today on, by secretary or chair', async () => {
    const firm = await adopting(1);
    const [idea] = firm.ids as [string];
    for (const as of ['E1', 'C2', 'M1'])
      expect((await firm.on(assignIdea, as, idea, CHARGE)).status).toBe(403);
    for (const owner of ['E77', 'X1'])
      expect(await firm.on(assignIdea, 'S1', idea, { ...CHARGE, owner }), owner).toMatchObject({
        status: 422,
        body: { code: 'unknown-owner', errors: [{ field: 'owner' }] },
      });
    // One in the morning of the 21st in the firm's zone.
    firm.clock.set('2026-10-20T17:00:00.000Z');
    expect(await firm.on(assignIdea, 'S1', idea, { ...CHARGE, due: '2026-10-20' })).toMatchObject({
      status: 422,
      body: { code: 'due-in-the-past', errors: [{ field: 'due' }] },
    });
    for (const due of ['2026-02-30', '31.12.2026', '', '2026-12-31T00:00:00Z'])
      expect((await firm.on(assignIdea, 'S1', idea, { ...CHARGE, due })).status, due).toBe(400);
    expect((await firm.on(assignIdea, 'S1', idea, { owner: 'E2' })).status).toBe(400);
    expect((await firm.on(assignIdea, 'S1', idea, CHARGE, 2)).status).toBe(412);
    expect((await firm.stored(idea)).version).toBe(3);
    // A number is the same in any case.
    expect(await firm.on(assignIdea, 'C1', idea, { owner: 'e2', due: '2026-10-21' })).toMatchObject(
      {
        status: 200,
        body: { implementation: { owner: 'E2' } },
      },
    );
  });

  it('is reported on and completed by its owner only', async () => {
    const firm = await adopting(1);
    const [idea] = firm.ids as [string];
    expect(await firm.on(reportProgress, 'E2', idea, HALF)).toMatchObject({
      status: 409,
      body: { code: 'wrong-state' },
    });
    await firm.on(assignIdea, 'S1', idea, CHARGE);
    for (const as of ['E1', 'S1', 'C1', 'M1']) {
      const refusal = { status: 403, body: { code: 'not-the-owner' } };
      expect(await firm.on(reportProgress, as, idea, HALF), as).toMatchObject(refusal);
      expect(await firm.on(completeIdea, as, idea, DONE), as).toMatchObject(refusal);
    }
    for (const body of [{ ...HALF, progress: 101 }, { ...HALF, progress: 0.5 }, { progress: 10 }])
      expect((await firm.on(reportProgress, 'E2', idea, body)).status).toBe(400);
    for (const body of [
      { ...DONE, claimedBenefit: -1 },
      { ...DONE, done: '' },
      { claimedBenefit: 1 },
    ])
      expect((await firm.on(completeIdea, 'E2', idea, body)).status).toBe(400);
    for (const route of [reportProgress, completeIdea]) {
      const body = route === reportProgress ? HALF : DONE;
      expect((await firm.on(route, 'E2', idea, body, 3)).status).toBe(412);
    }
    expect((await firm.stored(idea)).version).toBe(4);
  });

  it('is accepted and sent back by managers, and never by its owner, who may be one', async () => {
    const firm = await adopting(1);
    const [idea] = firm.ids as [string];
    await firm.on(assignIdea, 'S1', idea, { ...CHARGE, owner: 'M2' });
    expect(await firm.on(acceptIdea, 'M1', idea, VERIFIED)).toMatchObject({
      status: 409,
      body: { code: 'wrong-state' },
    });
    await firm.on(completeIdea, 'M2', idea, DONE);
    for (const as of ['E1', 'S1', 'C1']) {
      expect((await firm.on(acceptIdea, as, idea, VERIFIED)).status).toBe(403);
      expect((await firm.on(sendBackIdea, as, idea, BACK)).status).toBe(403);
    }
    const refusal = { status: 422, body: { code: 'own-work' } };
    expect(await firm.on(acceptIdea, 'M2', idea, VERIFIED)).toMatchObject(refusal);
    expect(await firm.on(sendBackIdea, 'M2', idea, BACK)).toMatchObject(refusal);
    for (const body of [{}, { verifiedBenefit: -1 }, { verifiedBenefit: 1.5 }])
      expect((await firm.on(acceptIdea, 'M1', idea, body)).status).toBe(400);
    expect((await firm.on(sendBackIdea, 'M1', idea, {})).status).toBe(400);
    expect((await firm.on(acceptIdea, 'M1', idea, VERIFIED)).status).toBe(200);
    expect(await firm.on(sendBackIdea, 'M1', idea, BACK)).toMatchObject({
      status: 409,
      body: { code: 'wrong-state' },
    });
  });

  it('is abandoned by the chair, until it is completed', async () => {
    const firm = await adopting(3);
    const [plain, begun, done] = firm.ids as [string, string, string];
    for (const idea of [begun, done]) await firm.on(assignIdea, 'S1', idea, CHARGE);
    await firm.on(completeIdea, 'E2', done, DONE);
    for (const as of ['E2', 'S1', 'C2', 'M1'])
      expect((await firm.on(abandonIdea, as, begun, BACK)).status).toBe(403);
    expect((await firm.on(abandonIdea, 'C1', begun, {})).status).toBe(400);
    for (const idea of [plain, begun])
      expect((await firm.on(abandonIdea, 'C1', idea, { reason: '设备已更新' })).body).toMatchObject(
        {
          status: 'abandoned',
          abandonment: { reason: '设备已更新' },
        },
      );
    expect(await firm.on(abandonIdea, 'C1', done, BACK)).toMatchObject({ status: 409 });
    expect((await firm.read(begun)).history.at(-1)).toMatchObject({
      act: 'abandon',
      reason: '设备已更新',
    });
    expect(await firm.on(assignIdea, 'S1', plain, CHARGE)).toMatchObject({ status: 409 });
    expect(await firm.on(reportProgress, 'E2', begun, HALF)).toMatchObject({ status: 409 });
  });

  it('takes each request once, whole or not at all, however often it is sent', async () => {
    const firm = await adopting(1);
    const [idea] = firm.ids as [string];
    const steps = [
      [assignIdea, 'S1', CHARGE],
      [assignIdea, 'S1', { ...CHARGE, due: '2027-01-31' }],
      [reportProgress, 'E2', HALF],
      [completeIdea, 'E2', DONE],
      [sendBackIdea, 'M1', BACK],
      [completeIdea, 'E2', DONE],
      [acceptIdea, 'M1', VERIFIED],
    ] as const;
    for (const [at, [route, as, body]] of steps.entries()) {
      const request = about(as, idea, body, 3 + at);
      expect((await firm.watching(brokenFrom(1))(route, request)).status).toBe(500);
      expect((await firm.stored(idea)).version).toBe(3 + at);
      expect((await firm.watching(answerLostAt(1))(route, request)).status).toBe(500);
      const first = await firm.call(route, request);
      expect(first.status, `${at} ${route.id}`).toBe(200);
      expect((await firm.call(route, request)).text).toBe(first.text);
      expect((await firm.stored(idea)).version).toBe(4 + at);
    }
  });

  it('takes the same report as a new one after an hour', async () => {
    const firm = await adopting(1);
    const [idea] = firm.ids as [string];
    await firm.on(assignIdea, 'S1', idea, CHARGE);
    for (const [at, version] of [
      ['2026-11-01T02:00:00.000Z', 5],
      ['2026-11-01T03:00:00.000Z', 5],
      ['2026-11-01T03:00:00.001Z', 6],
    ] as const) {
      firm.clock.set(at);
      expect((await firm.on(reportProgress, 'E2', idea, HALF)).body.version).toBe(version);
    }
  });
});

interface WorkBody {
  readonly items: readonly {
    readonly id: string;
    readonly status: string;
    readonly implementation: {
      readonly owner: string;
      readonly due: string;
      readonly overdue: boolean;
    };
  }[];
  readonly nextCursor?: string;
}

describe('lists of work', () => {
  let firm: Firm & { ids: string[] };
  /**
   * The due date of each. The first two share a day; of the last three one is completed, one
   * accepted, one abandoned.
   */
  const DUES = [
    '2026-12-31',
    '2026-12-31',
    '2026-11-30',
    '2027-03-01',
    '2026-12-01',
    '2026-10-31',
    '2026-12-15',
  ];

  beforeAll(async () => {
    firm = await adopting(DUES.length + 1);
    for (const [at, due] of DUES.entries())
      await firm.on(assignIdea, 'S1', firm.ids[at]!, { owner: at % 2 === 0 ? 'E2' : 'C3', due });
    const [done, accepted, abandoned] = firm.ids.slice(4, 7) as [string, string, string];
    for (const [idea, owner] of [
      [done, 'E2'],
      [accepted, 'C3'],
    ] as const)
      expect((await firm.on(completeIdea, owner, idea, DONE)).status).toBe(200);
    expect((await firm.on(acceptIdea, 'M1', accepted, VERIFIED)).status).toBe(200);
    expect((await firm.on(abandonIdea, 'C1', abandoned, BACK)).status).toBe(200);
  });

  const list = async (query: Record<string, string> = {}, as = 'E1'): Promise<WorkBody> => {
    const reply = await firm.call<WorkBody>(listImplementations, { as, query });
    expect(reply.status, reply.text).toBe(200);
    return reply.body;
  };
  const idsIn = ({ items }: WorkBody): string[] => items.map(({ id }) => id);
  async function paged(of: (page: Record<string, string>) => Promise<WorkBody>, limit: number) {
    const items: WorkBody['items'][number][] = [];
    let cursor: string | undefined;
    do {
      const page: WorkBody = await of({
        limit: String(limit),
        ...(cursor !== undefined && { cursor }),
      });
      expect(page.items.length).toBeLessThanOrEqual(limit);
      items.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return items;
  }

  it('have work in progress, the most urgent first, each once in pages of any length', async () => {
    const [a, b, c, d] = firm.ids as [string, string, string, string];
    const expected = [c, ...[a, b].toSorted(), d];
    expect(idsIn(await list())).toEqual(expected);
    for (const limit of [1, 2, 3, 4, 5])
      expect((await paged(page => list(page), limit)).map(({ id }) => id)).toEqual(expected);
    expect(await list({ limit: '4' })).not.toHaveProperty('nextCursor');
  });

  it('have work that waits for acceptance or a reward, by state, and no finished work', async () => {
    expect(idsIn(await list({ state: 'completed' }))).toEqual([firm.ids[4]]);
    expect(idsIn(await list({ state: 'accepted' }))).toEqual([firm.ids[5]]);
    for (const query of [
      { state: 'abandoned' },
      { overdue: 'false' },
      { cursor: 'x' },
      { state: '' },
    ])
      expect((await firm.call(listImplementations, { as: 'E1', query } as Request)).status).toBe(
        400,
      );
    expect((await firm.call(payReward, about('M1', firm.ids[5]!))).body).toMatchObject({
      code: 'reward-not-approved',
    });
  });

  it.each([
    ['on the day it is due', '2026-12-31T15:59:59.999Z', 1],
    ['on the day after, as the firm’s clocks show it', '2026-12-31T16:00:00.000Z', 3],
    ['months later', '2027-06-01T00:00:00.000Z', 4],
    ['before anything is due', '2026-11-30T15:59:59.999Z', 0],
  ])('know what is overdue %s', async (_, now, many) => {
    firm.clock.set(now);
    const late = await list({ overdue: 'true' });
    expect(late.items).toHaveLength(many);
    expect(
      late.items.every(
        ({ implementation, status }) => implementation.overdue && status === 'implementing',
      ),
    ).toBe(true);
    const all = (await list()).items;
    expect(all.filter(({ implementation }) => implementation.overdue).map(({ id }) => id)).toEqual(
      idsIn(late),
    );
    for (const limit of [1, 2, 3])
      expect(
        (await paged(page => list({ overdue: 'true', ...page }), limit)).map(({ id }) => id),
      ).toEqual(idsIn(late));
    // Completed work is not overdue, however late it was.
    for (const state of ['completed', 'accepted'])
      expect(
        (await list({ state })).items.map(({ implementation }) => implementation.overdue),
      ).toEqual([false]);
    expect(idsIn(await list({ overdue: 'true', state: 'completed' }))).toEqual(idsIn(late));
  });

  it('follow the firm’s time zone', async () => {
    const west = await adopting(1);
    const [idea] = west.ids as [string];
    await west.on(assignIdea, 'S1', idea, CHARGE);
    await west.change({ calendar: { ...DEFAULT_CALENDAR, timeZone: 'America/New_York' } });
    for (const [now, late] of [
      ['2026-12-31T16:00:00.000Z', 0],
      ['2027-01-01T04:59:59.999Z', 0],
      ['2027-01-01T05:00:00.000Z', 1],
    ] as const) {
      west.clock.set(now);
      const { body } = await west.call<WorkBody>(listImplementations, {
        as: 'E1',
        query: { overdue: 'true' },
      });
      expect(body.items).toHaveLength(late);
    }
  });

  it('continue from a cursor of another list, or of an idea that is no longer there', async () => {
    firm.clock.set('2026-12-31T16:00:00.000Z');
    const cursors = [
      `2027-03-01_${firm.ids[3]}`,
      `2026-11-30_${OCTOBER}-${'0'.repeat(26)}`,
      `2099-01-01_${firm.ids[0]}`,
    ];
    for (const cursor of cursors)
      for (const query of [
        { cursor },
        { cursor, overdue: 'true' },
        { cursor, state: 'completed' },
      ]) {
        const { items } = await list(query);
        for (const { implementation } of items)
          expect(implementation.due >= cursor.slice(0, 10)).toBe(true);
      }
  });

  it('of one’s own have the open work of all rounds by due date, and separately completed work, the latest first', async () => {
    const own = await months({ more: MORE });
    const [old] = [await own.handIn('E1')];
    await own.until(AT.opens);
    await own.adopt(old);
    await own.on(assignIdea, 'S1', old, { owner: 'E2', due: '2027-02-28' });
    await own.until(AT.publishes);
    const fresh = [
      await own.handIn('E1'),
      await own.handIn('E1', { title: '另一条建议' }),
    ] as const;
    await own.until(NEXT.opens);
    for (const [at, idea] of fresh.entries()) {
      await own.adopt(idea);
      await own.on(assignIdea, 'S1', idea, { owner: 'E2', due: `2026-12-0${at + 1}` });
    }
    const mine = async (as: string, query: Record<string, string> = {}): Promise<WorkBody> =>
      (await own.call<WorkBody>(listMyWork, { as, query })).body;
    expect(idsIn(await mine('E2'))).toEqual([...fresh, old]);
    for (const limit of [1, 2])
      expect((await paged(page => mine('E2', page), limit)).map(({ id }) => id)).toEqual([
        ...fresh,
        old,
      ]);
    expect(idsIn(await mine('C3'))).toEqual([]);

    await own.on(assignIdea, 'S1', old, { owner: 'C3', due: '2027-02-28' });
    await own.on(completeIdea, 'E2', fresh[0], DONE);
    await own.on(acceptIdea, 'M1', fresh[0], VERIFIED);
    await own.on(abandonIdea, 'C1', fresh[1], BACK);
    expect(idsIn(await mine('E2'))).toEqual([]);
    const done = { duty: 'done' };
    expect((await mine('E2', done)).items.map(({ id, status }) => [id, status])).toEqual([
      [fresh[1], 'abandoned'],
      [fresh[0], 'accepted'],
    ]);
    const pages = await paged(page => mine('E2', { ...done, ...page }), 1);
    expect(pages.map(({ id }) => id)).toEqual([fresh[1], fresh[0]]);
    expect(idsIn(await mine('C3'))).toEqual([old]);
    expect(idsIn(await mine('C3', done))).toEqual([]);
    expect((await own.call(listMyWork, { as: 'C3', query: { duty: 'all' } })).status).toBe(400);
    own.clock.set('2027-03-01T02:00:00.000Z');
    expect((await mine('C3')).items).toMatchObject([{ implementation: { overdue: true } }]);

    await own.on(completeIdea, 'C3', old, DONE);
    expect([idsIn(await mine('C3')), idsIn(await mine('C3', done))]).toEqual([[], [old]]);
    await own.on(sendBackIdea, 'M1', old, BACK);
    expect([idsIn(await mine('C3')), idsIn(await mine('C3', done))]).toEqual([[old], []]);
  });

  it('of ideas without an owner cover all rounds', async () => {
    const own = await months();
    const old = await own.handIn('E1', { title: '一再暂缓的建议' });
    await own.until('2027-11-01T02:00:00.000Z');
    const young = await own.handIn('E2', { title: '刚提的建议' });
    await own.until('2027-11-15T01:00:00.000Z');
    const unassigned = async (query: Record<string, string> = {}): Promise<WorkBody> =>
      (await own.call<WorkBody>(listUnassigned, { as: 'S1', query })).body;
    expect(idsIn(await unassigned())).toEqual([]);
    for (const idea of [old, young]) await own.adopt(idea);
    expect((await own.stored(old)).round).toBe(OCTOBER);
    expect(idsIn(await unassigned())).toEqual([young, old]);
    expect((await paged(unassigned, 1)).map(({ id }) => id)).toEqual([young, old]);
    await own.on(assignIdea, 'S1', old, { owner: 'E2', due: '2027-12-31' });
    await own.on(abandonIdea, 'C1', young, BACK);
    expect(idsIn(await unassigned())).toEqual([]);
  });

  it('have nothing of another organization', async () => {
    const there = { id: ZHONGCHENG };
    await foundFirm(firm.table, there);
    const path = { organization: there.id };
    for (const route of [listImplementations, listUnassigned, listMyWork]) {
      const { body } = await firm.call<WorkBody>(route, { as: 'E2', path });
      expect(body).toEqual({ items: [], people: {} });
    }
    expect((await firm.call(listImplementations, { as: 'E77' })).status).toBe(404);
  });
});
