/**
 * The agenda through the API: its order, the numbers of its ideas, its arrangement, and its pages.
 */
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it, onTestFinished } from 'vitest';
import { getAgenda } from '../../shared/contract/routes/deliberation.ts';
import {
  arrangeAgenda,
  mergeIdea,
  returnIdea,
  reviseIdea,
  withdrawIdea,
} from '../../shared/contract/routes/screening.ts';
import { toItem } from '../../shared/store/idea-item.ts';
import { listed, NOVEMBER, newIdea, newMember, OCTOBER } from '../store/sample-facts.ts';
import { watched } from '../store/watched-table.ts';
import { answerLostAt, brokenFrom, type Firm, months, NEXT, onceAt, streamOf } from './months.ts';
import { AT, type Caller, SLIP } from './small-firm.ts';

interface AgendaBody {
  readonly items: readonly {
    readonly id: string;
    readonly number: number;
    readonly title: string;
  }[];
  readonly nextCursor?: string;
}

const REASON = { reason: '需要论证' };
const BACKERS = ['B1', 'B2', 'B3', 'B4'];

/** A firm with a number of ideas, a minute apart. */
async function firmWith(many: number): Promise<Firm & { ids: string[] }> {
  const firm = await months({ more: BACKERS.map(id => newMember(id)) });
  const ids: string[] = [];
  for (let number = 1; number <= many; number += 1) {
    firm.clock.set(`2026-10-08T02:${String(number).padStart(2, '0')}:00.000Z`);
    ids.push(await firm.handIn('E1', { title: `第 ${number} 条` }));
  }
  return { ...firm, ids };
}

const agendaOf = async (
  { call }: { call: Caller },
  round: string = OCTOBER,
): Promise<AgendaBody['items']> =>
  (await call<AgendaBody>(getAgenda, { as: 'S1', path: { round } })).body.items;
const numbersOf = async (firm: { call: Caller }, round?: string): Promise<[number, string][]> =>
  (await agendaOf(firm, round)).map(({ number, id }) => [number, id]);
const arrange = (firm: { call: Caller }, body: object, as = 'S1') =>
  firm.call<{ order?: string[] }>(arrangeAgenda, { as, path: { round: OCTOBER }, body });

describe('an agenda without an arrangement', () => {
  it('is sorted by support, the oldest first among equals, and is fixed when deliberation opens', async () => {
    const firm = await firmWith(4);
    const [a, b, c, d] = firm.ids as [string, string, string, string];
    const stream = streamOf(firm.table);
    onTestFinished(stream.stop);
    for (const backer of BACKERS.slice(0, 2)) await firm.back(backer, c);
    await firm.back('B1', d);
    await stream.settle();
    const bySupport = [c, d, a, b].map((id, at) => [at + 1, id]);
    expect(await numbersOf(firm)).toEqual(bySupport);
    await firm.until(AT.opens);
    expect(await numbersOf(firm)).toEqual(bySupport);

    // Ideas can be supported until they are decided, but that changes no order any more.
    for (const backer of BACKERS) await firm.back(backer, b);
    await stream.settle();
    expect(await numbersOf(firm)).toEqual(bySupport);
    expect((await firm.read(b)).supports).toBe(4);
    for (const at of [AT.intakeEnds, AT.closes, AT.publishes]) {
      await firm.until(at);
      const left = await numbersOf(firm);
      expect(left).toEqual(bySupport.filter(([, id]) => left.some(([, one]) => one === id)));
    }
  });

  it('numbers ideas that are up for decision, and gives no number to ideas that left before', async () => {
    const firm = await firmWith(5);
    const [a, b, c, d, e] = firm.ids as [string, string, string, string, string];
    await firm.on(withdrawIdea, 'E1', a);
    await firm.on(returnIdea, 'S1', b, REASON);
    await firm.on(mergeIdea, 'S1', c, { into: d });
    const expected = [
      [1, d],
      [2, e],
    ];
    expect(await numbersOf(firm)).toEqual(expected);
    await firm.until(AT.opens);
    expect(await numbersOf(firm)).toEqual(expected);
    await firm.until(AT.intakeEnds);
    expect(await numbersOf(firm)).toEqual(expected);
  });
});

describe('numbers', () => {
  it('stay with their ideas whatever leaves the agenda, and late ideas follow in the order of their arrival', async () => {
    const firm = await firmWith(4);
    const [a, b, c, d] = firm.ids as [string, string, string, string];
    const slow = await firm.handIn('E2', { title: '被退回的一条' });
    await firm.on(returnIdea, 'S1', slow, REASON);
    await firm.until(AT.opens);
    expect(await numbersOf(firm)).toEqual([a, b, c, d].map((id, at) => [at + 1, id]));

    await firm.on(withdrawIdea, 'E1', b);
    await firm.decide(c, 'deferred', REASON);
    await firm.adopt(a);
    expect(await numbersOf(firm)).toEqual([
      [1, a],
      [4, d],
    ]);
    expect(await numbersOf(firm, NOVEMBER)).toEqual([[1, c]]);

    firm.clock.set('2026-10-15T08:00:00.000Z');
    const late = await firm.handIn('E2');
    // Older than the late one, but on the agenda after it.
    firm.clock.set('2026-10-15T09:00:00.000Z');
    expect((await firm.on(reviseIdea, 'E2', slow, SLIP, 2)).body).toMatchObject({
      status: 'on-agenda',
    });
    const whole = [
      [1, a],
      [4, d],
      [5, late],
      [6, slow],
    ];
    expect(await numbersOf(firm)).toEqual(whole);
    await firm.until(AT.intakeEnds);
    expect(await numbersOf(firm)).toEqual(whole);

    // The first of them leaves, a slip of that day is typed.
    await firm.on(withdrawIdea, 'E2', late);
    firm.clock.set(AT.voting);
    const slip = { authorId: 'E2', submittedAt: '2026-10-15T08:30:00+08:00' };
    const typedIn = await firm.handIn('S1', slip);
    expect(await numbersOf(firm)).toEqual([
      [1, a],
      [4, d],
      [6, slow],
      [7, typedIn],
    ]);
  });

  it('of late ideas stay too, from when they are first seen, whatever leaves or comes', async () => {
    const firm = await firmWith(1);
    const [a] = firm.ids as [string];
    await firm.until(AT.opens);
    const late: string[] = [];
    for (const hour of ['02', '03', '04']) {
      firm.clock.set(`2026-10-15T${hour}:00:00.000Z`);
      late.push(await firm.handIn('E2', { title: `议政日当天 ${hour} 时` }));
    }
    const [b, c, d] = late as [string, string, string];
    const seen = [a, b, c, d].map((id, at) => [at + 1, id]);
    expect(await numbersOf(firm)).toEqual(seen);

    await firm.on(withdrawIdea, 'E2', b);
    const without = seen.filter(([, id]) => id !== b);
    expect(await numbersOf(firm)).toEqual(without);

    // Only the day of an unnamed idea is known; it still follows the numbered ones.
    firm.clock.set('2026-10-15T05:00:00.000Z');
    const unnamed = await firm.handIn('E1', { unnamed: true, title: '不记名的一条' });
    expect(await numbersOf(firm)).toEqual([...without, [5, unnamed]]);

    await firm.until(AT.intakeEnds);
    const slips: string[] = [];
    for (const minute of ['10', '20']) {
      firm.clock.set(`2026-10-17T02:${minute}:00.000Z`);
      slips.push(
        await firm.handIn('S1', {
          authorId: 'E1',
          title: `纸条 ${minute}`,
          submittedAt: `2026-10-15T08:${minute}:00+08:00`,
        }),
      );
    }
    const [e, f] = slips as [string, string];
    expect((await numbersOf(firm)).slice(-2)).toEqual([
      [6, e],
      [7, f],
    ]);
    await firm.on(withdrawIdea, 'E1', e);
    expect(await numbersOf(firm)).toEqual([...without, [5, unnamed], [7, f]]);
  });

  it('of late ideas that are first seen together reveal nothing of the hour of an unnamed one', async () => {
    const firm = await firmWith(1);
    await firm.until(AT.opens);
    const late: string[] = [];
    for (const [hour, facts] of [
      ['02', { title: '上午的一条' }],
      ['03', { title: '不记名的一条', unnamed: true }],
      ['04', { title: '中午的一条' }],
    ] as const) {
      firm.clock.set(`2026-10-15T${hour}:00:00.000Z`);
      late.push(await firm.handIn('E2', facts));
    }
    const [morning, unnamed, noon] = late;
    expect((await numbersOf(firm)).slice(1)).toEqual([
      [2, unnamed],
      [3, morning],
      [4, noon],
    ]);
  });

  it('are the same for all concurrent readers of a late idea', async () => {
    const firm = await firmWith(2);
    await firm.until(AT.opens);
    firm.clock.set(AT.lateOnTheDay);
    for (const title of ['晚到的一条', '晚到的另一条']) await firm.handIn('E2', { title });
    const readings = await Promise.all(Array.from({ length: 12 }, () => numbersOf(firm)));
    expect(readings[0]).toHaveLength(4);
    for (const reading of readings) expect(reading).toEqual(readings[0]);
  });

  it('of the next agenda start again, with carried-over ideas among them', async () => {
    const firm = await firmWith(2);
    const [a, b] = firm.ids as [string, string];
    await firm.until(AT.opens);
    await firm.adopt(a);
    await firm.until(AT.publishes);
    firm.clock.set('2026-10-20T02:00:00.000Z');
    const fresh = await firm.handIn('E2');
    await firm.until(NEXT.opens);
    expect(await numbersOf(firm, NOVEMBER)).toEqual([
      [1, b],
      [2, fresh],
    ]);
  });
});

describe('pages', () => {
  it('have each idea once, even when one leaves between two of them', async () => {
    const firm = await firmWith(7);
    const [, second, third, fourth] = firm.ids as [string, string, string, string];
    await firm.until(AT.opens);
    const page = async (query: Record<string, string>): Promise<AgendaBody> =>
      (await firm.call<AgendaBody>(getAgenda, { as: 'C2', path: { round: OCTOBER }, query })).body;
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const body: AgendaBody = await page({ limit: '3', ...(cursor !== undefined && { cursor }) });
      seen.push(...body.items.map(({ number }) => number));
      cursor = body.nextCursor;
      // The last one on the page, the one before it, and the one that would have been next.
      if (seen.length === 3)
        for (const gone of [second, third, fourth]) await firm.on(withdrawIdea, 'E1', gone);
    } while (cursor !== undefined);
    expect(seen).toEqual([1, 2, 3, 5, 6, 7]);
    expect(await page({ limit: '4' })).not.toHaveProperty('nextCursor');
    expect((await page({ cursor: '99' })).items).toEqual([]);
    for (const query of [{ cursor: 'x' }, { cursor: '-1' }, { limit: '0' }])
      expect(
        (await firm.call(getAgenda, { as: 'C2', path: { round: OCTOBER }, query })).status,
      ).toBe(400);
  });

  it('are for the committee and the secretary, of an existing round', async () => {
    const firm = await firmWith(0);
    for (const as of ['E1', 'M1'])
      expect((await firm.call(getAgenda, { as, path: { round: OCTOBER } })).status).toBe(403);
    expect((await firm.call(getAgenda, { as: 'C1', path: { round: '2027-10' } })).status).toBe(404);
    expect(await agendaOf(firm)).toEqual([]);
  });
});

describe('arranging', () => {
  it('is done idea by idea or by a rule; omitted or later ideas keep their order after it', async () => {
    const firm = await firmWith(4);
    const [a, b, c, d] = firm.ids as [string, string, string, string];
    const stream = streamOf(firm.table);
    onTestFinished(stream.stop);
    await firm.back('B1', b);
    await stream.settle();
    const first = await arrange(firm, { order: [d, c] });
    expect(first).toMatchObject({ status: 200, body: { order: [d, c, b, a] } });
    expect((await arrange(firm, { order: [d, c] })).text).toBe(first.text);
    expect((await numbersOf(firm)).map(([, id]) => id)).toEqual([d, c, b, a]);
    expect((await arrange(firm, { by: 'handed-in' })).body.order).toEqual([a, b, c, d]);
    expect((await arrange(firm, { by: 'support' })).body.order).toEqual([b, a, c, d]);
    expect((await arrange(firm, { order: [c, c, a, c] })).body.order).toEqual([c, a, b, d]);

    firm.clock.set('2026-10-09T02:00:00.000Z');
    const [e, f] = [await firm.handIn('E2'), await firm.handIn('E2', { title: '另一条建议' })];
    await firm.back('B1', f);
    await stream.settle();
    await firm.until(AT.opens);
    expect((await numbersOf(firm)).map(([, id]) => id)).toEqual([c, a, b, d, f, e]);

    // During the meeting too.
    expect((await arrange(firm, { order: [e] })).body.order).toEqual([e, c, a, b, d, f]);
    expect(await numbersOf(firm)).toEqual([e, c, a, b, d, f].map((id, at) => [at + 1, id]));
  });

  it('names the ideas that are not on this agenda, and changes nothing', async () => {
    const firm = await firmWith(2);
    const [a, b] = firm.ids as [string, string];
    await arrange(firm, { order: [b, a] });
    const gone = await firm.handIn('E1');
    await firm.on(withdrawIdea, 'E1', gone);
    const none = `${OCTOBER}-${'0'.repeat(26)}`;
    const answer = await arrange(firm, { order: [a, none, gone] });
    expect(answer).toMatchObject({ status: 422, body: { code: 'not-on-this-agenda' } });
    expect(answer.text).toContain(none);
    expect(answer.text).toContain(gone);
    expect(answer.text).not.toContain(a);
    expect((await numbersOf(firm)).map(([, id]) => id)).toEqual([b, a]);
    for (const body of [{}, { by: 'chance' }, { order: ['no id'] }, { order: [a], by: 'support' }])
      expect((await arrange(firm, body)).status, JSON.stringify(body)).toBe(400);
  });

  it('is for the secretary, of an existing round', async () => {
    const firm = await firmWith(1);
    for (const as of ['E1', 'C1', 'C2', 'M1'])
      expect((await arrange(firm, { by: 'support' }, as)).status).toBe(403);
    const round = '2027-10';
    expect(
      (await firm.call(arrangeAgenda, { as: 'S1', path: { round }, body: { by: 'support' } }))
        .status,
    ).toBe(404);
  });

  it('ends as the ballots close; the order of the decisions stays', async () => {
    const firm = await firmWith(2);
    const [a, b] = firm.ids as [string, string];
    await firm.until(AT.opens);
    await firm.adopt(a);
    await firm.adopt(b);
    const refusal = { status: 409, body: { code: 'ballot-closed' } };
    firm.clock.set(AT.closes);
    expect(await arrange(firm, { order: [b, a] })).toMatchObject(refusal);
    for (const at of [AT.closes, AT.publishes]) {
      await firm.until(at);
      expect(await arrange(firm, { by: 'handed-in' })).toMatchObject(refusal);
    }
    expect(await numbersOf(firm)).toEqual([
      [1, a],
      [2, b],
    ]);
  });

  it('is one write: it is done whole or not at all, and of two at once one is stored whole', async () => {
    const firm = await firmWith(6);
    const orders = [firm.ids.toReversed(), [...firm.ids.slice(3), ...firm.ids.slice(0, 3)]] as [
      string[],
      string[],
    ];
    const request = { as: 'S1', path: { round: OCTOBER }, body: { order: orders[0] } };
    expect((await firm.watching(brokenFrom(1))(arrangeAgenda, request)).status).toBe(500);
    expect((await numbersOf(firm)).map(([, id]) => id)).toEqual(firm.ids);
    expect((await firm.watching(answerLostAt(1))(arrangeAgenda, request)).status).toBe(500);
    expect((await numbersOf(firm)).map(([, id]) => id)).toEqual(orders[0]);
    for (let turn = 0; turn < 5; turn += 1) {
      await Promise.all(orders.map(order => arrange(firm, { order })));
      expect(orders).toContainEqual((await numbersOf(firm)).map(([, id]) => id));
    }
  });

  it('is refused if it began with another order than a secretary has saved since', async () => {
    const firm = await firmWith(3);
    const [a, b, c] = firm.ids as [string, string, string];
    const stream = streamOf(firm.table);
    onTestFinished(stream.stop);
    // Support moves ideas that nobody has placed; that is no conflict.
    await firm.back('B1', c);
    await stream.settle();
    const first = { order: [b, a, c], seen: [a, b, c] };
    expect((await arrange(firm, first)).status).toBe(200);
    expect((await arrange(firm, first)).status).toBe(200);
    expect(await arrange(firm, { order: [c, b, a], seen: [a, b, c] })).toMatchObject({
      status: 409,
      body: { code: 'changed-meanwhile' },
    });
    expect(await arrange(firm, { by: 'handed-in', seen: [c, b, a] })).toMatchObject({
      status: 409,
    });
    expect((await numbersOf(firm)).map(([, id]) => id)).toEqual([b, a, c]);
    const late = await firm.handIn('E1', { title: '后来的一条' });
    expect((await arrange(firm, { order: [late, c, b, a], seen: [b, a, c, late] })).status).toBe(
      200,
    );
  });

  it('just as deliberation opens is not lost', async () => {
    const firm = await firmWith(3);
    const [a, b, c] = firm.ids as [string, string, string];
    firm.clock.set(AT.opens);
    let arranged = false;
    const opening = watched(firm.table, {
      async before(_, __, input) {
        if (arranged || !JSON.stringify(input).includes('AGENDA')) return;
        arranged = true;
        expect((await arrange(firm, { order: [c, a] })).status).toBe(200);
      },
    });
    await firm.runOn(opening)();
    expect(arranged).toBe(true);
    expect((await numbersOf(firm)).map(([, id]) => id)).toEqual([c, a, b]);
  });
});

it('an agenda can be read while its round opens, however far the opening has come', async () => {
  const firm = await firmWith(3);
  firm.clock.set(AT.opens);
  for (let write = 1; write <= 6; write += 1) {
    const opening = watched(firm.table, {
      before: onceAt(write, () => Promise.reject(new Error('broken off'))),
    });
    await firm
      .runOn(opening)()
      .catch(() => undefined);
    expect((await numbersOf(firm)).map(([, id]) => id)).toEqual(firm.ids);
  }
  await firm.run();
  expect(await numbersOf(firm)).toEqual(firm.ids.map((id, at) => [at + 1, id]));
});

it('takes over ideas that the index did not show when the previous ballots were settled', async () => {
  const firm = await months();
  await firm.until(AT.opens);
  await firm.until(AT.closes);
  await firm.until(AT.publishes);
  // As if they had been stored a moment before, and seen a moment after.
  const stranded = [newIdea({ author: 'E1' }), listed(newIdea({ author: 'E2' }))];
  for (const idea of stranded)
    await firm.table.client.send(
      new PutCommand({ TableName: firm.table.name, Item: toItem(idea) }),
    );
  await firm.until(NEXT.opens);
  for (const { id } of stranded) {
    expect(await firm.stored(id)).toMatchObject({
      status: 'on-agenda',
      agendaRound: NOVEMBER,
      round: OCTOBER,
    });
    expect((await firm.vote('C1', id)).status).toBe(200);
  }
});
