/**
 * An idea with several authors, from handing in to the shares of its reward: naming co-authors,
 * finding the ideas that name one, and declining, also against the opening of the ballot.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import { listMyIdeas, submitIdea } from '../../shared/contract/routes/ideas.ts';
import {
  acceptIdea,
  assignIdea,
  completeIdea,
} from '../../shared/contract/routes/implementation.ts';
import { approveReward } from '../../shared/contract/routes/rewards.ts';
import {
  declineAuthorship,
  returnIdea,
  reviseIdea,
} from '../../shared/contract/routes/screening.ts';
import { answerLostAt, type Firm, months, streamOf } from './months.ts';
import { AT, SLIP } from './small-firm.ts';

const CO_AUTHORS = { coAuthorIds: ['E2', 'C2'] };
let firm: Firm;

beforeEach(async () => {
  firm = await months();
});

const decline = (as: string, idea: string) => firm.on(declineAuthorship, as, idea);

interface MyIdeas {
  readonly items: readonly { readonly id: string }[];
  readonly nextCursor?: string;
}

/** All ideas that a member finds as theirs, page by page. */
async function mineOf(as: string, limit = '50'): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit, ...(cursor !== undefined && { cursor }) };
    const { body } = await firm.call<MyIdeas>(listMyIdeas, { as, query });
    found.push(...body.items.map(({ id }) => id));
    cursor = body.nextCursor;
  } while (cursor !== undefined);
  return found;
}

describe('an idea of three', () => {
  it('is theirs from the ballot to the shares of the reward', async () => {
    const stream = streamOf(firm.table);
    const idea = await firm.handIn('E1', CO_AUTHORS);
    await firm.until(AT.opens);
    firm.clock.set(AT.voting);
    expect((await firm.vote('C2', idea)).body.code).toBe('recused');
    expect((await firm.read(idea)).ballot.eligible).toBe(2);
    for (const elector of ['C1', 'C3']) await firm.vote(elector, idea);
    await firm.decide(idea, 'adopted');
    await firm.on(assignIdea, 'S1', idea, { owner: 'E2', due: '2026-12-31' });
    await firm.on(completeIdea, 'E2', idea, { done: '已安装', claimedBenefit: 30_000 });
    await firm.on(acceptIdea, 'M1', idea, { verifiedBenefit: 30_000 });
    const shares = [
      { member: 'E1', fen: 20_000 },
      { member: 'e2', fen: 15_000 },
      { member: 'C2', fen: 10_000 },
    ];
    const approved = await firm.on(approveReward, 'M1', idea, { amount: 45_000, shares });
    expect([approved.status, approved.text]).toEqual([200, expect.any(String)]);
    expect((await firm.stored(idea)).history.at(-1)).toMatchObject({
      act: 'approve-reward',
      shares: [{ member: 'E1' }, { member: 'E2' }, { member: 'C2' }],
    });
    expect((await decline('C2', idea)).body.code).toBe('reward-approved');
    await stream.settle();
    expect(await firm.numbers()).toMatchObject({
      ...{ submitted: 1, adopted: 1 },
      participation: { numerator: 3 },
    });
  });

  it('counts for those who have not declined', async () => {
    const stream = streamOf(firm.table);
    const idea = await firm.handIn('E1', CO_AUTHORS);
    expect(await decline('E2', idea)).toMatchObject({
      status: 200,
      body: { coAuthors: ['C2'], version: 2 },
    });
    expect((await decline('E2', idea)).body.version).toBe(2);
    await stream.settle();
    expect(await firm.numbers()).toMatchObject({ participation: { numerator: 2 } });
    expect((await firm.read(idea)).history).toMatchObject([
      { act: 'submit', coAuthorIds: ['E2', 'C2'] },
      { act: 'decline-authorship', by: { kind: 'member', id: 'E2' } },
    ]);
  });
});

describe('naming co-authors', () => {
  const refusalOf = async (body: object, as = 'E1') => {
    const reply = await firm.call<{ code: string; errors: { field: string }[] }>(submitIdea, {
      as,
      body: { ...SLIP, ...body },
    });
    return [reply.status, reply.body.code, reply.body.errors[0]?.field];
  };

  it.for([
    ['a stranger', ['E9'], 'co-author-not-possible', 'coAuthorIds'],
    ['the author', ['e1'], 'co-author-not-possible', 'coAuthorIds'],
    ['one twice', ['E2', 'e2'], 'co-author-not-possible', 'coAuthorIds'],
    ['six', ['E2', 'S1', 'C1', 'C2', 'C3', 'M1'], 'invalid-request', 'coAuthorIds'],
    ['what is no number', ['E 2!'], 'invalid-request', 'coAuthorIds.0'],
  ])('is refused for %s, with the field', async ([, coAuthorIds, code, field]) => {
    expect(await refusalOf({ coAuthorIds })).toEqual([expect.any(Number), code, field]);
    expect(await mineOf('E2')).toEqual([]);
  });

  it('is refused for an unnamed idea, with the field', async () => {
    expect(await refusalOf({ ...CO_AUTHORS, unnamed: true })).toEqual([
      422,
      'co-authors-and-unnamed',
      'coAuthorIds',
    ]);
  });

  it('is stored once, however often the request comes, and its key is good for no others', async () => {
    const request = {
      as: 'E1',
      body: { ...SLIP, ...CO_AUTHORS },
      headers: { 'idempotency-key': 'the-same-key-again' },
    };
    expect((await firm.watching(answerLostAt(2))(submitIdea, request)).status).toBe(500);
    const again = await firm.call<{ id: string }>(submitIdea, request);
    expect([again.status, await mineOf('E2')]).toEqual([201, [again.body.id]]);
    const others = { ...request, body: { ...SLIP, coAuthorIds: ['E2'] } };
    expect((await firm.call<{ code: string }>(submitIdea, others)).body.code).toBe('key-reused');
  });

  it('lets each find the idea among their own, newest first, page by page', async () => {
    const ideas: string[] = [];
    for (const [at, [as, facts]] of (
      [
        ['E2', {}],
        ['E1', CO_AUTHORS],
        ['E1', {}],
        ['E2', {}],
        ['E1', CO_AUTHORS],
      ] as const
    ).entries()) {
      firm.clock.set(`2026-10-08T02:0${at}:00.000Z`);
      ideas.unshift(await firm.handIn(as, facts));
    }
    const mine = [0, 1, 3, 4].map(at => ideas[at]);
    expect(await mineOf('E2')).toEqual(mine);
    for (const limit of ['1', '2', '3', '4']) expect(await mineOf('E2', limit)).toEqual(mine);
    expect(await mineOf('C2', '1')).toEqual([ideas[0], ideas[3]]);
  });

  it('can be changed by a revision, and those named no longer find the idea', async () => {
    const idea = await firm.handIn('E1', CO_AUTHORS);
    await firm.on(returnIdea, 'S1', idea, { reason: '请补充现状' });
    const revised = await firm.on(
      reviseIdea,
      'E1',
      idea,
      { ...SLIP, coAuthorIds: ['c3', 'E2'] },
      2,
    );
    expect([revised.status, revised.body.coAuthors]).toEqual([200, ['C3', 'E2']]);
    expect([await mineOf('C2'), await mineOf('C3'), await mineOf('E2')]).toEqual([
      [],
      [idea],
      [idea],
    ]);
    const kept = await firm.on(reviseIdea, 'E1', idea, { ...SLIP, title: '又改了标题' }, 3);
    expect(kept.body.coAuthors).toEqual(['C3', 'E2']);
  });
});

describe('declining', () => {
  it('is for co-authors alone', async () => {
    const idea = await firm.handIn('E1', CO_AUTHORS);
    expect((await decline('E1', idea)).body.code).toBe('not-a-co-author');
    expect((await decline('C3', idea)).body.code).toBe('not-a-co-author');
    await decline('E2', idea);
    expect(await mineOf('E2')).toEqual([]);
  });

  it('before the ballot opens leaves a committee member their vote', async () => {
    const idea = await firm.handIn('E1', CO_AUTHORS);
    await decline('C2', idea);
    await firm.until(AT.opens);
    expect((await firm.vote('C2', idea)).status).toBe(200);
  });

  it('afterwards gives them none', async () => {
    const idea = await firm.handIn('E1', CO_AUTHORS);
    await firm.until(AT.opens);
    expect((await decline('C2', idea)).status).toBe(200);
    expect((await firm.vote('C2', idea)).body.code).toBe('recused');
    expect((await firm.read(idea)).ballot.eligible).toBe(2);
  });

  it('as the ballot opens gives them none either', async () => {
    const idea = await firm.handIn('E1', CO_AUTHORS);
    const late = firm.afterReading(() => firm.until(AT.opens));
    const declined = await late(declineAuthorship, { as: 'C2', path: { idea } });
    expect(declined.status).toBe(200);
    expect((await firm.stored(idea)).history.at(-1)).toMatchObject({ recused: true });
    expect((await firm.vote('C2', idea)).body.code).toBe('recused');
  });
});
