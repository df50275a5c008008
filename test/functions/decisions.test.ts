/**
 * Decisions through the API: the reply to the author, reopening until publication, and its effect
 * on ballot, history and numbers.
 */
import { describe, expect, it, onTestFinished } from 'vitest';
import { decideIdea, reopenIdea, replyToIdea } from '../../shared/contract/routes/deliberation.ts';
import { assignIdea } from '../../shared/contract/routes/implementation.ts';
import { getBulletin, verifyBulletin } from '../../shared/contract/routes/numbers.ts';
import { withdrawIdea } from '../../shared/contract/routes/screening.ts';
import { NOVEMBER, OCTOBER } from '../store/sample-facts.ts';
import { watched } from '../store/watched-table.ts';
import {
  about,
  answerLostAt,
  brokenFrom,
  type Firm,
  months,
  NEXT,
  onceAt,
  streamOf,
} from './months.ts';
import { AT } from './small-firm.ts';

const REPLY = { reply: '已列入明年一季度技改计划，感谢您的建议。' };
const AGAIN = { reason: '票数记录有误' };

/** A voting firm with an adopted idea. */
async function adopted(): Promise<Firm & { idea: string }> {
  const firm = await months();
  const idea = await firm.handIn();
  await firm.until(AT.opens);
  await firm.adopt(idea);
  return { ...firm, idea };
}

const reopen = ({ on }: Pick<Firm, 'on'>, idea: string, as = 'C1', version?: number) =>
  on(reopenIdea, as, idea, AGAIN, version);

describe('the official reply', () => {
  it('comes with the decision or later, from chair or secretary, and stays with its decision', async () => {
    const firm = await adopted();
    const late = await firm.handIn('E2', { title: '另一条建议' });
    for (const elector of ['C1', 'C2', 'C3']) await firm.vote(elector, late, 'oppose');
    await firm.decide(late, 'declined', { reason: '投入太大', ...REPLY });
    expect(await firm.read(late)).toMatchObject({ decision: { reason: '投入太大', ...REPLY } });

    const first = await firm.on(replyToIdea, 'S1', firm.idea, REPLY, 3);
    expect(first).toMatchObject({
      status: 200,
      body: { status: 'adopted', decision: REPLY, version: 4 },
    });
    expect((await firm.on(replyToIdea, 'S1', firm.idea, REPLY, 3)).text).toBe(first.text);
    expect((await firm.on(replyToIdea, 'S1', firm.idea, { reply: '改为二季度' }, 3)).status).toBe(
      412,
    );
    expect((await firm.on(replyToIdea, 'C1', firm.idea, { reply: '改为二季度' })).status).toBe(200);
    expect(await firm.read(firm.idea, 'E2')).toMatchObject({
      decision: { reply: '改为二季度' },
      history: [
        {},
        {},
        { act: 'adopt' },
        { act: 'reply', ...REPLY },
        { act: 'reply', reply: '改为二季度' },
      ],
    });
    await firm.on(assignIdea, 'S1', firm.idea, { owner: 'E2', due: '2026-12-31' });
    expect((await firm.on(replyToIdea, 'C1', firm.idea, REPLY)).body).toMatchObject({
      status: 'implementing',
      decision: REPLY,
      implementation: { owner: 'E2' },
    });

    await firm.until(AT.publishes);
    const { body } = await firm.call(getBulletin, { as: 'E1', path: { round: OCTOBER } });
    expect(body).toMatchObject({
      items: [
        { id: firm.idea, status: 'implementing', ...REPLY },
        { id: late, status: 'declined', ...REPLY },
      ],
    });
  });

  it('is for nobody else, and not before there is a decision', async () => {
    const firm = await adopted();
    for (const as of ['E1', 'C2', 'M1'])
      expect((await firm.on(replyToIdea, as, firm.idea, REPLY)).status).toBe(403);
    for (const body of [{}, { reply: ' ' }, { reply: 'x'.repeat(2001) }])
      expect((await firm.on(replyToIdea, 'C1', firm.idea, body)).status).toBe(400);
    const open = await firm.handIn('E2');
    expect(await firm.on(replyToIdea, 'C1', open, REPLY)).toMatchObject({
      status: 409,
      body: { code: 'wrong-state' },
    });
  });
});

describe('a decision reopened while its round deliberates', () => {
  it('returns the idea to its ballot, with its votes, and is decided again', async () => {
    const { idea, ...firm } = await adopted();
    expect(await firm.numberOf(idea)).toBe(1);
    const first = await reopen(firm, idea, 'C1', 3);
    expect(first).toMatchObject({
      status: 200,
      body: { status: 'on-agenda', agendaRound: OCTOBER, carriedOver: false, version: 4 },
    });
    expect(first.body).not.toHaveProperty('decision');
    expect((await reopen(firm, idea, 'C1', 3)).text).toBe(first.text);
    expect(await firm.numberOf(idea)).toBe(1);
    expect((await firm.read(idea, 'C2')).ballot).toMatchObject({
      state: 'open',
      myVote: 'approve',
      tally: { approve: 3, oppose: 0, abstain: 0 },
    });
    expect(await firm.on(withdrawIdea, 'E1', idea)).toMatchObject({
      body: { code: 'ballot-has-votes' },
    });

    for (const elector of ['C2', 'C3']) await firm.vote(elector, idea, 'oppose');
    expect(await firm.decide(idea, 'adopted')).toMatchObject({
      body: { code: 'against-the-ballot' },
    });
    expect((await firm.decide(idea, 'declined', { reason: '重新计票' })).status).toBe(200);
    expect((await firm.read(idea)).history.slice(2)).toMatchObject([
      { act: 'adopt', from: 'on-agenda', to: 'adopted', by: { id: 'C1' } },
      { act: 'reopen', from: 'adopted', to: 'on-agenda', ...AGAIN },
      { act: 'decline', to: 'declined', reason: '重新计票' },
    ]);
    expect((await firm.stored(idea)).history[2]).toMatchObject({
      result: { tally: { approve: 3, oppose: 0, abstain: 0 } },
    });
  });

  it('is otherwise decided by the votes when the ballots close', async () => {
    const { idea, ...firm } = await adopted();
    await reopen(firm, idea);
    await firm.until(AT.closes);
    expect(await firm.stored(idea)).toMatchObject({
      status: 'adopted',
      decision: { by: { kind: 'cycle' }, round: OCTOBER, result: { tally: { approve: 3 } } },
    });
  });

  it('may be a deferral: the idea comes back from the next agenda', async () => {
    const firm = await months();
    const idea = await firm.handIn();
    await firm.until(AT.opens);
    await firm.vote('C2', idea);
    await firm.decide(idea, 'deferred', { reason: '需要论证' });
    expect(await firm.numberOf(idea, NOVEMBER)).toBe(1);
    expect((await reopen(firm, idea)).body).toMatchObject({
      status: 'on-agenda',
      agendaRound: OCTOBER,
    });
    expect([await firm.numberOf(idea), await firm.numberOf(idea, NOVEMBER)]).toEqual([
      1,
      undefined,
    ]);
    expect((await firm.vote('C3', idea)).body).toMatchObject({ tally: { approve: 2 } });
  });

  it('is reopened by the chair only, with a reason, and only if it exists', async () => {
    const { idea, ...firm } = await adopted();
    for (const as of ['E1', 'S1', 'C2', 'M1'])
      expect((await reopen(firm, idea, as)).status).toBe(403);
    for (const body of [{}, { reason: '' }])
      expect((await firm.on(reopenIdea, 'C1', idea, body)).status).toBe(400);
    expect((await reopen(firm, idea, 'C1', 2)).status).toBe(412);
    const open = await firm.handIn('E2');
    expect(await reopen(firm, open)).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
    await firm.on(assignIdea, 'S1', idea, { owner: 'E2', due: '2026-12-31' });
    expect(await reopen(firm, idea)).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
  });

  it('is stored whole or not at all', async () => {
    const { idea, ...firm } = await adopted();
    const before = await firm.stored(idea);
    expect((await firm.watching(brokenFrom(1))(reopenIdea, about('C1', idea, AGAIN))).status).toBe(
      500,
    );
    expect(await firm.stored(idea)).toEqual(before);
    expect(
      (await firm.watching(answerLostAt(1))(reopenIdea, about('C1', idea, AGAIN))).status,
    ).toBe(500);
    expect((await reopen(firm, idea)).status).toBe(200);
    expect((await firm.stored(idea)).version).toBe(before.version + 1);
  });
});

describe('a decision reopened after the ballots have closed', () => {
  it.each([
    ['before the calendar has closed them', false],
    ['once it has', true],
  ])('%s brings the idea before the next committee, with a ballot of its own', async (_, ran) => {
    const { idea, ...firm } = await adopted();
    if (ran) await firm.until(AT.closes);
    else firm.clock.set(AT.closes);
    expect(await reopen(firm, idea)).toMatchObject({
      status: 200,
      body: { status: 'on-agenda', round: OCTOBER, agendaRound: NOVEMBER, carriedOver: true },
    });
    await firm.until(AT.publishes);
    const { body } = await firm.call(getBulletin, { as: 'E1', path: { round: OCTOBER } });
    expect(body).toMatchObject({
      statistics: { total: { submitted: 1, adopted: 0, decided: 0 } },
      items: [{ id: idea, status: 'on-agenda' }],
    });
    await firm.until(NEXT.opens);
    expect((await firm.read(idea, 'C2')).ballot).toMatchObject({ state: 'open', myVote: null });
    expect(await firm.decide(idea, 'adopted')).toMatchObject({ body: { code: 'no-quorum' } });
    await firm.adopt(idea);
    expect((await firm.stored(idea)).history.map(({ act }) => act)).toEqual([
      'submit',
      'list',
      'adopt',
      'reopen',
      'adopt',
    ]);
    const verification = await firm.call(verifyBulletin, { as: 'M1', path: { round: OCTOBER } });
    expect(verification.body).toMatchObject({ agrees: true, discrepancies: [] });
  });

  it('is refused once the round is published', async () => {
    const { idea, ...firm } = await adopted();
    await firm.until(AT.publishes);
    expect(await reopen(firm, idea)).toMatchObject({
      status: 409,
      body: { code: 'round-published', detail: expect.stringContaining(OCTOBER) },
    });
    expect((await firm.stored(idea)).status).toBe('adopted');
  });

  it('is refused from the moment the bulletin is being made, wherever that stops', async () => {
    for (let write = 2; ; write += 1) {
      const { idea, ...firm } = await adopted();
      await firm.until(AT.closes);
      firm.clock.set(AT.publishes);
      const broken = await firm
        .runOn(watched(firm.table, brokenFrom(write)))()
        .then(
          () => false,
          () => true,
        );
      expect(await reopen(firm, idea), `write ${write}`).toMatchObject({
        status: 409,
        body: { code: 'round-published' },
      });
      await firm.run();
      const { body } = await firm.call(getBulletin, { as: 'E1', path: { round: OCTOBER } });
      expect(body).toMatchObject({ statistics: { total: { adopted: 1 } } });
      if (!broken) {
        expect(write).toBeGreaterThan(3);
        return;
      }
    }
  });

  it('is refused if the bulletin was made between reading and storing', async () => {
    const { idea, ...firm } = await adopted();
    await firm.until(AT.closes);
    firm.clock.set(AT.publishes);
    const call = firm.afterReading(() => firm.run());
    expect(await call(reopenIdea, about('C1', idea, AGAIN))).toMatchObject({
      status: 409,
      body: { code: 'round-published' },
    });
    expect((await firm.stored(idea)).status).toBe('adopted');
  });

  it('is in the bulletin if it was stored before the bulletin was begun', async () => {
    const { idea, ...firm } = await adopted();
    await firm.until(AT.closes);
    firm.clock.set(AT.publishes);
    const first = async (): Promise<void> => {
      expect((await reopen(firm, idea)).status).toBe(200);
    };
    await firm.runOn(watched(firm.table, { before: onceAt(1, first) }))();
    const { body } = await firm.call(getBulletin, { as: 'E1', path: { round: OCTOBER } });
    expect(body).toMatchObject({
      statistics: { total: { submitted: 1, adopted: 0 } },
      items: [{ id: idea, status: 'on-agenda' }],
    });
    const verification = await firm.call(verifyBulletin, { as: 'M1', path: { round: OCTOBER } });
    expect(verification.body).toMatchObject({ agrees: true });
  });

  it('does not bypass the ballots if they close between reading and storing', async () => {
    const { idea, ...firm } = await adopted();
    const call = firm.afterReading(() => firm.until(AT.closes));
    const answer = await call(reopenIdea, about('C1', idea, AGAIN));
    // It was signed while they were open; it is stored with its later effect.
    expect(answer).toMatchObject({
      status: 200,
      body: { status: 'on-agenda', agendaRound: NOVEMBER },
    });
  });
});

it('the number of adopted ideas follows each decision, down and up', async () => {
  const firm = await months();
  const stream = streamOf(firm.table);
  onTestFinished(stream.stop);
  const [idea, other] = [await firm.handIn(), await firm.handIn('E2')];
  await firm.until(AT.opens);
  const numbers = async (): Promise<unknown[]> => {
    await stream.settle();
    const { submitted, adopted, declined, decided, adoptionRate } = await firm.numbers();
    return [submitted, adopted, declined, decided, (adoptionRate as { value: number }).value];
  };
  await firm.adopt(idea);
  await firm.adopt(other);
  expect(await numbers()).toEqual([2, 2, 0, 2, 1]);
  await reopen(firm, idea);
  expect(await numbers()).toEqual([2, 1, 0, 1, 0.5]);
  for (const elector of ['C1', 'C2', 'C3']) await firm.vote(elector, idea, 'oppose');
  await firm.decide(idea, 'declined', { reason: '重新计票' });
  expect(await numbers()).toEqual([2, 1, 1, 2, 0.5]);
  await reopen(firm, idea);
  await firm.adopt(idea);
  expect(await numbers()).toEqual([2, 2, 0, 2, 1]);
});

it('two chairs who decide at once get the same answer or a reason, and one decision is stored', async () => {
  const { idea, ...firm } = await adopted();
  for (let turn = 0; turn < 6; turn += 1) {
    const [back, again] = await Promise.all([
      reopen(firm, idea),
      firm.call(decideIdea, about('C1', idea, { outcome: 'adopted', ...REPLY })),
    ]);
    for (const { status } of [back, again]) expect([200, 409]).toContain(status);
    const { status, version, history } = await firm.stored(idea);
    expect(version).toBe(history.length);
    expect(['on-agenda', 'adopted']).toContain(status);
    if (status === 'on-agenda') expect((await firm.decide(idea, 'adopted')).status).toBe(200);
  }
});
