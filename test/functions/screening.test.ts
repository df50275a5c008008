/**
 * Screening through the API: returning and revising, scheduling early, withdrawing, and all of it
 * against the clock and concurrent requests.
 */
import { describe, expect, it } from 'vitest';
import { castVote } from '../../shared/contract/routes/deliberation.ts';
import { getIdea, submitIdea } from '../../shared/contract/routes/ideas.ts';
import { getBulletin } from '../../shared/contract/routes/numbers.ts';
import {
  returnIdea,
  reviseIdea,
  scheduleIdea,
  withdrawIdea,
} from '../../shared/contract/routes/screening.ts';
import { NOVEMBER, OCTOBER } from '../store/sample-facts.ts';
import { everything } from '../store/watched-table.ts';
import { about, answerLostAt, brokenFrom, type Firm, months, NEXT } from './months.ts';
import { AT, SLIP } from './small-firm.ts';

const NOTE = { reason: '请写明现在每班清理几次' };
const BETTER = { ...SLIP, problem: '铁屑飞溅到导轨上，每班清理三次' };

/** An idea of E1's that the secretary has returned; it is at version 2. */
async function returned(firm: Firm): Promise<string> {
  const idea = await firm.handIn('E1', { expectedBenefit: 36_000 });
  expect((await firm.on(returnIdea, 'S1', idea, NOTE)).status).toBe(200);
  return idea;
}

describe('a returned idea', () => {
  it('shows its author what to mend, is revised, and keeps its former content', async () => {
    const firm = await months();
    const idea = await firm.handIn('E1', { expectedBenefit: 36_000, department: '装配车间' });
    const given = await firm.on(returnIdea, 'S1', idea, NOTE);
    expect(given).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      body: { status: 'returned', note: NOTE.reason, version: 2 },
    });

    const said = await firm.on(reviseIdea, 'E1', idea, { ...BETTER, category: '安全' }, 2);
    expect(said).toMatchObject({
      status: 200,
      headers: { etag: '"3"' },
      body: {
        status: 'submitted',
        version: 3,
        problem: BETTER.problem,
        category: '安全',
        // An unmentioned field stays; an omitted amount is removed.
        department: '装配车间',
        round: OCTOBER,
        agendaRound: OCTOBER,
        carriedOver: false,
      },
    });
    expect(said.body).not.toHaveProperty('note');
    expect(said.body).not.toHaveProperty('expectedBenefit');
    const { history } = await firm.read(idea, 'E2');
    expect(history).toMatchObject([
      { act: 'submit' },
      { act: 'return', by: { kind: 'member', id: 'S1' }, reason: NOTE.reason },
      {
        act: 'revise',
        by: { kind: 'member', id: 'E1' },
        from: 'returned',
        former: { problem: SLIP.problem, category: '设备', expectedBenefit: 36_000 },
      },
    ]);
    const [item] = (await everything(firm.table)).filter(({ type }) => type === 'idea');
    expect(item).not.toHaveProperty('note');
    expect(item).not.toHaveProperty('expectedBenefit');
  });

  it('is revised only on condition of the version that was read, and an outdated one loses nothing', async () => {
    const firm = await months();
    const idea = await returned(firm);
    expect(await firm.on(reviseIdea, 'E1', idea, BETTER)).toMatchObject({
      status: 428,
      body: { code: 'precondition-required' },
    });
    const before = await firm.stored(idea);
    for (const stale of [0, 1, 3])
      expect(await firm.on(reviseIdea, 'E1', idea, BETTER, stale)).toMatchObject({
        status: 412,
        body: { code: 'version-mismatch', detail: expect.stringContaining('2') },
      });
    const nonsense = { ...about('E1', idea, BETTER), headers: { 'if-match': 'W/"2"' } };
    expect(await firm.call(reviseIdea, nonsense)).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'If-Match' }] },
    });
    expect(await firm.stored(idea)).toEqual(before);
    expect((await firm.on(reviseIdea, 'E1', idea, BETTER, 2)).status).toBe(200);
    // From another window, with the version read before.
    const late = await firm.on(reviseIdea, 'E1', idea, { ...BETTER, title: '另一个标题' }, 2);
    expect(late).toMatchObject({ status: 412, body: { detail: expect.stringContaining('3') } });
    expect(await firm.stored(idea)).toMatchObject({ ...BETTER, title: SLIP.title, version: 3 });
  });

  it('gives the same answer to the same request, and has one entry of it', async () => {
    const firm = await months();
    const idea = await firm.handIn();
    for (const [route, as, body, version] of [
      [returnIdea, 'S1', NOTE, 1],
      [reviseIdea, 'E1', BETTER, 2],
      [withdrawIdea, 'E1', undefined, 3],
    ] as const) {
      const request = about(as, idea, body, version);
      const lost = await firm.watching(answerLostAt(1))(route, request);
      expect(lost.status).toBe(500);
      const first = await firm.call(route, request);
      expect(first.status, route.id).toBe(200);
      const again = await firm.call(route, request);
      expect([again.status, again.text, again.headers]).toEqual([200, first.text, first.headers]);
    }
    const { history, version } = await firm.stored(idea);
    expect(history.map(({ act }) => act)).toEqual(['submit', 'return', 'revise', 'withdraw']);
    expect(version).toBe(4);
  });

  it('stays unchanged if storing fails', async () => {
    const firm = await months();
    const idea = await returned(firm);
    const before = await firm.stored(idea);
    const broken = await firm.watching(brokenFrom(1))(reviseIdea, about('E1', idea, BETTER, 2));
    expect(broken.status).toBe(500);
    expect(await firm.stored(idea)).toEqual(before);
  });

  it('is not returned twice for different reasons, nor revised twice', async () => {
    const firm = await months();
    const idea = await returned(firm);
    expect(await firm.on(returnIdea, 'S1', idea, { reason: '请写明数量' })).toMatchObject({
      status: 409,
      body: { code: 'wrong-state' },
    });
    expect((await firm.on(returnIdea, 'S1', idea, {})).status).toBe(400);
    expect((await firm.on(returnIdea, 'S1', idea, { reason: '  ' })).status).toBe(400);
  });

  it('is returned by the secretary only, and revised and withdrawn by its author only', async () => {
    const firm = await months();
    const idea = await firm.handIn('E1');
    for (const as of ['E1', 'E2', 'C1', 'M1'])
      expect(await firm.on(returnIdea, as, idea, NOTE), as).toMatchObject({
        status: 403,
        body: { code: 'role-required' },
      });
    expect((await firm.on(returnIdea, 'S1', idea, NOTE)).status).toBe(200);
    for (const as of ['E2', 'S1', 'C1', 'M1']) {
      const refusal = { status: 403, body: { code: 'not-the-author' } };
      expect(await firm.on(reviseIdea, as, idea, BETTER, 2), as).toMatchObject(refusal);
      expect(await firm.on(withdrawIdea, as, idea), as).toMatchObject(refusal);
    }
    expect((await firm.stored(idea)).version).toBe(2);
  });

  it('without a name is revised by nobody by name', async () => {
    const firm = await months();
    const idea = await firm.handIn('E1', { unnamed: true });
    for (const as of ['E1', 'S1']) {
      expect(await firm.on(reviseIdea, as, idea, BETTER, 1)).toMatchObject({
        status: 403,
        body: { code: 'not-the-author' },
      });
      expect((await firm.on(withdrawIdea, as, idea)).status).toBe(403);
    }
  });

  it('is not revised with an unknown category or department', async () => {
    const firm = await months();
    const idea = await returned(firm);
    for (const [facts, code, field] of [
      [{ category: '没有的类别' }, 'unknown-category', 'category'],
      [{ department: '没有的部门' }, 'unknown-department', 'department'],
    ] as const)
      expect(await firm.on(reviseIdea, 'E1', idea, { ...BETTER, ...facts }, 2)).toMatchObject({
        status: 422,
        body: { code, errors: [{ field }] },
      });
    expect(await firm.on(reviseIdea, 'E1', idea, { ...BETTER, authorId: 'E2' }, 2)).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'authorId' }] },
    });
    expect((await firm.stored(idea)).version).toBe(2);
  });

  it('is not found by another organization, nor under an unknown id', async () => {
    const firm = await months();
    const idea = await returned(firm);
    const elsewhere = { organization: 'zhongcheng', idea };
    for (const route of [returnIdea, reviseIdea, withdrawIdea, scheduleIdea])
      expect((await firm.call(route, { as: 'E1', path: elsewhere, body: BETTER })).status).toBe(
        404,
      );
    const none = `${OCTOBER}-${'0'.repeat(26)}`;
    expect((await firm.on(returnIdea, 'S1', none, NOTE)).status).toBe(404);
    expect((await firm.on(reviseIdea, 'E1', none, BETTER, 1)).status).toBe(404);
  });
});

describe('a revised idea', () => {
  it('goes straight onto the agenda while its round deliberates, after all others, and is voted on', async () => {
    const firm = await months();
    const idea = await returned(firm);
    const other = await firm.handIn('E2');
    await firm.until(AT.opens);
    expect((await firm.vote('C2', idea)).body).toMatchObject({ code: 'ballot-not-open' });
    await firm.until(AT.voting);
    expect(await firm.on(reviseIdea, 'E1', idea, BETTER, 2)).toMatchObject({
      status: 200,
      body: { status: 'on-agenda', round: OCTOBER, agendaRound: OCTOBER, carriedOver: false },
    });
    expect(await firm.numberOf(idea)).toBeGreaterThan((await firm.numberOf(other))!);
    await firm.adopt(idea);
    expect((await firm.on(reviseIdea, 'E1', idea, SLIP, 4)).body).toMatchObject({
      code: 'wrong-state',
    });
    expect((await firm.stored(idea)).history.map(({ act }) => act)).toEqual([
      'submit',
      'return',
      'revise',
      'adopt',
    ]);
  });

  it.each([
    ['at the second its ballots close', AT.closes, false],
    ['after they have', AT.closes, true],
    ['after the bulletin', '2026-10-25T02:00:00.000Z', true],
  ])('%s comes onto the next agenda, and stays counted in its own round', async (_, at, ran) => {
    const firm = await months();
    const idea = await returned(firm);
    await firm.until(AT.opens);
    if (ran) await firm.until(at);
    else firm.clock.set(at);
    expect(await firm.on(reviseIdea, 'E1', idea, BETTER, 2)).toMatchObject({
      status: 200,
      body: { status: 'submitted', round: OCTOBER, agendaRound: NOVEMBER, carriedOver: true },
    });
    await firm.until(AT.publishes);
    await firm.until(NEXT.opens);
    expect(await firm.read(idea)).toMatchObject({ status: 'on-agenda', agendaRound: NOVEMBER });
    await firm.adopt(idea);
    await firm.until(NEXT.publishes);
    const entries = async (round: string) =>
      (await firm.call<{ items: unknown[] }>(getBulletin, { as: 'E1', path: { round } })).body
        .items;
    expect(await entries(OCTOBER)).toEqual([expect.objectContaining({ id: idea })]);
    expect(await entries(NOVEMBER)).toEqual([]);
  });

  it('comes two rounds later onto the agenda of the round that collects then', async () => {
    const firm = await months();
    const idea = await returned(firm);
    await firm.until('2026-12-05T02:00:00.000Z');
    expect(await firm.on(reviseIdea, 'E1', idea, BETTER, 2)).toMatchObject({
      body: { status: 'submitted', agendaRound: '2026-12', carriedOver: true },
    });
  });

  it('that was scheduled before its return is on its way all the same', async () => {
    const firm = await months();
    const idea = await firm.handIn();
    expect(await firm.on(reviseIdea, 'E1', idea, BETTER, 1)).toMatchObject({
      status: 200,
      body: { status: 'submitted', version: 2 },
    });
  });
});

describe('an idea scheduled ahead of the day', () => {
  it('is there before the others, and its ballot opens with theirs', async () => {
    const firm = await months();
    const idea = await firm.handIn();
    for (const as of ['E1', 'C1']) expect((await firm.on(scheduleIdea, as, idea)).status).toBe(403);
    expect((await firm.on(scheduleIdea, 'S1', idea, undefined, 7)).status).toBe(412);
    const first = await firm.on(scheduleIdea, 'S1', idea, undefined, 1);
    expect(first).toMatchObject({
      status: 200,
      body: { status: 'on-agenda', agendaRound: OCTOBER },
    });
    expect(await firm.on(scheduleIdea, 'S1', idea, undefined, 1)).toMatchObject({
      text: first.text,
    });
    expect((await firm.vote('C2', idea)).body).toMatchObject({ code: 'ballot-not-open' });
    expect((await firm.on(returnIdea, 'S1', idea, NOTE)).body).toMatchObject({
      code: 'wrong-state',
    });
    expect((await firm.on(reviseIdea, 'E1', idea, BETTER, 2)).body).toMatchObject({
      code: 'wrong-state',
    });

    await firm.until(AT.opens);
    expect((await firm.vote('C2', idea)).status).toBe(200);
    expect((await firm.stored(idea)).history.map(({ act }) => act)).toEqual(['submit', 'list']);
  });

  it('may be a deferred one, which comes onto the agenda it waits for', async () => {
    const firm = await months();
    const idea = await firm.handIn();
    await firm.until(AT.opens);
    await firm.decide(idea, 'deferred', { reason: '需要论证' });
    expect(await firm.on(scheduleIdea, 'S1', idea)).toMatchObject({
      status: 200,
      body: { status: 'on-agenda', round: OCTOBER, agendaRound: NOVEMBER, carriedOver: true },
    });
    await firm.until(AT.publishes);
    expect(await firm.read(idea)).toMatchObject({ status: 'on-agenda', agendaRound: NOVEMBER });
    await firm.until(NEXT.opens);
    expect((await firm.vote('C2', idea)).status).toBe(200);
  });

  it('is the winner if the calendar lists it at the same time', async () => {
    const firm = await months();
    const idea = await firm.handIn();
    firm.clock.set(AT.opens);
    const call = firm.afterReading(() => firm.run());
    expect(await call(scheduleIdea, about('S1', idea))).toMatchObject({
      status: 409,
      body: { code: 'wrong-state' },
    });
    expect((await firm.stored(idea)).history.map(({ act, by }) => [act, by.kind])).toEqual([
      ['submit', 'member'],
      ['list', 'cycle'],
    ]);
  });
});

describe('a withdrawn idea', () => {
  it('is gone from agenda and count, is its author’s alone, and does not come back', async () => {
    const firm = await months();
    const idea = await firm.handIn();
    expect((await firm.on(withdrawIdea, 'E1', idea, undefined, 2)).status).toBe(412);
    expect(await firm.on(withdrawIdea, 'E1', idea)).toMatchObject({
      status: 200,
      body: { status: 'withdrawn' },
    });
    expect(await firm.on(reviseIdea, 'E1', idea, BETTER, 2)).toMatchObject({
      status: 409,
      body: { code: 'wrong-state' },
    });
    await firm.until(AT.opens);
    expect(await firm.call(getIdea, about('E1', idea))).toMatchObject({
      status: 200,
      body: { status: 'withdrawn' },
    });
    expect(await firm.call(getIdea, about('E2', idea))).toMatchObject({
      status: 404,
      body: { code: 'not-found' },
    });
    await firm.until(AT.publishes);
    const { body } = await firm.call(getBulletin, { as: 'E1', path: { round: OCTOBER } });
    expect(body).toMatchObject({ items: [], statistics: { total: { submitted: 0 } } });
  });

  it('may have been returned, or on the agenda without a vote; not decided', async () => {
    const firm = await months();
    const [given, listed, decided] = [
      await returned(firm),
      await firm.handIn(),
      await firm.handIn(),
    ];
    expect((await firm.on(withdrawIdea, 'E1', given)).status).toBe(200);
    await firm.until(AT.opens);
    expect(await firm.on(withdrawIdea, 'E1', listed)).toMatchObject({
      status: 200,
      body: { status: 'withdrawn' },
    });
    await firm.adopt(decided);
    expect(await firm.on(withdrawIdea, 'E1', decided)).toMatchObject({
      status: 409,
      body: { code: 'wrong-state' },
    });
  });

  it('has had no vote', async () => {
    const firm = await months();
    const idea = await firm.handIn();
    await firm.until(AT.opens);
    await firm.vote('C2', idea, 'abstain');
    const refusal = { status: 409, body: { code: 'ballot-has-votes' } };
    expect(await firm.on(withdrawIdea, 'E1', idea)).toMatchObject(refusal);
    // Deferred and on the next agenda it has a new ballot, without votes yet.
    await firm.until(AT.closes);
    await firm.until(NEXT.opens);
    expect((await firm.on(withdrawIdea, 'E1', idea)).status).toBe(200);
  });
});

describe.each(['open', 'secret'] as const)(
  'withdrawing and voting at the same time, under the %s rule',
  ballot => {
    const votesIn = async ({ table }: Firm): Promise<number> =>
      (await everything(table)).filter(({ type }) => type === 'vote').length;

    it('a vote that comes first is stored, and the idea cannot be withdrawn', async () => {
      const firm = await months({ ballot });
      const idea = await firm.handIn();
      await firm.until(AT.opens);
      const call = firm.afterReading(() => firm.vote('C2', idea));
      expect(await call(withdrawIdea, about('E1', idea))).toMatchObject({
        status: 409,
        body: { code: 'ballot-has-votes' },
      });
      expect([(await firm.stored(idea)).status, await votesIn(firm)]).toEqual(['on-agenda', 1]);
    });

    it('a withdrawal that comes first is stored, and the vote is refused', async () => {
      const firm = await months({ ballot });
      const idea = await firm.handIn();
      await firm.until(AT.opens);
      const call = firm.afterReading(() => firm.on(withdrawIdea, 'E1', idea));
      expect(await call(castVote, about('C2', idea, { choice: 'approve' }))).toMatchObject({
        status: 409,
        body: { code: 'changed-meanwhile' },
      });
      expect([(await firm.stored(idea)).status, await votesIn(firm)]).toEqual(['withdrawn', 0]);
      expect((await firm.vote('C2', idea)).status).toBe(404);
    });

    it('a vote that comes as soon as the ballots open is stored as well', async () => {
      const firm = await months({ ballot });
      const idea = await firm.handIn();
      await firm.on(scheduleIdea, 'S1', idea);
      firm.clock.set(AT.opens);
      const call = firm.afterReading(async () => {
        await firm.run();
        await firm.vote('C2', idea);
      });
      expect(await call(withdrawIdea, about('E1', idea))).toMatchObject({
        status: 409,
        body: { code: 'ballot-has-votes' },
      });
      expect([(await firm.stored(idea)).status, await votesIn(firm)]).toEqual(['on-agenda', 1]);
    });

    it('never both succeed', async () => {
      const firm = await months({ ballot });
      const ideas: string[] = [];
      for (let number = 0; number < 12; number += 1)
        ideas.push(await firm.handIn('E1', { title: `第 ${number} 条` }));
      await firm.until(AT.opens);
      for (const idea of ideas) {
        const answers = await Promise.all([
          firm.vote('C1', idea),
          firm.on(withdrawIdea, 'E1', idea),
          firm.vote('C2', idea),
        ]);
        const [first, gone, second] = answers.map(({ status }) => status);
        const { status } = await firm.stored(idea);
        expect(status).toBe(gone === 200 ? 'withdrawn' : 'on-agenda');
        const refused = (vote: number | undefined) => vote === 404 || vote === 409;
        if (gone === 200) expect([first, second].every(refused)).toBe(true);
        else expect([first, second]).toEqual([200, 200]);
        const votes = (await everything(firm.table)).filter(
          ({ type, ideaId }) => type === 'vote' && ideaId === idea,
        );
        expect(votes).toHaveLength(gone === 200 ? 0 : 2);
      }
    });
  },
);

it('a repeated submission with a key is answered as before even after a revision and a withdrawal', async () => {
  const firm = await months();
  const request = { as: 'E1', headers: { 'idempotency-key': 'k-1' }, body: SLIP };
  const first = await firm.call<{ id: string }>(submitIdea, request);
  const idea = first.body.id;
  await firm.on(returnIdea, 'S1', idea, NOTE);
  await firm.on(reviseIdea, 'E1', idea, { ...BETTER, title: '另一个标题' }, 2);
  expect(await firm.call(submitIdea, request)).toMatchObject({ status: 201, text: first.text });
  await firm.on(withdrawIdea, 'E1', idea);
  expect(await firm.call(submitIdea, request)).toMatchObject({ status: 201, text: first.text });
});
