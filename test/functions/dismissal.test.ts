/**
 * Declining many ideas at once without a ballot: each on its own, counted like any other, reopened
 * by the chair, and shown with its reason.
 */
import { describe, expect, it, onTestFinished } from 'vitest';
import { getAgenda, reopenIdea } from '../../shared/contract/routes/deliberation.ts';
import { getIdea } from '../../shared/contract/routes/ideas.ts';
import { getBulletin, verifyBulletin } from '../../shared/contract/routes/numbers.ts';
import {
  dismissIdeas,
  returnIdea,
  scheduleIdea,
  withdrawIdea,
} from '../../shared/contract/routes/screening.ts';
import { NOVEMBER, OCTOBER } from '../store/sample-facts.ts';
import { Breakdown } from '../store/watched-table.ts';
import { type Firm, months, streamOf } from './months.ts';
import { AT } from './small-firm.ts';

const REASON = { reason: '同一内容重复提交' };
const BACK = { reason: '这一条并不重复' };

interface Answered {
  readonly ideas: readonly {
    readonly idea: string;
    readonly outcome: string;
    readonly problem?: { readonly code: string; readonly title: string };
  }[];
}

const declining = (ideas: readonly string[], words: object = REASON, as = 'S1') => ({
  as,
  body: { ideas, ...words },
});
const outcomesOf = ({ body }: { readonly body: Answered }) =>
  body.ideas.map(({ outcome, problem }) => problem?.code ?? outcome);

async function flooded(count: number, options?: Parameters<typeof months>[0]) {
  const firm = await months(options);
  const ideas: string[] = [];
  for (let n = 1; n <= count; n += 1) ideas.push(await firm.handIn('E2', { title: `第 ${n} 条` }));
  return { firm, ideas };
}

const decline = (firm: Firm, ideas: readonly string[], words?: object, as?: string) =>
  firm.call<Answered>(dismissIdeas, declining(ideas, words, as));

describe('declining many ideas at once', () => {
  it('answers each on its own, in the caller’s words, whatever becomes of the others', async () => {
    const { firm, ideas } = await flooded(5);
    const [plain, listed, returned, withdrawn, other] = ideas as [
      string,
      string,
      string,
      string,
      string,
    ];
    await firm.on(scheduleIdea, 'S1', listed);
    await firm.on(returnIdea, 'S1', returned, BACK);
    await firm.on(withdrawIdea, 'E2', withdrawn);
    const nowhere = `2026-10-${'0'.repeat(26)}`;

    const asked = [listed, plain, returned, nowhere, withdrawn, other, plain];
    const reply = await decline(firm, asked, { ...REASON, reply: '请合并成一条再提' });
    expect(reply.status).toBe(200);
    expect(reply.body.ideas.map(({ idea }) => idea)).toEqual([...new Set(asked)]);
    expect(outcomesOf(reply)).toEqual([
      'wrong-state',
      'done',
      'wrong-state',
      'not-found',
      'not-found',
      'done',
    ]);
    expect(reply.body.ideas[0]?.problem?.title).toMatch(/\p{Script=Han}/u);

    const { body } = await firm.call<Record<string, object>>(getIdea, {
      as: 'E2',
      path: { idea: plain },
    });
    expect(body).toMatchObject({
      status: 'declined',
      decision: {
        outcome: 'declined',
        round: OCTOBER,
        by: { kind: 'member', id: 'S1' },
        ...REASON,
        reply: '请合并成一条再提',
      },
    });
    for (const ofBallot of ['tally', 'eligible', 'quorum'])
      expect(body.decision).not.toHaveProperty(ofBallot);
    expect((await firm.stored(listed)).status).toBe('on-agenda');
  });

  it('is for the secretary alone, needs a reason, and takes a hundred ideas', async () => {
    const { firm, ideas } = await flooded(1);
    for (const as of ['E2', 'C1', 'M1'])
      expect(await decline(firm, ideas, REASON, as), as).toMatchObject({
        status: 403,
        body: { code: 'role-required' },
      });
    const many = Array.from({ length: 101 }, (_, n) => `2026-10-${String(n).padStart(26, '0')}`);
    for (const [asked, words] of [
      [ideas, {}],
      [ideas, { reason: '  ' }],
      [[], REASON],
      [many, REASON],
    ] as const)
      expect((await decline(firm, asked, words)).status).toBe(400);
    expect((await firm.stored(ideas[0]!)).status).toBe('submitted');
  });

  it('is done once, however often it is requested; for another reason, or by another, it is refused', async () => {
    const { firm, ideas } = await flooded(2);
    expect(outcomesOf(await decline(firm, ideas))).toEqual(['done', 'done']);
    const before = await firm.stored(ideas[0]!);
    expect(outcomesOf(await decline(firm, ideas))).toEqual(['done', 'done']);
    expect(outcomesOf(await decline(firm, ideas, { reason: '另有原因' }))).toEqual([
      'wrong-state',
      'wrong-state',
    ]);
    expect(await firm.stored(ideas[0]!)).toEqual(before);
  });

  it('continues where it stopped, after the table was throttled in between', async () => {
    const { firm, ideas } = await flooded(24);
    const throttled = firm.watching({
      before: write => {
        if (write > 10) throw new Breakdown();
      },
    });
    expect((await throttled(dismissIdeas, declining(ideas))).status).toBeGreaterThanOrEqual(500);
    expect(new Set(outcomesOf(await decline(firm, ideas)))).toEqual(new Set(['done']));
    for (const idea of ideas) expect((await firm.stored(idea)).version).toBe(2);
  });
});

describe('an idea declined without a ballot', () => {
  it.each(['open', 'secret'] as const)(
    'is on no agenda, and counts as declined in its round (%s ballots)',
    async ballot => {
      const { firm, ideas } = await flooded(3, { ballot });
      const [gone, kept] = ideas as [string, string, string];
      await decline(firm, [gone]);
      await firm.until(AT.voting);
      expect(await firm.numberOf(gone)).toBeUndefined();
      expect(await firm.numberOf(kept)).toBeDefined();
      expect(await firm.read(gone, 'C2')).toMatchObject({ ballot: { tally: null } });

      await firm.until(AT.publishes);
      const path = { round: OCTOBER };
      const { body } = await firm.call<{
        statistics: { total: object };
        items: { id: string; tally?: object }[];
      }>(getBulletin, { as: 'E1', path });
      // The other two were deferred without votes.
      expect(body.statistics.total).toMatchObject({
        submitted: 3,
        decided: 1,
        declined: 1,
        adopted: 0,
      });
      const entry = body.items.find(({ id }) => id === gone);
      expect(entry).toMatchObject({ status: 'declined', ...REASON });
      expect(entry).not.toHaveProperty('tally');
      expect((await firm.call(verifyBulletin, { as: 'M1', path })).body).toMatchObject({
        agrees: true,
      });
      expect((await firm.on(reopenIdea, 'C1', gone, BACK)).body).toMatchObject({
        code: 'round-published',
      });
    },
  );

  it('lowers the adoption rate as any other does, so that nobody gains by it', async () => {
    const { firm, ideas } = await flooded(2);
    const stream = streamOf(firm.table);
    onTestFinished(stream.stop);
    const [adopted, gone] = ideas as [string, string];
    await decline(firm, [gone]);
    await firm.until(AT.voting);
    await firm.adopt(adopted);
    await stream.settle();
    expect(await firm.numbers()).toMatchObject({
      submitted: 2,
      decided: 2,
      adoptionRate: { value: 0.5 },
    });
  });

  it.each([
    ['before its round deliberates', AT.collecting, OCTOBER],
    ['while its round deliberates', AT.voting, OCTOBER],
    ['after its round has closed', AT.closes, NOVEMBER],
  ] as const)(
    'comes before the committee after all if the chair reopens it %s',
    async (_, at, round) => {
      const { firm, ideas } = await flooded(1, { ballot: 'secret' });
      const [idea] = ideas as [string];
      await decline(firm, ideas);
      if (at !== AT.collecting) await firm.until(at);
      expect((await firm.on(reopenIdea, 'S1', idea, BACK)).status).toBe(403);
      expect(await firm.on(reopenIdea, 'C1', idea, BACK)).toMatchObject({
        status: 200,
        body: { status: 'on-agenda', agendaRound: round },
      });
      if (round === OCTOBER) {
        await firm.until(AT.voting);
        expect(await firm.numberOf(idea)).toBe(1);
        expect((await firm.vote('C2', idea)).status).toBe(200);
      }
      // An idea that the chair has reopened is the committee's.
      expect(outcomesOf(await decline(firm, ideas))).toEqual(['wrong-state']);
      expect((await firm.call(getAgenda, { as: 'S1', path: { round: OCTOBER } })).status).toBe(200);
    },
  );
});
