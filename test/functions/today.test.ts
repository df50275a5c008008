/** What waits for each role today; and what it costs to ask on each visit. */
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import {
  acceptIdea,
  assignIdea,
  completeIdea,
} from '../../shared/contract/routes/implementation.ts';
import { getToday } from '../../shared/contract/routes/organization.ts';
import { returnIdea } from '../../shared/contract/routes/screening.ts';
import { costOf, metered } from '../bench/metered.ts';
import { OCTOBER } from '../store/sample-facts.ts';
import { watched } from '../store/watched-table.ts';
import { type Firm, months, streamOf } from './months.ts';
import { AT, apiOf } from './small-firm.ts';

interface Task {
  readonly kind: string;
  readonly count: number;
  readonly more: boolean;
  readonly ideas: readonly { readonly id: string; readonly title: string }[];
  readonly until?: string;
  readonly due?: string;
  readonly overdue?: number;
}
interface Body {
  readonly day: string;
  readonly tasks: readonly Task[];
  readonly round: { readonly id: string; readonly state: string; readonly submitted: number };
  readonly bulletin?: { readonly round: string; readonly submitted: number };
}

const today = async ({ call }: Pick<Firm, 'call'>, as: string) =>
  (await call<Body>(getToday, { as })).body;
const kinds = ({ tasks }: Body) => tasks.map(({ kind, count }) => `${kind} ${count}`);

describe('today', () => {
  it('says what waits for each role, through a whole round', async () => {
    const firm = await months();
    const stream = streamOf(firm.table);
    onTestFinished(stream.stop);
    const [returned, adopted, other] = [
      await firm.handIn('E1'),
      await firm.handIn('E2', { title: '加装挡板' }),
      await firm.handIn('C2'),
    ];
    await firm.on(returnIdea, 'S1', returned, { reason: '请写明数量' });
    expect(kinds(await today(firm, 'E1'))).toEqual(['revise 1']);
    expect(kinds(await today(firm, 'E2'))).toEqual([]);
    expect(kinds(await today(firm, 'S1'))).toEqual(['screen 2']);

    await firm.until(AT.voting);
    const { tasks } = await today(firm, 'C3');
    expect(tasks).toMatchObject([
      { kind: 'vote', count: 2, more: false, until: '2026-10-18T10:00:00.000Z' },
    ]);
    // Nobody votes on their own idea, and a vote that is cast waits no longer.
    expect(kinds(await today(firm, 'C2'))).toEqual(['vote 1']);
    await firm.vote('C2', adopted);
    await firm.vote('C3', adopted);
    await stream.settle();
    expect(kinds(await today(firm, 'C2'))).toEqual([]);
    expect(kinds(await today(firm, 'C1'))).toEqual(['vote 2', 'decide 1']);
    for (const as of ['E1', 'S1', 'M1'])
      expect(kinds(await today(firm, as)).join()).not.toMatch(/vote|decide/);

    await firm.adopt(adopted);
    await firm.until(AT.publishes);
    await stream.settle();
    expect(kinds(await today(firm, 'S1'))).toContain('assign 1');
    // The other one was deferred without a quorum, and has no reply.
    expect(kinds(await today(firm, 'C1'))).toEqual(['assign 1', 'reply 1']);
    expect((await firm.stored(other)).status).toBe('deferred');
    await firm.on(assignIdea, 'S1', adopted, { owner: 'E2', due: '2026-10-20' });
    expect((await today(firm, 'E2')).tasks).toEqual([
      {
        kind: 'work',
        count: 1,
        more: false,
        ideas: [{ id: adopted, title: '加装挡板' }],
        due: '2026-10-20',
        overdue: 0,
      },
    ]);
    firm.clock.set('2026-10-20T16:00:00.000Z');
    expect((await today(firm, 'E2')).tasks).toMatchObject([{ kind: 'work', overdue: 1 }]);
    await firm.on(completeIdea, 'E2', adopted, { done: '已装好', claimedBenefit: 5000 });
    expect(kinds(await today(firm, 'M1'))).toEqual(['accept 1']);
    await firm.on(acceptIdea, 'M1', adopted, { verifiedBenefit: 5000 });
    expect(kinds(await today(firm, 'M1'))).toEqual(['approve-reward 1']);
    const after = await today(firm, 'E1');
    expect(after.bulletin).toMatchObject({ round: OCTOBER, submitted: 3, adopted: 1 });
    expect(after.round).toMatchObject({ id: '2026-11', state: 'collecting', target: 60 });
  });

  it('is for members', async () => {
    const firm = await months();
    expect((await firm.call(getToday, {})).status).toBe(401);
    expect((await firm.call(getToday, { as: 'X9' })).status).toBe(404);
  });
});

describe('in a round of 60 ideas', () => {
  let firm: Firm;
  let ask: (as: string) => Promise<{ reads: number; body: Body }>;
  let writes = 0;

  beforeAll(async () => {
    firm = await months();
    const stream = streamOf(firm.table);
    for (let at = 0; at < 60; at += 1)
      await firm.handIn(at < 3 ? 'E1' : 'E2', { title: `第 ${at} 条` });
    await stream.settle();
    await stream.stop();
    const { table, meter } = metered(
      watched(firm.table, {
        before: () => {
          writes += 1;
        },
      }),
    );
    const call = apiOf(table, firm.clock);
    ask = async as => {
      let reply: { body: Body } | undefined;
      const { reads } = await costOf(meter, async () => {
        reply = await call<Body>(getToday, { as });
      });
      return { reads, body: reply!.body };
    };
  });

  it.each([
    ['E1', 3],
    ['S1', 5],
    ['M1', 3],
    ['C1', 5],
  ] as const)('it costs %s at most %d read units, and no write', async (as, most) => {
    const { reads } = await ask(as);
    expect(reads).toBeLessThanOrEqual(most);
    expect(writes).toBe(0);
  });

  it('counts up to twenty, and says that there are more', async () => {
    const { body } = await ask('S1');
    expect(body.tasks).toMatchObject([{ kind: 'screen', count: 20, more: true }]);
    expect(body.tasks[0]?.ideas).toHaveLength(3);
    expect(body.round).toMatchObject({ id: OCTOBER, submitted: 60 });
  });

  it('reads an elector’s own votes only while ballots are open', async () => {
    await firm.until(AT.voting);
    for (const as of ['E1', 'C2', 'C1']) {
      const { reads, body } = await ask(as);
      expect(reads).toBeLessThanOrEqual(as === 'E1' ? 3 : 30);
      expect(kinds(body)).toEqual(as === 'E1' ? [] : ['vote 20']);
    }
  });

  it('costs a little more with the last bulletin', async () => {
    await firm.until(AT.publishes);
    const { reads, body } = await ask('E1');
    expect(body.bulletin).toMatchObject({ round: OCTOBER, submitted: 60 });
    expect(reads).toBeLessThanOrEqual(3);
    for (const as of ['S1', 'C1', 'M1']) expect((await ask(as)).reads).toBeLessThanOrEqual(6);
  });
});
