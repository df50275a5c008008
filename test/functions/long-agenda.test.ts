/**
 * Rounds with more ideas than a page: the cost of a page, the numbers of ideas, and steps that end
 * however many there are.
 */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { getAgenda } from '../../shared/contract/routes/deliberation.ts';
import { arrangeAgenda } from '../../shared/contract/routes/screening.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import { toItem } from '../../shared/store/idea-item.ts';
import { ideaRepository } from '../../shared/store/ideas.ts';
import { costOf, metered } from '../bench/metered.ts';
import { putItems } from '../store/many-items.ts';
import { granted, HUATAI, newIdea, OCTOBER, withdrawn } from '../store/sample-facts.ts';
import { type Firm, months, NEXT, streamOf } from './months.ts';
import { AT, apiOf, calendarOf, SILENT, TOLD_TO_NOBODY } from './small-firm.ts';

interface Body {
  readonly items: readonly { readonly id: string; readonly number: number }[];
  readonly total: number;
  readonly nextCursor?: string;
}

async function firmWith(many: number): Promise<Firm & { readonly handedIn: Idea[] }> {
  const firm = await months();
  const handedIn = await handIn(firm, many);
  return { ...firm, handedIn };
}

async function handIn(firm: Firm, many: number): Promise<Idea[]> {
  const ideas = Array.from({ length: many }, () => newIdea({ author: 'E1' }));
  await putItems(
    firm.table,
    ideas.map(idea => toItem(idea)),
  );
  return ideas;
}

const page = async (firm: Pick<Firm, 'call'>, query: Record<string, string>): Promise<Body> =>
  (await firm.call<Body>(getAgenda, { as: 'C2', path: { round: OCTOBER }, query })).body;

async function everyPage(firm: Firm, limit: string): Promise<Body['items'][number][]> {
  const items: Body['items'][number][] = [];
  let cursor: string | undefined;
  do {
    const body = await page(firm, { limit, ...(cursor !== undefined && { cursor }) });
    items.push(...body.items);
    cursor = body.nextCursor;
  } while (cursor !== undefined);
  return items;
}

describe('a long agenda', () => {
  let firm: Awaited<ReturnType<typeof firmWith>>;
  beforeAll(async () => {
    firm = await firmWith(450);
    await firm.until(AT.opens);
  });

  it('has each idea once, with numbers without a gap, in pages of any length', async () => {
    for (const limit of ['100', '70']) {
      const items = await everyPage(firm, limit);
      expect(items.map(({ number }) => number)).toEqual(
        Array.from({ length: 450 }, (_, at) => at + 1),
      );
      expect(new Set(items.map(({ id }) => id))).toEqual(
        new Set(firm.handedIn.map(({ id }) => id)),
      );
    }
    expect((await page(firm, { limit: '100' })).total).toBe(450);
  });

  it('opens at the page of an idea', async () => {
    const items = await everyPage(firm, '100');
    const wanted = items[237];
    const found = await page(firm, { limit: '100', idea: wanted?.id ?? '' });
    expect(found.items[37]).toMatchObject({ id: wanted?.id, number: 238 });
    expect(found).toMatchObject({ nextCursor: '300' });
  });

  it('skips the numbers of ideas that have left', async () => {
    const items = await everyPage(firm, '100');
    const ideas = ideaRepository(firm.table);
    for (const { id } of items.slice(200, 230)) {
      const idea = await firm.stored(id);
      granted(await ideas.save(idea, withdrawn(idea)));
    }
    const after = await page(firm, { limit: '50', cursor: '200' });
    expect(after.items[0]?.number).toBe(231);
    expect(after.items).toHaveLength(50);
  });

  it('is arranged by the secretary, as a whole', async () => {
    const items = await everyPage(firm, '100');
    const first = [items[400]?.id, items[17]?.id];
    const { status } = await firm.call(arrangeAgenda, {
      as: 'S1',
      path: { round: OCTOBER },
      body: { order: first },
    });
    expect(status).toBe(200);
    expect((await page(firm, { limit: '2' })).items.map(({ id }) => id)).toEqual(first);
    expect(new Set((await everyPage(firm, '100')).map(({ id }) => id))).toEqual(
      new Set(items.map(({ id }) => id)),
    );
  });
});

it('the cost of a page of a long agenda depends on the page and not on the agenda', async () => {
  const cost = async (many: number): Promise<number> => {
    const firm = await firmWith(many);
    await firm.until(AT.opens);
    const { table, meter } = metered(firm.table);
    const call = apiOf(table, firm.clock);
    const { reads } = await costOf(meter, () => page({ call }, { limit: '50', cursor: '50' }));
    return reads;
  };
  const [short, long] = [await cost(230), await cost(900)];
  expect(long).toBeCloseTo(short, 0);
});

it('a late idea on a long agenda is numbered behind it when the stream reports it, once', async () => {
  const firm = await firmWith(230);
  await firm.until(AT.opens);
  const stream = streamOf(firm.table);
  onTestFinished(stream.stop);
  firm.clock.set(AT.lateOnTheDay);
  const late = [await firm.handIn('E2')];
  firm.clock.set('2026-10-15T15:31:00.000Z');
  late.push(await firm.handIn('E2', { title: '另一条建议' }));
  const records = await stream.news();
  expect(await stream.deliver(records)).toEqual([]);
  expect(await stream.deliver(records.toReversed())).toEqual([]);
  const { items, total } = await page(firm, { limit: '50', cursor: '220' });
  expect(total).toBe(232);
  expect(items.slice(-2).map(({ id }) => id)).toEqual(late);
});

it('an agenda that grows long before it opens is read in pages, in the order of arrival', async () => {
  const firm = await firmWith(190);
  const stream = streamOf(firm.table);
  onTestFinished(stream.stop);
  await handIn(firm, 30);
  expect(await stream.deliver(await stream.news())).toEqual([]);
  const items = await everyPage(firm, '100');
  expect(items.map(({ number }) => number)).toEqual(Array.from({ length: 220 }, (_, at) => at + 1));
  const [returned] = await handIn(firm, 1);
  await stream.deliver(await stream.news());
  expect((await page(firm, { limit: '50', cursor: '219' })).items.map(({ id }) => id)).toContain(
    returned?.id,
  );
});

describe('a bad item', () => {
  const told: object[] = [];
  const errors: object[] = [];
  const runOf = (firm: Firm) =>
    calendarOf(firm.table, firm.clock, {
      emit: measured => told.push(measured),
      log: { ...SILENT, error: (message, fields) => errors.push({ message, ...fields }) },
    });
  const spoil = (firm: Firm, id: string, title: unknown) =>
    firm.table.client.send(
      new UpdateCommand({
        TableName: firm.table.name,
        Key: { pk: `ORG#${HUATAI}#ROUND#${OCTOBER}`, sk: `IDEA#${id}` },
        UpdateExpression: 'SET title = :title',
        ExpressionAttributeValues: { ':title': title },
      }),
    );

  it('is skipped in every step, reported and listed, blocks no other, and once mended is processed in the next round', async () => {
    const firm = await months();
    const run = runOf(firm);
    const [good, bad] = [await firm.handIn('E1'), await firm.handIn('E2', { title: '损坏的一条' })];
    await spoil(firm, bad, 7);
    for (const at of [AT.opens, AT.intakeEnds]) {
      firm.clock.set(at);
      expect((await run()).steps).toHaveLength(1);
    }
    expect(errors).toContainEqual(
      expect.objectContaining({ message: 'idea skipped', round: OCTOBER, step: 'open', idea: bad }),
    );
    expect(told).toContainEqual({ kind: 'skipped', skipped: 1 });
    expect((await page(firm, {})).items.map(({ id }) => id)).toEqual([good]);
    expect((await firm.vote('C1', good)).status).toBe(200);
    for (const at of [AT.closes, AT.publishes]) {
      firm.clock.set(at);
      expect((await run()).steps.length).toBeGreaterThan(0);
    }
    expect(JSON.stringify(errors)).not.toContain('损坏');

    // Not before the round after the next one.
    firm.clock.set(NEXT.opens);
    await run();
    firm.clock.set(NEXT.publishes);
    await run();
    await spoil(firm, bad, '损坏的一条');
    firm.clock.set('2026-12-15T01:00:00.000Z');
    told.length = 0;
    await run();
    expect(await firm.stored(bad)).toMatchObject({ status: 'on-agenda', agendaRound: '2026-12' });
    expect(told).not.toContainEqual(expect.objectContaining({ kind: 'skipped' }));
  });

  it('is another failure if there are many: the step fails and is retried', async () => {
    const firm = await months();
    const ideas = await handIn(firm, 12);
    for (const { id } of ideas) await spoil(firm, id, 7);
    firm.clock.set(AT.opens);
    await expect(runOf(firm)()).rejects.toThrow('did not get through');
    for (const { id } of ideas) await spoil(firm, id, '又好了');
    expect((await runOf(firm)()).steps).toHaveLength(1);
  });
});

it('a step without enough time continues in the next run where it stopped', async () => {
  const firm = await firmWith(60);
  await firm.until(AT.opens);
  await firm.until(AT.intakeEnds);
  firm.clock.set(AT.closes);
  const runFor = (ideas: number) => {
    let left = ideas;
    const context = {
      getRemainingTimeInMillis: () => {
        left -= 1;
        return left >= 0 ? 60_000 : 0;
      },
    };
    return calendarOf(firm.table, firm.clock, TOLD_TO_NOBODY, context)();
  };
  const open = async (): Promise<number> => {
    const stored = await Promise.all(firm.handedIn.map(({ id }) => firm.stored(id)));
    expect(stored.every(({ version }) => version <= 3)).toBe(true);
    return stored.filter(({ status }) => status === 'on-agenda').length;
  };
  expect(await runFor(25)).toMatchObject({ steps: [], nextDueAt: AT.closes });
  expect(await open()).toBe(35);
  expect(await runFor(25)).toMatchObject({ steps: [] });
  expect((await runFor(25)).steps).toHaveLength(1);
  expect(await open()).toBe(0);
});
