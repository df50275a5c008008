/**
 * Publishing a round early, the frozen bulletin, its agreement with the facts, and its public
 * readers.
 */
import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import {
  publishRound,
  reopenIdea,
  replyToIdea,
} from '../../shared/contract/routes/deliberation.ts';
import { submitIdea } from '../../shared/contract/routes/ideas.ts';
import {
  acceptIdea,
  assignIdea,
  completeIdea,
} from '../../shared/contract/routes/implementation.ts';
import {
  getBulletin,
  getPublicBulletin,
  verifyBulletin,
} from '../../shared/contract/routes/numbers.ts';
import { getRound } from '../../shared/contract/routes/organization.ts';
import { approveReward, payReward } from '../../shared/contract/routes/rewards.ts';
import {
  mergeIdea,
  returnIdea,
  reviseIdea,
  unmergeIdea,
  withdrawIdea,
} from '../../shared/contract/routes/screening.ts';
import { claimUnnamedIdea } from '../../shared/contract/routes/unnamed.ts';
import { newMember, OCTOBER } from '../store/sample-facts.ts';
import { everything, watched } from '../store/watched-table.ts';
import { answerLostAt, brokenFrom, type Firm, months, NEXT } from './months.ts';
import { AT, SLIP } from './small-firm.ts';

const EARLY = '2026-10-18T11:30:00.000Z';
const publication = ({ call }: Pick<Firm, 'call'>, as = 'C1', round: string = OCTOBER) =>
  call(publishRound, { as, path: { round } });
const roundOf = async ({ call }: Pick<Firm, 'call'>): Promise<Record<string, unknown>> =>
  (await call(getRound, { as: 'E1', path: { round: OCTOBER } })).body;
const bulletinOf = ({ call }: Pick<Firm, 'call'>) =>
  call<{
    items: { id: string; status: string; department?: string }[];
    publishedAt: string;
    statistics: object;
  }>(getBulletin, {
    as: 'E1',
    path: { round: OCTOBER },
  });

interface Verification {
  readonly agrees: boolean;
  readonly ideas: number;
  readonly discrepancies: readonly { where: string; published: string; recomputed: string }[];
}
const verificationOf = async ({ call }: Pick<Firm, 'call'>): Promise<Verification> =>
  (await call<Verification>(verifyBulletin, { as: 'M1', path: { round: OCTOBER } })).body;

describe('publishing early', () => {
  it('makes it due at once on the chair’s request, and the calendar does it', async () => {
    const firm = await months();
    await firm.handIn();
    await firm.until(AT.closes);
    expect(await roundOf(firm)).toMatchObject({ state: 'decided', publishesAt: AT.publishes });
    firm.clock.set(EARLY);
    const first = await publication(firm);
    expect(first).toMatchObject({
      status: 200,
      body: { state: 'decided', publishesAt: EARLY, broughtForwardBy: 'C1' },
    });
    firm.clock.set('2026-10-18T11:31:00.000Z');
    expect((await publication(firm)).text).toBe(first.text);
    expect((await bulletinOf(firm)).status).toBe(404);

    expect(await firm.run()).toMatchObject({ steps: [{ round: OCTOBER, step: 'publish' }] });
    expect(await roundOf(firm)).toMatchObject({
      state: 'published',
      publishesAt: EARLY,
      publishedAt: '2026-10-18T11:31:00.000Z',
      broughtForwardBy: 'C1',
    });
    expect((await bulletinOf(firm)).status).toBe(200);
    expect(await publication(firm)).toMatchObject({ status: 200, body: { state: 'published' } });
    expect((await firm.run()).steps).toEqual([]);
  });

  it('is for the chair, once the round is decided and not before', async () => {
    const firm = await months();
    const idea = await firm.handIn();
    expect((await publication(firm, 'C1', '2027-10')).status).toBe(404);
    for (const at of [AT.collecting, AT.voting]) {
      await firm.until(at);
      expect(await publication(firm)).toMatchObject({
        status: 409,
        body: { code: 'round-not-decided' },
      });
    }
    // The ballots are closed, but not yet decided by.
    firm.clock.set(AT.closes);
    expect(await publication(firm)).toMatchObject({
      status: 409,
      body: { code: 'round-not-decided' },
    });
    await firm.run();
    for (const as of ['E1', 'S1', 'C2', 'M1'])
      expect((await publication(firm, as)).status).toBe(403);
    expect((await publication(firm)).status).toBe(200);
    expect((await firm.stored(idea)).status).toBe('deferred');
  });

  it('is stored or not, and may be repeated', async () => {
    const firm = await months();
    await firm.until(AT.closes);
    firm.clock.set(EARLY);
    const request = { as: 'C1', path: { round: OCTOBER } };
    expect((await firm.watching(brokenFrom(1))(publishRound, request)).status).toBe(500);
    expect(await roundOf(firm)).toMatchObject({ publishesAt: AT.publishes });
    expect((await firm.watching(answerLostAt(1))(publishRound, request)).status).toBe(500);
    expect((await publication(firm)).body).toMatchObject({ publishesAt: EARLY });
    await firm.run();
    expect(await roundOf(firm)).toMatchObject({ state: 'published' });
  });

  it('yields to the calendar if that was faster', async () => {
    const firm = await months();
    await firm.until(AT.closes);
    firm.clock.set(EARLY);
    const call = firm.afterReading(() => firm.until(AT.publishes));
    expect(await publication({ call })).toMatchObject({
      status: 409,
      body: { code: 'changed-meanwhile' },
    });
    expect((await publication(firm)).status).toBe(200);
    const round = await roundOf(firm);
    expect(round).toMatchObject({ state: 'published', publishesAt: AT.publishes });
    expect(round).not.toHaveProperty('broughtForwardBy');
  });

  it('disturbs no bulletin that is being made', async () => {
    const firm = await months();
    const idea = await firm.handIn();
    await firm.until(AT.opens);
    await firm.adopt(idea);
    await firm.until(AT.closes);
    firm.clock.set(EARLY);
    const call = firm.afterReading(async () => {
      firm.clock.set(AT.publishes);
      await expect(firm.runOn(watched(firm.table, brokenFrom(2)))()).rejects.toThrow();
    });
    expect((await publication({ call })).status).toBe(200);
    // Once sealed it stays.
    expect(await firm.on(reopenIdea, 'C1', idea, { reason: '票数有误' })).toMatchObject({
      status: 409,
      body: { code: 'round-published' },
    });
    await firm.run();
    expect(await roundOf(firm)).toMatchObject({ state: 'published' });
    expect((await bulletinOf(firm)).body).toMatchObject({ statistics: { total: { adopted: 1 } } });
  });
});

/** A round with an idea of every kind, published, and its list. */
async function published() {
  const firm = await months({
    more: [newMember('A1', ['administrator']), newMember('M2', ['manager'])],
  });
  const handIn = (title: string, as = 'E1') => firm.handIn(as, { title });
  const [done, carried, duplicate, back, gone, merged] = [
    await handIn('会被采纳'),
    await handIn('会被暂缓', 'E2'),
    await handIn('也会被暂缓'),
    await handIn('会被退回'),
    await handIn('会被撤回'),
    await handIn('会被合并', 'E2'),
  ];
  const unnamed = (
    await firm.call<{ id: string; claimCode: string }>(submitIdea, {
      as: 'E2',
      body: { ...SLIP, title: '不记名的一条', unnamed: true },
    })
  ).body;
  firm.clock.set('2026-10-10T02:00:00.000Z');
  await firm.on(returnIdea, 'S1', back, { reason: '请写明数量' });
  await firm.on(withdrawIdea, 'E1', gone);
  await firm.on(mergeIdea, 'S1', merged, { into: done });
  await firm.until(AT.opens);
  for (const elector of ['C1', 'C2', 'C3']) await firm.vote(elector, unnamed.id, 'oppose');
  await firm.decide(unnamed.id, 'declined', { reason: '投入太大', reply: '谢谢' });
  await firm.adopt(done);
  await firm.until(AT.publishes);
  return { ...firm, done, carried, duplicate, back, gone, merged, unnamed };
}

describe('a bulletin', () => {
  it('says which numbers of its total are withheld, and why, to members and to everybody', async () => {
    const firm = await published();
    await firm.change({ publicBulletin: true });
    const { body } = await bulletinOf(firm);
    const open = await firm.call(getPublicBulletin, { path: { round: OCTOBER } });
    for (const bulletin of [body, open.body])
      expect(bulletin).toMatchObject({
        numbersWithheld: {
          numbers: ['rewardsApproved', 'rewardsPaid', 'satisfaction'],
          fewestIdeas: 3,
        },
        statistics: {
          total: {
            ideasPerHead: { numerator: 5 },
            followUp: {
              daysToFirstReply: { replied: 1 },
              rewardsApproved: null,
              rewardsPaid: null,
              satisfaction: null,
              excellent: 0,
            },
          },
        },
      });
  });

  it('stays frozen, and agrees with the facts, whatever becomes of them', async () => {
    const firm = await published();
    const { done, carried, duplicate, back, merged, unnamed, on } = firm;
    const said = await bulletinOf(firm);
    expect(said).toMatchObject({
      status: 200,
      body: {
        publishedAt: AT.publishes,
        statistics: { total: { submitted: 5, adopted: 1, declined: 1 } },
      },
    });
    expect(new Map(said.body.items.map(({ id, status }) => [id, status]))).toEqual(
      new Map([
        [done, 'adopted'],
        [carried, 'deferred'],
        [duplicate, 'deferred'],
        [back, 'returned'],
        [unnamed.id, 'declined'],
      ]),
    );
    const agreement = { agrees: true, ideas: 5, discrepancies: [] };
    expect(await verificationOf(firm)).toMatchObject(agreement);

    const version = (await firm.stored(back)).version;
    const later: [string, () => Promise<{ status: number }>][] = [
      ['10-21', () => on(assignIdea, 'S1', done, { owner: 'C3', due: '2026-12-31' })],
      ['10-22', () => on(completeIdea, 'C3', done, { done: '全部装好', claimedBenefit: 120_000 })],
      ['10-23', () => on(acceptIdea, 'M1', done, { verifiedBenefit: 300_000 })],
      ['10-24', () => on(replyToIdea, 'C1', done, { reply: '已经完成' })],
      [
        '10-25',
        () =>
          on(approveReward, 'M1', done, {
            amount: 60_000,
            shares: [{ member: 'E1', fen: 60_000 }],
          }),
      ],
      ['10-26', () => on(payReward, 'M1', done)],
      ['10-27', () => firm.call(claimUnnamedIdea, { as: 'E2', body: { code: unnamed.claimCode } })],
      ['10-28', () => on(replyToIdea, 'S1', unnamed.id, { reply: '欢迎再提' })],
      [
        '10-29',
        () =>
          on(reviseIdea, 'E1', back, { ...SLIP, title: '改过的标题', category: '安全' }, version),
      ],
      ['10-30', () => on(mergeIdea, 'S1', duplicate, { into: carried })],
      ['11-01', () => on(unmergeIdea, 'S1', duplicate)],
      ['11-02', () => on(mergeIdea, 'S1', duplicate, { into: back })],
    ];
    for (const [day, act] of later) {
      firm.clock.set(`2026-${day}T02:00:00.000Z`);
      expect((await act()).status, day).toBe(200);
      expect(await verificationOf(firm), day).toMatchObject(agreement);
    }
    await firm.until(NEXT.opens);
    await firm.adopt(carried);
    await firm.until(NEXT.publishes);
    expect((await firm.stored(merged)).status).toBe('merged');
    expect(await verificationOf(firm)).toMatchObject(agreement);
    expect((await bulletinOf(firm)).text).toBe(said.text);
    const november = await firm.call<Verification>(verifyBulletin, {
      as: 'A1',
      path: { round: '2026-11' },
    });
    expect(november.body).toMatchObject({ agrees: true, ideas: 0 });
  });

  it('agrees even if a merged idea is unmerged in the moment of publication', async () => {
    const firm = await months();
    const [merged, other] = [
      await firm.handIn('E1', { title: '会被合并' }),
      await firm.handIn('E2'),
    ];
    await firm.on(mergeIdea, 'S1', merged, { into: other });
    await firm.until(AT.publishes);
    // By the same clock, to the millisecond.
    expect((await firm.on(unmergeIdea, 'S1', merged)).body).toMatchObject({ status: 'submitted' });
    expect(await verificationOf(firm)).toMatchObject({ agrees: true, ideas: 1, discrepancies: [] });
  });

  it('is checked by managers and administrators, once it exists', async () => {
    const firm = await published();
    const path = { round: OCTOBER };
    for (const as of ['E1', 'S1', 'C1'])
      expect((await firm.call(verifyBulletin, { as, path })).status).toBe(403);
    for (const as of ['M1', 'A1'])
      expect((await firm.call(verifyBulletin, { as, path })).status).toBe(200);
    expect(await firm.call(verifyBulletin, { as: 'M1', path: { round: '2026-11' } })).toMatchObject(
      {
        status: 404,
        body: { code: 'not-yet-published' },
      },
    );
    expect((await firm.call(verifyBulletin, { as: 'M1', path: { round: '2027-11' } })).status).toBe(
      404,
    );
  });

  it('that was tampered with is detected, with the place', async () => {
    const firm = await published();
    const { client, name } = firm.table;
    type Item = Record<string, unknown> & { pk: string; sk: string };
    const put = (Item: object) =>
      client.send(new PutCommand({ TableName: name, Item: { ...Item } }));
    const items = (await everything(firm.table)) as Item[];
    const numbers = items.find(({ sk }) => sk === `BULLETIN#${OCTOBER}#NUMBERS`)!;
    const page = items.find(({ sk }) => sk.startsWith(`BULLETIN#${OCTOBER}#PAGE`))! as Item & {
      entries: Record<string, unknown>[];
    };
    const fact = items.find(({ id, type }) => type === 'idea' && id === firm.done)!;
    const found = async (): Promise<string[]> => {
      const { agrees, discrepancies } = await verificationOf(firm);
      expect(agrees).toBe(discrepancies.length === 0);
      return discrepancies.map(({ where }) => where);
    };

    const statistics = JSON.parse(JSON.stringify(numbers.statistics));
    statistics.total.adopted = 4;
    statistics.departments[0].submitted += 1;
    await put({ ...numbers, statistics });
    expect((await found()).toSorted()).toEqual(
      [
        `statistics.departments.${statistics.departments[0].department}.submitted`,
        'statistics.total.adopted',
      ].toSorted(),
    );
    expect((await verificationOf(firm)).discrepancies).toContainEqual({
      where: 'statistics.total.adopted',
      published: '4',
      recomputed: '1',
    });
    await put(numbers);
    expect(await found()).toEqual([]);

    const altered = (change: object) => ({
      ...page,
      entries: page.entries.map(entry =>
        entry.id === firm.unnamed.id ? { ...entry, ...change } : entry,
      ),
    });
    await put(altered({ reason: '没有理由' }));
    expect(await found()).toEqual([`entries.${firm.unnamed.id}.reason`]);
    await put({ ...page, entries: page.entries.filter(({ id }) => id !== firm.back) });
    expect(await found()).toContain(`entries.${firm.back}`);
    await put({
      ...page,
      entries: [...page.entries, { ...page.entries[0], title: '多出来的一条' }],
    });
    expect((await found()).length).toBeGreaterThan(0);
    await put(page);
    expect(await found()).toEqual([]);

    const madeUp = Array.from({ length: 150 }, (_, at) => ({
      ...page.entries[0],
      id: `${OCTOBER}-${String(at).padStart(26, '0')}`,
    }));
    await put({ ...page, entries: [...page.entries, ...madeUp] });
    expect(await verificationOf(firm)).toMatchObject({ agrees: false, more: 50 });
    expect(await found()).toHaveLength(100);
    await put(page);

    await put({ ...numbers, merged: [{ id: firm.merged, acts: 1 }] });
    expect(await found()).toContain(`entries.${firm.merged}`);
    await put(numbers);

    await put({ ...fact, title: '另一个标题' });
    expect(await found()).toEqual([`entries.${firm.done}.title`]);
    await client.send(new DeleteCommand({ TableName: name, Key: { pk: fact.pk, sk: fact.sk } }));
    expect(await found()).toContain(`entries.${firm.done}`);
    await put(fact);
    const { Item } = await client.send(
      new GetCommand({ TableName: name, Key: { pk: fact.pk, sk: fact.sk } }),
    );
    expect(Item).toEqual(fact);
    expect(await found()).toEqual([]);
  });
});

describe('the public bulletin', () => {
  const read = (firm: Pick<Firm, 'call'>, path: Record<string, string> = {}, query = {}) =>
    firm.call(getPublicBulletin, { path: { round: OCTOBER, ...path }, query });

  it('is for everybody if the organization makes it public: the members’ version without small departments and names', async () => {
    const firm = await published();
    await firm.change({ publicBulletin: true });
    const answer = await read(firm);
    expect(answer).toMatchObject({
      status: 200,
      headers: { 'cache-control': 'public, max-age=300' },
      body: {
        organizationName: 'huatai 厂',
        timeZone: 'Asia/Shanghai',
        round: OCTOBER,
        publishedAt: AT.publishes,
      },
    });
    const { organizationName: _, timeZone: __, departmentsWithheld, ...shown } = answer.body;
    const members = (await bulletinOf(firm)).body;
    const { items, statistics } = members;
    expect(JSON.stringify(statistics)).toContain('铸造车间');
    expect(departmentsWithheld).toBe(true);
    expect(shown).toEqual({
      ...members,
      statistics: { ...statistics, departments: [] },
      items: items.map(({ department: _, ...item }) => item),
    });
    expect(answer.text).not.toContain('铸造车间');
    for (const member of ['E1', 'E2', 'S1', 'C1', 'M1'])
      expect(answer.text).not.toContain(`"${member}"`);
    expect(answer.text).not.toMatch(/acts|author|headcount/);
    expect(await read(firm, {}, { cursor: '9' })).toMatchObject({
      status: 200,
      body: { items: [] },
    });
    expect((await read(firm, {}, { cursor: 'x' })).status).toBe(400);
  });

  it('does not exist otherwise, for any reason', async () => {
    const firm = await published();
    const hidden = await read(firm);
    const unknown = await read(firm, { organization: 'nobodys' });
    await firm.change({ publicBulletin: true });
    const unpublished = await read(firm, { round: '2026-11' });
    const never = await read(firm, { round: '2030-01' });
    const told = [hidden, unknown, unpublished, never].map(({ status, body, headers }) => {
      const { requestId: _, ...problem } = body;
      return { status, problem, headers };
    });
    expect(told[0]).toMatchObject({ status: 404, problem: { code: 'not-found' } });
    for (const one of told) expect(one).toEqual(told[0]);
    // Turned off again it is gone.
    await firm.change({ publicBulletin: false });
    expect((await read(firm)).status).toBe(404);
  });
});
