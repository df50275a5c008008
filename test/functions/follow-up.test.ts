/**
 * What follows a decision, through the API: ratings, appeals and their answers, excellent ideas, and
 * the queue of unanswered ones.
 */
import { describe, expect, it, onTestFinished } from 'vitest';
import { putLimits } from '../../shared/contract/routes/administration.ts';
import { decideIdea, reopenIdea, replyToIdea } from '../../shared/contract/routes/deliberation.ts';
import { exportIdeas } from '../../shared/contract/routes/export.ts';
import {
  answerAppeal,
  appealDecision,
  appealUnnamedDecision,
  listUnanswered,
  nameExcellent,
  rateOutcome,
  rateUnnamedOutcome,
  unnameExcellent,
} from '../../shared/contract/routes/follow-up.ts';
import { submitIdea } from '../../shared/contract/routes/ideas.ts';
import {
  acceptIdea,
  assignIdea,
  completeIdea,
} from '../../shared/contract/routes/implementation.ts';
import { getBulletin, verifyBulletin } from '../../shared/contract/routes/numbers.ts';
import { dismissIdeas } from '../../shared/contract/routes/screening.ts';
import { claimUnnamedIdea } from '../../shared/contract/routes/unnamed.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import { DEFAULT_LIMITS } from '../../shared/domain/organization/limits.ts';
import { HUATAI, NOVEMBER, newMember, OCTOBER } from '../store/sample-facts.ts';
import { about, answerLostAt, type Firm, months, NEXT, streamOf } from './months.ts';
import { AT, SLIP } from './small-firm.ts';

const WHY = { text: '试用三个月的数据当时还没有出来，现在有了。' };
const UPHELD = { outcome: 'upheld', reply: '数据确有新意，请评委会重新表决。' };
const REJECTED = { outcome: 'rejected', reply: '所说的数据表决时已经讨论过。' };
/** October's bulletin came out on the 19th; with 15 days, the 3rd of November is the last. */
const LAST_MOMENT = '2026-11-03T15:59:59.999Z';
const TOO_LATE = '2026-11-03T16:00:00.000Z';
const LATER = '2026-10-25T02:00:00.000Z';

/** A firm with an idea of E1 that the ballot declined and October's bulletin shows. */
async function declined(
  options: Parameters<typeof months>[0] = {},
): Promise<Firm & { idea: string }> {
  const firm = await months(options);
  const idea = await firm.handIn();
  await firm.until(AT.opens);
  for (const elector of ['C1', 'C2', 'C3']) await firm.vote(elector, idea, 'oppose');
  await firm.until(AT.closes);
  await firm.until(AT.publishes);
  firm.clock.set(LATER);
  return { ...firm, idea };
}

const appeal = (firm: Firm, idea: string, as = 'E1', body: object = WHY) =>
  firm.on(appealDecision, as, idea, body);
const answerTo = (firm: Firm, idea: string, body: object, as = 'C1') =>
  firm.on(answerAppeal, as, idea, body);
const waiting = async (firm: Firm, query: Record<string, string> = {}, as = 'S1') =>
  (
    await firm.call<{ items: { id: string; days: number }[]; nextCursor?: string }>(
      listUnanswered,
      {
        as,
        query,
      },
    )
  ).body;
const idsOf = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id);

describe('a decision as the ballot says', () => {
  it('has a code as its reason, in the idea, its history, the bulletin and the file', async () => {
    const firm = await months();
    const [against, few] = [await firm.handIn(), await firm.handIn('E2')];
    await firm.until(AT.opens);
    for (const elector of ['C1', 'C2', 'C3']) await firm.vote(elector, against, 'oppose');
    await firm.until(AT.closes);
    await firm.until(AT.publishes);
    const reasons = [
      [against, 'declined', 'not-approved'],
      [few, 'deferred', 'no-quorum'],
    ] as const;
    for (const [idea, status, reasonCode] of reasons) {
      const read = await firm.read(idea);
      expect(read).toMatchObject({ status, decision: { reasonCode } });
      expect(read).not.toHaveProperty('decision.reason');
      expect(read.history.at(-1)).toMatchObject({ reasonCode });
      expect(read.history.at(-1)).not.toHaveProperty('reason');
    }
    const { body } = await firm.call(getBulletin, { as: 'E1', path: { round: OCTOBER } });
    const items = reasons.map(([id, , reasonCode]) => expect.objectContaining({ id, reasonCode }));
    expect(body).toMatchObject({ items: expect.arrayContaining(items) });
    expect(await firm.call(verifyBulletin, { as: 'M1', path: { round: OCTOBER } })).toMatchObject({
      body: { agrees: true },
    });
    const file = async (language: string) =>
      (
        await firm.call(exportIdeas, {
          as: 'S1',
          path: { round: OCTOBER },
          headers: { 'accept-language': language },
        })
      ).text;
    expect(await file('zh')).toContain('未达到法定票数');
    expect(await file('en')).toContain('No quorum');
    expect(await file('en')).not.toContain('未达到法定票数');
  });

  it('by the chair has the same code, or their own reason in its place', async () => {
    const firm = await months();
    const [ruled, written] = [await firm.handIn(), await firm.handIn('E2')];
    await firm.until(AT.opens);
    for (const idea of [ruled, written])
      for (const elector of ['C1', 'C2', 'C3']) await firm.vote(elector, idea, 'oppose');
    const asBalloted = { outcome: 'as-balloted' };
    const first = await firm.on(decideIdea, 'C1', ruled, asBalloted);
    expect(first.body).toMatchObject({ decision: { reasonCode: 'not-approved' } });
    expect((await firm.on(decideIdea, 'C1', ruled, asBalloted)).text).toBe(first.text);
    const own = { ...asBalloted, reason: '投入太大' };
    expect((await firm.on(decideIdea, 'C1', ruled, own)).status).toBe(409);
    const said = (await firm.on(decideIdea, 'C1', written, own)).body;
    expect(said).toMatchObject({ decision: { reason: '投入太大' } });
    expect(said).not.toHaveProperty('decision.reasonCode');
  });
});

describe('a rating of the outcome', () => {
  it('is said once, when the decision is published', async () => {
    const firm = await months();
    const idea = await firm.handIn();
    await firm.until(AT.opens);
    await firm.adopt(idea);
    const rate = (as: string, body: object) => firm.on(rateOutcome, as, idea, body);
    const content = { satisfaction: 'satisfied', word: '很快就办了' };
    await firm.until(AT.closes);
    expect(await rate('E1', content)).toMatchObject({
      status: 409,
      body: { code: 'decision-not-published' },
    });
    await firm.until(AT.publishes);
    expect((await rate('E2', content)).body).toMatchObject({ code: 'not-the-author' });
    expect((await rate('E1', { satisfaction: 'delighted' })).status).toBe(400);
    const lost = firm.watching(answerLostAt(1));
    expect((await lost(rateOutcome, about('E1', idea, content))).status).toBe(500);
    expect((await rate('E1', content)).status).toBe(200);
    await firm.on(replyToIdea, 'S1', idea, { reply: '已排入计划' });
    expect((await rate('E1', content)).status).toBe(200);
    for (const other of [{ satisfaction: 'neutral' }, { satisfaction: 'satisfied' }])
      expect((await rate('E1', other)).body).toMatchObject({ code: 'already-rated' });
    const entries = (await firm.stored(idea)).history.filter(({ act }) => act === 'rate-outcome');
    expect(entries).toHaveLength(1);
  });

  it('comes before publication where the work is accepted, and stays with the idea', async () => {
    const firm = await months();
    const idea = await firm.handIn();
    await firm.until(AT.opens);
    await firm.adopt(idea);
    await firm.on(assignIdea, 'S1', idea, { owner: 'E2', due: '2026-12-31' });
    await firm.on(completeIdea, 'E2', idea, { done: '已安装', claimedBenefit: 100 });
    const rate = () => firm.on(rateOutcome, 'E1', idea, { satisfaction: 'neutral' });
    expect((await rate()).status).toBe(409);
    await firm.on(acceptIdea, 'M1', idea, { verifiedBenefit: 90 });
    expect((await rate()).status).toBe(200);
    expect(await firm.stored(idea)).toMatchObject({
      status: 'accepted',
      decision: { rating: { satisfaction: 'neutral' } },
    });
  });

  it('is for the author, chair, secretary and managers alone to see', async () => {
    const firm = await declined({ more: [newMember('A1', ['administrator'])] });
    const said = { satisfaction: 'dissatisfied', word: '没有人来看过现场' };
    await firm.on(rateOutcome, 'E1', firm.idea, said);
    for (const as of ['E1', 'C1', 'S1', 'M1'])
      expect(await firm.read(firm.idea, as)).toMatchObject({ rating: said });
    for (const as of ['E2', 'C2', 'A1']) {
      const seen = JSON.stringify(await firm.read(firm.idea, as));
      expect(seen).not.toContain(said.word);
      expect(seen).not.toContain(said.satisfaction);
    }
  });
});

describe('an appeal', () => {
  it('upheld leads to the next round’s agenda and a new ballot; the bulletin stays as it was', async () => {
    const firm = await declined();
    const { idea } = firm;
    const stream = streamOf(firm.table);
    onTestFinished(stream.stop);
    const bulletin = () => firm.call(getBulletin, { as: 'E1', path: { round: OCTOBER } });
    const before = (await bulletin()).text;
    await stream.settle();
    expect(await firm.numbers()).toMatchObject({ submitted: 1, declined: 1, undecided: 0 });

    expect((await appeal(firm, idea)).body).toMatchObject({
      status: 'declined',
      appeal: { at: LATER },
    });
    expect((await firm.on(reopenIdea, 'C1', idea, { reason: '收回' })).body).toMatchObject({
      code: 'round-published',
    });
    expect((await answerTo(firm, idea, UPHELD)).body).toMatchObject({
      status: 'on-agenda',
      round: OCTOBER,
      agendaRound: NOVEMBER,
      carriedOver: true,
    });
    expect((await answerTo(firm, idea, UPHELD)).status).toBe(200);
    expect((await answerTo(firm, idea, REJECTED)).body).toMatchObject({ code: 'wrong-state' });
    await stream.settle();
    expect(await firm.numbers()).toMatchObject({ submitted: 1, declined: 0, undecided: 1 });
    expect((await bulletin()).text).toBe(before);

    await firm.until(NEXT.opens);
    expect((await firm.read(idea, 'C2')).ballot).toMatchObject({ state: 'open', myVote: null });
    await firm.adopt(idea);
    await firm.until(NEXT.closes);
    await firm.until(NEXT.publishes);
    await stream.settle();
    expect(await firm.numbers()).toMatchObject({ submitted: 1, adopted: 1, declined: 0 });
    expect((await bulletin()).text).toBe(before);
    for (const round of [OCTOBER, NOVEMBER])
      expect((await firm.call(verifyBulletin, { as: 'M1', path: { round } })).body).toMatchObject({
        agrees: true,
      });
    expect((await firm.read(idea)).history.map(({ act }) => act)).toEqual([
      'submit',
      'list',
      'decline',
      'appeal',
      'answer-appeal',
      'adopt',
    ]);
  });

  it('rejected leaves the decision; there is no second one, not even after a new ballot', async () => {
    const firm = await declined();
    const { idea } = firm;
    await appeal(firm, idea);
    expect((await appeal(firm, idea)).status).toBe(200);
    expect((await appeal(firm, idea, 'E1', { text: '另有理由' })).body).toMatchObject({
      code: 'already-appealed',
    });
    const first = await answerTo(firm, idea, REJECTED);
    expect(first.body).toMatchObject({ status: 'declined', appeal: { rejectedAt: LATER } });
    expect((await answerTo(firm, idea, REJECTED)).text).toBe(first.text);
    expect((await answerTo(firm, idea, UPHELD)).body).toMatchObject({ code: 'appeal-answered' });
    expect((await firm.read(idea)).history.slice(-2)).toMatchObject([
      { act: 'appeal', ...WHY, by: { id: 'E1' } },
      { act: 'answer-appeal', ...REJECTED, by: { id: 'C1' } },
    ]);

    const again = await declined();
    await appeal(again, again.idea);
    await answerTo(again, again.idea, UPHELD);
    await again.until(NEXT.opens);
    for (const elector of ['C1', 'C2', 'C3']) await again.vote(elector, again.idea, 'oppose');
    await again.until(NEXT.closes);
    await again.until(NEXT.publishes);
    for (const body of [WHY, { text: '另有理由' }])
      expect((await appeal(again, again.idea, 'E1', body)).body).toMatchObject({
        code: 'already-appealed',
      });
  });

  it('is possible from publication to the very end of the last day', async () => {
    const firm = await months({ more: [newMember('A1', ['administrator'])] });
    const [idea, other] = [await firm.handIn(), await firm.handIn()];
    await firm.until(AT.opens);
    for (const one of [idea, other])
      for (const elector of ['C1', 'C2', 'C3']) await firm.vote(elector, one, 'oppose');
    await firm.until(AT.closes);
    expect((await appeal(firm, idea)).body).toMatchObject({ code: 'decision-not-published' });
    await firm.until(AT.publishes);
    firm.clock.set(LAST_MOMENT);
    expect((await appeal(firm, idea)).status).toBe(200);
    firm.clock.set(TOO_LATE);
    expect(await appeal(firm, other)).toMatchObject({
      status: 409,
      body: { code: 'appeal-too-late', detail: expect.stringContaining('2026-11-03') },
    });
    const body = { ...DEFAULT_LIMITS, appealDays: 16 };
    expect((await firm.call(putLimits, { as: 'A1', body })).body).toMatchObject({ appealDays: 16 });
    expect((await appeal(firm, other)).status).toBe(200);
    for (const appealDays of [0, 91, 1.5])
      expect(
        (await firm.call(putLimits, { as: 'A1', body: { ...DEFAULT_LIMITS, appealDays } })).status,
      ).toBe(400);
  });

  it('is the author’s, of a declined idea, also of one that was never before the committee', async () => {
    const firm = await months();
    const idea = await firm.handIn();
    const body = { ideas: [idea], reason: '同一内容重复提交' };
    await firm.call(dismissIdeas, { as: 'S1', body });
    for (const moment of [AT.opens, AT.closes, AT.publishes]) await firm.until(moment);
    for (const as of ['E2', 'S1', 'C1'])
      expect((await appeal(firm, idea, as)).body).toMatchObject({ code: 'not-the-author' });
    expect((await appeal(firm, idea)).status).toBe(200);
    expect((await answerTo(firm, idea, UPHELD)).body).toMatchObject({ agendaRound: NOVEMBER });

    const open = await firm.handIn();
    expect((await appeal(firm, open)).body).toMatchObject({ code: 'wrong-state' });
    expect((await answerTo(firm, open, UPHELD)).body).toMatchObject({ code: 'wrong-state' });
  });

  it('upheld during a deliberation waits for the round after it', async () => {
    const firm = await declined();
    firm.clock.set(LAST_MOMENT);
    await appeal(firm, firm.idea);
    await firm.until(NEXT.voting);
    expect((await answerTo(firm, firm.idea, UPHELD)).body).toMatchObject({
      status: 'on-agenda',
      agendaRound: '2026-12',
    });
  });

  it('is answered by a chair who is no author of it', async () => {
    const second = newMember('C9', ['chair'], HUATAI, '财务部');
    const firm = await months({ more: [second] });
    const idea = await firm.handIn('C1');
    await firm.until(AT.opens);
    for (const elector of ['C2', 'C3', 'C9']) await firm.vote(elector, idea, 'oppose');
    await firm.until(AT.closes);
    await firm.until(AT.publishes);
    expect((await answerTo(firm, idea, UPHELD, 'C9')).body).toMatchObject({ code: 'no-appeal' });
    await appeal(firm, idea, 'C1');
    expect(await answerTo(firm, idea, UPHELD)).toMatchObject({
      status: 422,
      body: { code: 'own-appeal' },
    });
    for (const as of ['S1', 'C2', 'M1', 'E1'])
      expect((await answerTo(firm, idea, UPHELD, as)).status).toBe(403);
    expect((await answerTo(firm, idea, REJECTED, 'C9')).status).toBe(200);
  });

  it('has one answer when two chairs answer at once', async () => {
    const second = newMember('C9', ['chair'], HUATAI, '财务部');
    const firm = await declined({ more: [second] });
    await appeal(firm, firm.idea);
    const call = firm.afterReading(() => answerTo(firm, firm.idea, UPHELD, 'C9'));
    expect(await call(answerAppeal, about('C1', firm.idea, REJECTED))).toMatchObject({
      status: 409,
      body: { code: 'wrong-state' },
    });
    expect((await firm.stored(firm.idea)).status).toBe('on-agenda');
  });

  it('of an unnamed idea is made with its claim code, and so is a rating', async () => {
    const firm = await months();
    const { body: made } = await firm.call<{ id: string; claimCode: string }>(submitIdea, {
      as: 'E2',
      body: { ...SLIP, unnamed: true },
    });
    const { id: idea, claimCode: code } = made;
    await firm.until(AT.opens);
    for (const elector of ['C1', 'C2', 'C3']) await firm.vote(elector, idea, 'oppose');
    await firm.until(AT.closes);
    await firm.until(AT.publishes);
    firm.clock.set(LATER);
    const wrong = { code: '2610-0000-0000-0000-0000-0000', ...WHY };
    expect((await firm.call(appealUnnamedDecision, { as: 'E2', body: wrong })).status).toBe(404);
    const appealed = await firm.call(appealUnnamedDecision, { as: 'E2', body: { code, ...WHY } });
    expect(appealed.body).toMatchObject({ appeal: { at: '2026-10-24T16:00:00.000Z' } });
    const rating = { code, satisfaction: 'dissatisfied' };
    expect((await firm.call(rateUnnamedOutcome, { as: 'E2', body: rating })).status).toBe(200);
    expect((await firm.stored(idea)).history.slice(-2)).toMatchObject([
      { act: 'appeal', by: { kind: 'unnamed' } },
      { act: 'rate-outcome', by: { kind: 'unnamed' } },
    ]);
    await firm.call(claimUnnamedIdea, { as: 'E2', body: { code } });
    expect(
      (await firm.call(appealUnnamedDecision, { as: 'E2', body: { code, ...WHY } })).status,
    ).toBe(404);
  });
});

describe('an excellent idea', () => {
  it('is named by a chair who is no author, and can be unnamed', async () => {
    const firm = await months();
    const [idea, own] = [await firm.handIn(), await firm.handIn('C1')];
    await firm.until(AT.opens);
    const name = (of: string, as = 'C1') => firm.on(nameExcellent, as, of);
    expect((await name(idea)).body).toMatchObject({ code: 'wrong-state' });
    await firm.adopt(idea);
    for (const elector of ['C2', 'C3']) await firm.vote(elector, own);
    await firm.decide(own, 'adopted');
    for (const as of ['E1', 'S1', 'C2', 'M1']) expect((await name(idea, as)).status).toBe(403);
    expect((await name(own)).body).toMatchObject({ code: 'own-idea' });
    const first = await name(idea);
    expect(first.body).toMatchObject({ excellent: true });
    expect((await name(idea)).text).toBe(first.text);
    await firm.on(assignIdea, 'S1', idea, { owner: 'E2', due: '2026-12-31' });
    expect(await firm.read(idea, 'E2')).toMatchObject({ status: 'implementing', excellent: true });
    expect((await firm.on(unnameExcellent, 'C1', idea)).body).toMatchObject({ excellent: false });
    expect((await firm.on(unnameExcellent, 'C1', idea)).status).toBe(200);
    expect((await firm.read(idea)).history.map(({ act }) => act)).toEqual([
      'submit',
      'list',
      'adopt',
      'name-excellent',
      'assign',
      'unname-excellent',
    ]);
  });

  it('loses the honour with its decision', async () => {
    const firm = await months();
    const idea = await firm.handIn();
    await firm.until(AT.opens);
    await firm.adopt(idea);
    await firm.on(nameExcellent, 'C1', idea);
    await firm.on(reopenIdea, 'C1', idea, { reason: '票数有误' });
    await firm.decide(idea, 'adopted');
    expect(await firm.read(idea)).toMatchObject({ status: 'adopted', excellent: false });
  });
});

describe('the queue of unanswered ideas', () => {
  it('has the declined and deferred ones without a reply, oldest first, until they have one', async () => {
    const firm = await months();
    const ideas = [];
    for (const as of ['E1', 'E2', 'M1']) ideas.push(await firm.handIn(as));
    const [early, , late] = ideas as [string, string, string];
    await firm.until(AT.opens);
    for (const elector of ['C1', 'C2', 'C3']) await firm.vote(elector, early, 'oppose');
    await firm.decide(early, 'declined', { reason: '投入太大' });
    await firm.vote('C2', late);
    await firm.until(AT.voting);
    await firm.decide(late, 'deferred', { reason: '需要论证' });
    const answered = await firm.handIn('S1');
    for (const elector of ['C1', 'C2', 'C3']) await firm.vote(elector, answered, 'oppose');
    await firm.until(AT.closes);
    await firm.on(replyToIdea, 'S1', answered, { reply: '谢谢' });
    firm.clock.set(LATER);

    const all = await waiting(firm);
    expect(idsOf(all)).toEqual([early, late, ideas[1]]);
    expect(all.items.map(({ days }) => days)).toEqual([10, 8, 7]);
    expect(all.items[0]).toMatchObject({ waitsFor: 'reply', since: AT.opens, status: 'declined' });
    const first = await waiting(firm, { limit: '2' }, 'C1');
    expect(idsOf(first)).toEqual([early, late]);
    const rest = await waiting(firm, { limit: '2', cursor: first.nextCursor ?? '' }, 'C1');
    expect(idsOf(rest)).toEqual([ideas[1]]);
    expect(rest).not.toHaveProperty('nextCursor');
    await firm.on(replyToIdea, 'C1', early, { reply: '谢谢' });
    expect(idsOf(await waiting(firm))).toEqual([late, ideas[1]]);
    for (const as of ['E1', 'C2', 'M1'])
      expect((await firm.call(listUnanswered, { as })).status).toBe(403);
    await firm.until(NEXT.opens);
    expect(idsOf(await waiting(firm))).toEqual([]);
  });

  it('has open appeals by themselves, with their words; an answer is a reply', async () => {
    const firm = await declined();
    const { idea } = firm;
    const appeals = { waitsFor: 'appeal' };
    expect(idsOf(await waiting(firm, appeals, 'C1'))).toEqual([]);
    await appeal(firm, idea);
    expect(await waiting(firm, appeals, 'C1')).toMatchObject({
      items: [{ id: idea, days: 0, since: LATER, appealText: WHY.text }],
    });
    expect(idsOf(await waiting(firm))).toEqual([]);
    await answerTo(firm, idea, REJECTED);
    expect([...idsOf(await waiting(firm, appeals)), ...idsOf(await waiting(firm))]).toEqual([]);
    const { status, history }: Idea = await firm.stored(idea);
    expect([status, history.length]).toEqual(['declined', 5]);
  });
});
