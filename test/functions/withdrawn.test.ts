/**
 * A withdrawn idea is there for its authors alone: every route of the table is asked for it by
 * everybody else, so that a route that is added later is asked too.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { RouteId } from '../../shared/contract/addresses.ts';
import type { Route } from '../../shared/contract/route.ts';
import { writeComment } from '../../shared/contract/routes/comments.ts';
import { getIdea, listIdeas, listMyIdeas, submitIdea } from '../../shared/contract/routes/ideas.ts';
import { mergeIdea, unmergeIdea, withdrawIdea } from '../../shared/contract/routes/screening.ts';
import { ROUTES } from '../../shared/contract/routes/table.ts';
import { openUnnamedIdea, withdrawUnnamedIdea } from '../../shared/contract/routes/unnamed.ts';
import { HUATAI, newMember, OCTOBER } from '../store/sample-facts.ts';
import { type Firm, months } from './months.ts';
import { SLIP } from './small-firm.ts';

/** Found in every text of the withdrawn ideas and in their comment, and nowhere else. */
const MARK = '撤回暗号';
const OTHERS = ['E3', 'S1', 'C1', 'C2', 'M1', 'A1'];
const REASON = { reason: '说明' };

/** A body for each route about one idea that needs one. */
const BODIES: Partial<Record<RouteId, object>> = {
  reviseIdea: { ...SLIP },
  writeComment: { text: '也来说一句' },
  hideComment: REASON,
  returnIdea: REASON,
  castVote: { choice: 'approve' },
  decideIdea: { outcome: 'declined', ...REASON },
  reopenIdea: REASON,
  replyToIdea: { reply: '谢谢' },
  assignIdea: { owner: 'E3', due: '2026-12-31' },
  reportProgress: { progress: 50, note: '过半' },
  completeIdea: { done: '已装', claimedBenefit: 1 },
  sendBackIdea: REASON,
  acceptIdea: { verifiedBenefit: 1 },
  abandonIdea: REASON,
  correctSlip: { ...SLIP },
  takeBackSlip: REASON,
  rateOutcome: { satisfaction: 'neutral' },
  appealDecision: { text: '再议' },
  answerAppeal: { outcome: 'upheld', reply: '再议' },
  referIdea: {},
  giveOpinion: { text: '可以试试' },
  approveReward: { amount: 100, shares: [{ member: 'E1', fen: 100 }] },
};

/** A body for each route that is asked for many ideas at once. */
const BATCHES: Partial<Record<RouteId, (ideas: readonly string[]) => object>> = {
  dismissIdeas: ideas => ({ ideas, ...REASON }),
  scheduleIdeas: ideas => ({ ideas }),
  assignIdeas: ideas => ({ ideas, owner: 'E3', due: '2026-12-31' }),
  payRewards: ideas => ({ ideas }),
};

let firm: Firm;
/** Withdrawn: E1's own, with E2 as co-author; a slip that S1 typed for E1; and an unnamed one. */
let own: string;
let slip: string;
let unnamed: string;
let code: string;
/** An idea of E2's that was merged into the withdrawn one, and a plain idea of E3's. */
let merged: string;
let plain: string;
let comment: string;

beforeAll(async () => {
  firm = await months({
    more: [
      newMember('E3', ['employee'], HUATAI, '铸造车间'),
      newMember('A1', ['administrator'], HUATAI, '综合办公室'),
    ],
  });
  const marked = { title: MARK, problem: MARK, proposal: MARK };
  own = await firm.handIn('E1', marked);
  merged = await firm.handIn('E2');
  plain = await firm.handIn('E3');
  slip = await firm.handIn('S1', { ...marked, authorId: 'E1' });
  const submitted = await firm.call<{ id: string; claimCode: string }>(submitIdea, {
    as: 'E2',
    body: { ...SLIP, ...marked, unnamed: true },
  });
  unnamed = submitted.body.id;
  code = submitted.body.claimCode;
  ({ id: comment } = (await firm.on(writeComment, 'E3', own, { text: MARK })).body as {
    id: string;
  });
  await firm.on(mergeIdea, 'S1', merged, { into: own });
  for (const idea of [own, slip]) await firm.on(withdrawIdea, 'E1', idea);
  await firm.call(withdrawUnnamedIdea, { as: 'E2', body: { code } });
});

const parts = (idea: string) => ({ idea, comment, round: OCTOBER, member: 'E1' });
const ofOneIdea = (route: Route) => route.path.includes('{idea}');
const membersOnly = ROUTES.filter(({ access }) => access.who === 'members');
const reads = membersOnly.filter(route => route.method === 'GET' && !ofOneIdea(route));
const batches = membersOnly.filter(
  ({ body: { schema } }) =>
    schema instanceof z.ZodMiniObject && schema.shape.ideas instanceof z.ZodMiniArray,
);

describe('a withdrawn idea', () => {
  it.each(membersOnly.filter(ofOneIdea))('is not there by its number: $id', async route => {
    for (const idea of [own, slip, unnamed])
      for (const as of OTHERS) {
        const reply = await firm.call<{ code: string }>(route, {
          as,
          path: parts(idea),
          headers: { 'if-match': '"1"', 'idempotency-key': 'a-key-that-nobody-guesses' },
          body:
            route.id === 'mergeIdea' ? { into: plain } : BODIES[route.id as keyof typeof BODIES],
        });
        expect([reply.status, reply.body.code], as).toEqual(
          reply.status === 403 ? [403, 'role-required'] : [404, 'not-found'],
        );
        expect(reply.text).not.toContain(MARK);
      }
    expect((await firm.stored(own)).version).toBe(3);
  });

  it.each(reads)('is left out: $id', async route => {
    const query = { from: OCTOBER, to: OCTOBER };
    for (const as of OTHERS)
      for (const given of [{}, query]) {
        const { text } = await firm.call(route, { as, path: parts(own), query: given });
        for (const part of [MARK, slip, unnamed]) expect(text, as).not.toContain(part);
      }
  });

  it.each(batches)('is not there among many: $id', async route => {
    const body = BATCHES[route.id as keyof typeof BATCHES]?.([own, slip, unnamed]);
    if (!body) throw new Error('a route for many ideas without a body in this test');
    const asked = await Promise.all(OTHERS.map(as => firm.call(route, { as, body })));
    expect(asked.some(({ status }) => status === 200)).toBe(true);
    for (const { text, body } of asked) {
      expect(text).not.toContain(MARK);
      for (const one of (body as { ideas?: { problem?: { code: string } }[] }).ideas ?? [])
        expect(one.problem?.code).toBe('not-found');
    }
  });

  it('takes in no other, and lets those out that are in it', async () => {
    expect((await firm.on(mergeIdea, 'S1', plain, { into: own })).status).toBe(404);
    expect((await firm.on(mergeIdea, 'S1', plain, { into: merged })).status).toBe(404);
    const other = await months();
    const [a, b] = [await other.handIn('E1'), await other.handIn('E2')];
    await other.on(mergeIdea, 'S1', a, { into: b });
    await other.on(withdrawIdea, 'E2', b);
    expect((await other.on(unmergeIdea, 'S1', a)).body).toMatchObject({ status: 'submitted' });
  });

  it('stays with its author and co-author, and with whoever holds its claim code', async () => {
    for (const as of ['E1', 'E2'])
      expect((await firm.on(getIdea, as, own)).body, as).toMatchObject({
        status: 'withdrawn',
        title: MARK,
      });
    const listed = async (route: Route, as: string) =>
      (await firm.call<{ items: { id: string }[] }>(route, { as, path: { round: OCTOBER } })).body
        .items;
    const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id).toSorted();
    expect(ids(await listed(listIdeas, 'E1'))).toEqual([own, slip, merged, plain].toSorted());
    expect(ids(await listed(listIdeas, 'E2'))).toEqual([own, merged, plain].toSorted());
    expect(ids(await listed(listMyIdeas, 'E1'))).toEqual([own, slip].toSorted());
    const opened = await firm.call(openUnnamedIdea, { as: 'M1', body: { code } });
    expect(opened.body).toMatchObject({ status: 'withdrawn', title: MARK });
  });
});

it('the pages of a list have all others, and are few', async () => {
  const busy = await months();
  const left: string[] = [];
  for (let n = 0; n < 24; n += 1) {
    const idea = await busy.handIn('E1', { title: `第 ${n} 条` });
    if (n % 3 === 0) left.push(idea);
    else await busy.on(withdrawIdea, 'E1', idea);
  }
  const pages: string[][] = [];
  let cursor: string | undefined;
  do {
    const { body } = await busy.call<{ items: { id: string }[]; nextCursor?: string }>(listIdeas, {
      as: 'E2',
      path: { round: OCTOBER },
      query: { limit: '5', ...(cursor !== undefined && { cursor }) },
    });
    cursor = body.nextCursor;
    pages.push(body.items.map(({ id }) => id));
  } while (cursor !== undefined);
  // One request reads past many withdrawn ideas, so that a reader does not ask again and again.
  expect(pages.length).toBeLessThanOrEqual(4);
  expect(pages.flat().toSorted()).toEqual(left.toSorted());
});
