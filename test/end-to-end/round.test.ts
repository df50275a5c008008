/**
 * A round through the API: submission, support, votes, decisions, and the published result; with
 * repeated requests, and with what each role may see and when.
 */
import { describe, expect, it } from 'vitest';
import { OCTOBER } from '../../infra/local/sample/october.ts';
import type { Call } from '../../shared/contract/client.ts';
import { ApiProblem } from '../../shared/contract/client-errors.ts';
import { castVote, decideIdea, getAgenda } from '../../shared/contract/routes/deliberation.ts';
import {
  getIdea,
  listMyIdeas,
  submitIdea,
  supportIdea,
  withdrawSupport,
} from '../../shared/contract/routes/ideas.ts';
import { getBulletin, getStatistics } from '../../shared/contract/routes/numbers.ts';
import type { Category, Department, IdeaId } from '../../shared/domain/kernel/ids.ts';
import { runningSystem } from './running-system.ts';

const system = runningSystem({ at: '2026-10-10T08:00+08:00' });
const COMMITTEE = ['HT0011', 'HT0022', 'HT0033', 'HT0044', 'HT0055'];

const { organization, round, nextRound: next } = OCTOBER;
const inRound = { organization, round };
const of = (idea: IdeaId) => ({ organization, idea });

const idea = (title: string) => ({
  title,
  category: '安全' as Category,
  problem: '通道常被料箱堵住。',
  proposal: '划线并安排值班员检查。',
});

async function handIn(call: Call, title: string, key: string = crypto.randomUUID()) {
  return call(submitIdea, { path: { organization }, body: idea(title), idempotencyKey: key });
}

async function code(call: Promise<unknown>): Promise<string> {
  const failure = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (failure === undefined) return 'done';
  if (!(failure instanceof ApiProblem)) throw failure;
  return failure.problem.code;
}

describe('one round, from submission to the bulletin', () => {
  const ids: Record<string, IdeaId> = {};
  const id = (name: string): IdeaId => {
    const found = ids[name];
    if (!found) throw new Error(`no idea ${name}`);
    return found;
  };

  it('takes each idea once, however often its request is repeated', async () => {
    const employee = await system.as('HT0132');
    const key = crypto.randomUUID();
    const first = await handIn(employee, '消防通道划线', key);
    expect(first).toMatchObject({
      round,
      status: 'submitted',
      authorId: 'HT0132',
      department: '机加一车间',
    });
    expect(await handIn(employee, '消防通道划线', key)).toEqual(first);
    expect(await code(handIn(employee, '另一条', key))).toBe('key-reused');
    ids.carried = first.id;
    for (const [name, account] of Object.entries({
      rejected: 'HT0087',
      unquorate: 'HT0041',
      own: 'HT0022',
    }))
      ids[name] = (await handIn(await system.as(account), name)).id;
    const mine = await employee(listMyIdeas, { path: { organization } });
    expect(mine.items.map(one => one.id)).toEqual([first.id]);
  });

  it('takes an unnamed idea and stores no name', async () => {
    const employee = await system.as('HT0041');
    const unnamed = await employee(submitIdea, {
      path: { organization },
      body: { ...idea('不便署名'), unnamed: true },
      idempotencyKey: crypto.randomUUID(),
    });
    expect(unnamed).toMatchObject({ unnamed: true });
    const seen = await employee(getIdea, { path: of(unnamed.id) });
    expect(JSON.stringify(seen)).not.toContain('HT0041');
    expect(seen).not.toHaveProperty('department');
    const mine = await employee(listMyIdeas, { path: { organization } });
    expect(mine.items.map(one => one.id)).not.toContain(unnamed.id);
    ids.unnamed = unnamed.id;
  });

  it("takes a secretary's slip with the time on it", async () => {
    const secretary = await system.as('HT0274');
    const slip = await secretary(submitIdea, {
      path: { organization },
      body: {
        ...idea('纸条上的金点子'),
        authorId: 'HT0100' as never,
        department: '铸造车间' as Department,
        submittedAt: '2026-09-20T10:00+08:00',
      },
      idempotencyKey: crypto.randomUUID(),
    });
    expect(slip).toMatchObject({
      round,
      authorId: 'HT0100',
      submittedAt: '2026-09-20T02:00:00.000Z',
    });
    ids.slip = slip.id;
  });

  it('counts each support once, and withdraws it', async () => {
    const [one, two] = await Promise.all(['HT0087', 'HT0041'].map(account => system.as(account)));
    for (const employee of [one, one, two])
      await employee!(supportIdea, { path: of(id('carried')) });
    await system.settled();
    expect(await one!(getIdea, { path: of(id('carried')) })).toMatchObject({
      supports: 2,
      supported: true,
    });
    for (const _ of [1, 2]) await one!(withdrawSupport, { path: of(id('carried')) });
    await system.settled();
    expect(await one!(getIdea, { path: of(id('carried')) })).toMatchObject({
      supports: 1,
      supported: false,
    });
  });

  it('takes no vote and no decision before the deliberation day', async () => {
    const chair = await system.as('HT0011');
    const path = of(id('carried'));
    expect(await code(chair(castVote, { path, body: { choice: 'approve' } }))).toBe(
      'ballot-not-open',
    );
    expect(await code(chair(decideIdea, { path, body: { outcome: 'adopted' } }))).toBe(
      'ballot-not-open',
    );
    expect(await code(chair(getBulletin, { path: inRound }))).toBe('not-yet-published');
  });

  it('opens on the day: all ideas are listed, the committee votes, and nobody votes on their own', async () => {
    expect((await system.moveClock('2026-10-15T09:00+08:00')).status).toBe(200);
    const committee = await Promise.all(COMMITTEE.map(account => system.as(account)));
    const [chair, author] = committee;
    const agenda = await chair!(getAgenda, { path: inRound });
    expect(agenda.items.map(({ status }) => status)).toEqual(Array(6).fill('on-agenda'));
    for (const [at, voter] of committee.entries()) {
      await voter(castVote, {
        path: of(id('carried')),
        body: { choice: at < 3 ? 'approve' : 'oppose' },
      });
      await voter(castVote, {
        path: of(id('rejected')),
        body: { choice: at < 3 ? 'oppose' : 'abstain' },
      });
      if (at < 3) await voter(castVote, { path: of(id('unquorate')), body: { choice: 'approve' } });
    }
    expect(
      await code(author!(castVote, { path: of(id('own')), body: { choice: 'approve' } })),
    ).toBe('recused');
  });

  it('shows a running tally only to those who have voted', async () => {
    const [voted, waiting, employee] = await Promise.all(
      ['HT0011', 'HT0055', 'HT0132'].map(one => system.as(one)),
    );
    const ballot = async (call: Call) =>
      (await call(getIdea, { path: of(id('unquorate')) })).ballot;
    expect((await ballot(voted!)).tally).toEqual({ approve: 3, oppose: 0, abstain: 0 });
    expect(await ballot(waiting!)).toMatchObject({
      state: 'open',
      mayVote: true,
      myVote: null,
      tally: null,
      quorum: 4,
    });
    expect((await ballot(employee!)).tally).toBeNull();
  });

  it('lets a voter change a vote, and counts it once', async () => {
    const chair = await system.as('HT0011');
    const path = of(id('slip'));
    await chair(castVote, { path, body: { choice: 'oppose' } });
    const { tally } = await chair(castVote, {
      path,
      body: { choice: 'approve', comment: '改主意了' },
    });
    expect(tally).toEqual({ approve: 1, oppose: 0, abstain: 0 });
  });

  it('binds the chair to the ballot', async () => {
    const chair = await system.as('HT0011');
    const decide = (
      name: string,
      body: { outcome: 'adopted' | 'declined' | 'deferred'; reason?: string },
    ) => chair(decideIdea, { path: of(id(name)), body });
    expect(await code(decide('unquorate', { outcome: 'adopted' }))).toBe('no-quorum');
    expect(await code(decide('carried', { outcome: 'declined', reason: '不行' }))).toBe(
      'against-the-ballot',
    );
    expect(await code(decide('rejected', { outcome: 'declined' }))).toBe('reason-required');
    expect(await decide('carried', { outcome: 'adopted' })).toMatchObject({ status: 'adopted' });
    expect(await decide('carried', { outcome: 'adopted' })).toMatchObject({
      status: 'adopted',
      version: 3,
    });
    expect(await code(decide('carried', { outcome: 'declined', reason: '反悔' }))).toBe(
      'ballot-closed',
    );
    expect(
      await code(chair(castVote, { path: of(id('carried')), body: { choice: 'oppose' } })),
    ).toBe('ballot-closed');
    expect(await code(chair(supportIdea, { path: of(id('carried')) }))).toBe(
      'not-open-for-support',
    );
  });

  it('puts an idea of the day itself straight onto the agenda', async () => {
    const late = await handIn(await system.as('HT0132'), '当天提的一条');
    expect(late).toMatchObject({ round, status: 'on-agenda' });
    ids.late = late.id;
  });

  it('closes at the second, decides the rest by the votes, and carries over ideas without a quorum', async () => {
    await system.moveClock('2026-10-18T18:00:00+08:00');
    const chair = await system.as('HT0011');
    expect(
      await code(chair(castVote, { path: of(id('slip')), body: { choice: 'approve' } })),
    ).not.toBe('done');
    const status = async (name: string) => (await chair(getIdea, { path: of(id(name)) })).status;
    expect(await status('rejected')).toBe('declined');
    for (const name of ['unquorate', 'own', 'unnamed', 'slip', 'late'])
      expect(await status(name)).toBe('deferred');
    const agenda = await chair(getAgenda, { path: { organization, round: next } });
    expect(agenda.items).toHaveLength(5);
    expect(agenda.items.every(({ round: handedIn }) => handedIn === round)).toBe(true);
  });

  it('publishes the numbers, and the running numbers and metrics agree', async () => {
    await system.moveClock('2026-10-19T18:00:00+08:00');
    const manager = await system.as('HT0290');
    const bulletin = await manager(getBulletin, { path: inRound });
    expect(bulletin.statistics.total).toMatchObject({
      submitted: 7,
      adopted: 1,
      declined: 1,
      deferred: 5,
      adoptionRate: { numerator: 1, denominator: 7, value: 0.1429 },
      adoptionRateOfDecided: { numerator: 1, denominator: 2, value: 0.5 },
      participation: { numerator: 5, denominator: 330 },
    });
    expect(JSON.stringify(bulletin.items)).not.toMatch(/HT\d{4}/);
    await system.settled();
    const { total, departments } = await manager(getStatistics, { path: inRound });
    // A bulletin tells no rewards and no opinions of so few ideas.
    const told = ({ followUp, ...numbers }: Pick<typeof total, 'followUp'>) => ({
      ...numbers,
      daysToFirstReply: followUp?.daysToFirstReply,
      excellent: followUp?.excellent,
    });
    expect([total, ...departments].map(told)).toEqual(
      [bulletin.statistics.total, ...bulletin.statistics.departments].map(told),
    );
    const running = system.metrics
      .map(line => JSON.parse(line))
      .filter(({ kind }) => kind === 'round');
    expect(running.at(-1)).toMatchObject({
      organization,
      round,
      IdeasSubmitted: 7,
      IdeasAdopted: 1,
      IdeasDecided: 2,
      AdoptionRate: 14.29,
    });
  });

  it('answers a request that is repeated a round later as it answered then', async () => {
    const employee = await system.as('HT0132');
    const key = 'kept-on-a-phone-without-network';
    const first = await handIn(employee, '断网时提的一条', key);
    expect(first.round).toBe(next);
    await system.moveClock('2026-11-25T08:00:00+08:00');
    expect(await handIn(employee, '断网时提的一条', key)).toEqual(first);
  });

  it('votes again on a deferred idea in the next round', async () => {
    const chair = await system.as('HT0011');
    const { ballot, status, history } = await chair(getIdea, { path: of(id('unquorate')) });
    expect(status).toBe('deferred');
    expect(history.map(({ act }) => act)).toEqual(['submit', 'list', 'defer', 'list', 'defer']);
    expect(ballot.myVote).toBeNull();
  });

  it('has a clock that only goes forward', async () => {
    expect((await system.moveClock('2026-10-01T08:00+08:00')).status).toBe(409);
    expect((await system.moveClock('gestern')).status).toBe(400);
  });
});
