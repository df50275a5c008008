/**
 * The scheduled function and the calls that it makes: which organizations, how many at a time, and
 * what happens when some of it fails.
 */
import { describe, expect, it } from 'vitest';
import type { CycleAnswer, TakeSteps } from '../../functions/cycle-call.ts';
import { cycleHandler } from '../../functions/deliberation-cycle/handler.ts';
import {
  dueRoundsHandler,
  LONGEST_CALL_MS,
  MOST_OF_A_CALL,
} from '../../functions/due-rounds/handler.ts';
import type { OrganizationId } from '../../shared/domain/kernel/ids.ts';
import { scheduleOf } from '../../shared/domain/organization/calendar.ts';
import { newRound } from '../../shared/domain/round/round.ts';
import { ideaRepository } from '../../shared/store/ideas.ts';
import { roundRepository } from '../../shared/store/rounds.ts';
import { fixedHash } from '../fixed-hash.ts';
import { freshTable } from '../fresh-table.ts';
import { newIdea, OCTOBER, organization } from '../store/sample-facts.ts';
import { Breakdown, watched } from '../store/watched-table.ts';
import { withRightsOf } from './rights.ts';
import { AT, foundFirm, SetClock, TOLD_TO_NOBODY } from './small-firm.ts';

const NOTHING: CycleAnswer = { steps: [], failed: [] };
const opened = (of: OrganizationId) =>
  ({ organization: of, round: OCTOBER, step: 'open' }) as const;

/** Firms with a round each, that opens some minutes after the usual time. */
async function firms(minutesLate: readonly number[]) {
  const table = await freshTable();
  const clock = new SetClock('2026-10-15T04:00:00.000Z');
  const ids = minutesLate.map((_, at) => organization(`firm-${at}`));
  for (const [at, id] of ids.entries()) {
    const { calendar } = await foundFirm(table, { id });
    const opensAt = `09:${String(minutesLate[at]).padStart(2, '0')}` as typeof calendar.opensAt;
    const [usual, late] = [calendar, { ...calendar, opensAt }].map(one =>
      newRound(id, OCTOBER, scheduleOf(OCTOBER, one)),
    );
    await roundRepository(table).advance(usual!, late!);
  }
  const runWith = (take: TakeSteps, calls = 2) =>
    dueRoundsHandler({
      ...{ table: withRightsOf('due-rounds', table), clock, ...TOLD_TO_NOBODY, take, calls },
    });
  return { table, clock, ids, runWith };
}

describe('a run', () => {
  it('calls nobody when nothing is due', async () => {
    const { clock, runWith } = await firms([0]);
    clock.set(AT.collecting);
    const run = runWith(() => Promise.reject(new Error('called')));
    expect(await run()).toEqual({ steps: [], nextDueAt: AT.opens });
  });

  it('hands out each due organization once, the longest overdue first, evenly over its calls', async () => {
    const { ids, runWith } = await firms([30, 10, 50, 20, 40]);
    const called: (readonly OrganizationId[])[] = [];
    await runWith(async some => {
      called.push(some);
      return NOTHING;
    })();
    const [a, b, c, d, e] = ids;
    expect(called).toEqual([
      [b, d, a],
      [e, c],
    ]);
  });

  it('makes as many calls at a time as it may, of a limited number of organizations', async () => {
    const { ids, runWith } = await firms(Array.from({ length: 40 }, () => 0));
    let [under, most] = [0, 0];
    const called: OrganizationId[] = [];
    await runWith(async some => {
      under += 1;
      most = Math.max(most, under);
      expect(some.length).toBeLessThanOrEqual(MOST_OF_A_CALL);
      await Promise.resolve();
      called.push(...some);
      under -= 1;
      return NOTHING;
    })();
    expect(most).toBe(2);
    expect(called.toSorted()).toEqual(ids.toSorted());
  });

  it('begins no call that might outlast it, and does not fail for that', async () => {
    const { ids, runWith } = await firms([0, 1, 2]);
    const remaining = [LONGEST_CALL_MS, LONGEST_CALL_MS, LONGEST_CALL_MS - 1];
    const called: OrganizationId[] = [];
    const run = runWith(async some => {
      called.push(...some);
      return NOTHING;
    }, 3);
    await run(undefined, { getRemainingTimeInMillis: () => remaining.shift() ?? 0 });
    expect(called).toEqual(ids.slice(0, 2));
  });
});

describe('a failure', () => {
  it('of a call holds up no other, and makes the run fail at the end', async () => {
    const { ids, runWith } = await firms([0, 1, 2, 3]);
    const called: OrganizationId[] = [];
    const run = runWith(async some => {
      if (some.includes(ids[0]!)) throw new Breakdown();
      called.push(...some);
      return { steps: some.map(opened), failed: [] };
    });
    await expect(run()).rejects.toThrow(AggregateError);
    expect(called).toEqual(ids.slice(2));
  });

  it('of a step, which the answer names, makes the run fail at the end', async () => {
    const { ids, runWith } = await firms([0, 1]);
    const run = runWith(async some => ({ steps: [], failed: some.filter(one => one === ids[0]) }));
    await expect(run()).rejects.toThrow(AggregateError);
  });

  it('of one organization leaves the others of its call opened', async () => {
    const { table, clock, ids } = await firms([0, 0, 0]);
    const failing = watched(table, {
      before: (_, __, input) => {
        if (JSON.stringify(input).includes(`ORG#${ids[1]}`)) throw new Breakdown();
      },
    });
    const cycle = cycleHandler({ table: failing, clock, hash: fixedHash, ...TOLD_TO_NOBODY });
    expect(await cycle({ organizations: ids })).toMatchObject({ failed: [ids[1]] });
    const states = await Promise.all(
      ids.map(async id => (await roundRepository(table).get(id, OCTOBER))?.state),
    );
    expect(states).toEqual(['deliberating', 'collecting', 'deliberating']);
  });
});

describe('two runs', () => {
  it('that overlap take each step once, and list each idea once', async () => {
    const { table, clock, ids, runWith } = await firms([0, 0, 0, 0]);
    const ideas = ids.flatMap(of =>
      [1, 2, 3].map(at => newIdea({ organization: of, author: 'E1', key: `${of} ${at}` })),
    );
    await Promise.all(ideas.map(idea => ideaRepository(table).create(idea, [], 'print')));
    const cycle = cycleHandler({
      table: withRightsOf('deliberation-cycle', table),
      ...{ clock, hash: fixedHash, ...TOLD_TO_NOBODY },
    });
    const run = runWith(organizations => cycle({ organizations }), 4);
    await Promise.allSettled([run(), run()]);
    await run();
    for (const { organization: of, id } of ideas) {
      const idea = await ideaRepository(table).get(of, id);
      expect(idea!.history.map(({ act }) => act)).toEqual(['submit', 'list']);
    }
    for (const id of ids)
      expect(await roundRepository(table).get(id, OCTOBER)).toMatchObject({
        state: 'deliberating',
      });
  });
});

it('a call with anything but organizations is refused', async () => {
  const { table, clock } = await firms([]);
  const cycle = cycleHandler({ table, clock, hash: fixedHash, ...TOLD_TO_NOBODY });
  await expect(cycle({ organizations: ['../x'] })).rejects.toThrow();
  await expect(cycle({})).rejects.toThrow();
});
