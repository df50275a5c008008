/**
 * Successive rounds under a calendar that administrators change: in order, each once, and never by
 * an outdated calendar.
 */
import { describe, expect, it } from 'vitest';
import type { CycleReport } from '../../functions/due-rounds/handler.ts';
import { moveRoundDay, putCalendar } from '../../shared/contract/routes/administration.ts';
import { submitIdea } from '../../shared/contract/routes/ideas.ts';
import { getBulletin } from '../../shared/contract/routes/numbers.ts';
import { getRound } from '../../shared/contract/routes/organization.ts';
import { type RoundId, roundAfter, roundsFrom } from '../../shared/domain/kernel/ids.ts';
import { scheduleOf } from '../../shared/domain/organization/calendar.ts';
import { organizationRepository } from '../../shared/store/organizations.ts';
import { roundRepository } from '../../shared/store/rounds.ts';
import { freshTable } from '../fresh-table.ts';
import { HUATAI, NOVEMBER, newMember, OCTOBER, round } from '../store/sample-facts.ts';
import { Breakdown, everything, watched } from '../store/watched-table.ts';
import { AT, apiOf, calendarOf, foundFirm, SetClock, SLIP } from './small-firm.ts';

const RULES = {
  timeZone: 'Asia/Shanghai',
  day: 15,
  opensAt: '09:00',
  votingDays: 3,
  closesAt: '18:00',
  publicationDays: 1,
};
const STEPS = ['open', 'end-intake', 'close', 'publish'] as const;

async function firm(at: string = AT.collecting) {
  const table = await freshTable();
  const clock = new SetClock(at);
  await foundFirm(table, { more: [newMember('A1', ['administrator'])] });
  const call = apiOf(table, clock);
  const move = (id: RoundId, day: string) =>
    call(moveRoundDay, { as: 'A1', path: { round: id }, body: { day } });
  const rule = (changes: Partial<typeof RULES>) =>
    call(putCalendar, { as: 'A1', body: { ...RULES, ...changes } });
  const run = calendarOf(table, clock);
  const calendar = async () => (await organizationRepository(table).get(HUATAI))!.calendar;
  return { table, clock, call, move, rule, run, calendar };
}

const named = ({ steps }: CycleReport): string[] =>
  steps.map(({ round, step }) => `${round} ${step}`);

describe('a system that was off for fourteen months', () => {
  it('catches up in the order in which steps were due, once, by the present days and rules', async () => {
    const { table, clock, call, move, rule, run, calendar } = await firm();
    expect((await move(round('2027-02'), '2027-03-01')).status).toBe(200);
    expect((await move(round('2027-07'), '2027-06-29')).status).toBe(200);
    expect((await rule({ day: 20, votingDays: 5, publicationDays: 14 })).status).toBe(200);
    const { body: idea } = await call<{ id: string }>(submitIdea, { as: 'E1', body: SLIP });
    clock.set('2027-12-05T00:00:00.000Z');
    const done = named(await run());

    const by = await calendar();
    const due = roundsFrom(OCTOBER, round('2027-11')).flatMap(id => {
      const { day: _, ...instants } = scheduleOf(id, by);
      return Object.values(instants).map((at, step) => ({ at, step: `${id} ${STEPS[step]}` }));
    });
    const inOrder = due
      .filter(({ at }) => at <= '2027-12-05T00:00:00.000Z')
      .toSorted((a, b) => (a.at < b.at ? -1 : 1));
    expect(done).toEqual(inOrder.map(({ step }) => step));
    expect(done.length).toBeGreaterThan(13 * 4);

    const before = JSON.stringify(
      (await everything(table)).map(item => JSON.stringify(item)).toSorted(),
    );
    expect((await run()).steps).toEqual([]);
    expect(
      JSON.stringify((await everything(table)).map(item => JSON.stringify(item)).toSorted()),
    ).toBe(before);

    const { items } = await roundRepository(table).newestFirst(HUATAI, { limit: 24 });
    expect(items.map(({ id }) => id)).toEqual(roundsFrom(OCTOBER, round('2027-12')).toReversed());
    for (const { id, schedule } of items) expect(schedule, id).toEqual(scheduleOf(id, by));
    expect(items.map(({ id, schedule }) => [id, schedule.day])).toEqual(
      expect.arrayContaining([
        [OCTOBER, '2026-10-15'],
        [NOVEMBER, '2026-11-20'],
        ['2027-02', '2027-03-01'],
        ['2027-07', '2027-06-29'],
      ]),
    );
    const bulletin = await call<{ items: { id: string }[] }>(getBulletin, {
      as: 'E1',
      path: { round: OCTOBER },
    });
    expect(bulletin.body.items.map(({ id }) => id)).toEqual([idea.id]);
    const empty = await call(getBulletin, { as: 'E1', path: { round: '2027-05' } });
    expect(empty.body).toMatchObject({ items: [], statistics: { total: { submitted: 0 } } });
  });

  it('keeps the rounds that have taken ideas meanwhile, even if the rules change before it has caught up', async () => {
    const { clock, call, rule, run } = await firm();
    clock.set('2026-11-16T02:00:00.000Z');
    const { body } = await call<{ round: string }>(submitIdea, { as: 'E1', body: SLIP });
    expect(body.round).toBe('2026-12');
    expect((await rule({ day: 1 })).status).toBe(200);
    expect((await call<{ round: string }>(submitIdea, { as: 'E1', body: SLIP })).body.round).toBe(
      '2026-12',
    );
    await run();
    const days = await Promise.all(
      [OCTOBER, NOVEMBER].map(
        async id => (await call(getRound, { as: 'E1', path: { round: id } })).body.day,
      ),
    );
    expect(days).toEqual(['2026-10-15', '2026-11-15']);
    expect((await call(getRound, { as: 'E1', path: { round: '2026-12' } })).body).toMatchObject({
      day: '2026-12-15',
    });
    clock.set('2026-12-15T01:00:00.000Z');
    await run();
    expect((await call(getRound, { as: 'E1', path: { round: '2027-01' } })).body).toMatchObject({
      day: '2027-01-01',
    });
  });
});

describe('a moved day', () => {
  it('is the day on which the round opens, and no other is', async () => {
    const { clock, move, run } = await firm();
    await move(OCTOBER, '2026-10-22');
    for (const at of [AT.opens, AT.closes, '2026-10-22T00:59:59.999Z']) {
      clock.set(at);
      expect(await run()).toEqual({ steps: [], nextDueAt: '2026-10-22T01:00:00.000Z' });
    }
    clock.set('2026-10-22T01:00:00.000Z');
    expect(named(await run())).toEqual(['2026-10 open']);
    clock.set('2026-10-26T10:00:00.000Z');
    expect(named(await run())).toEqual(['2026-10 end-intake', '2026-10 close', '2026-10 publish']);
  });

  it('to an earlier date is not missed', async () => {
    const { clock, move, run } = await firm();
    await move(OCTOBER, '2026-10-09');
    clock.set('2026-10-09T01:00:00.000Z');
    expect(named(await run())).toEqual(['2026-10 open']);
  });

  it('right after an interrupted run that had begun the round stays moved when the next run completes it', async () => {
    const { table, clock, call, move, run } = await firm();
    clock.set(AT.opens);
    const breaking = watched(table, {
      before(write) {
        if (write === 2) throw new Breakdown();
      },
    });
    await expect(calendarOf(breaking, clock)()).rejects.toThrow(AggregateError);
    expect((await call(getRound, { as: 'E1', path: { round: OCTOBER } })).body.state).toBe(
      'collecting',
    );
    expect((await move(NOVEMBER, '2026-11-25')).status).toBe(200);
    await run();
    const [october, november] = await Promise.all(
      [OCTOBER, NOVEMBER].map(id => call(getRound, { as: 'E1', path: { round: id } })),
    );
    expect(october!.body.state).toBe('deliberating');
    expect(november!.body.day).toBe('2026-11-25');
  });
});

describe('a round', () => {
  it('begins by the present calendar, even if that changes meanwhile', async () => {
    const { table, clock, call, move } = await firm();
    clock.set(AT.opens);
    let moved = false;
    const crossed = watched(table, {
      async before() {
        if (moved) return;
        moved = true;
        expect((await move(NOVEMBER, '2026-11-25')).status).toBe(200);
      },
    });
    expect(named(await calendarOf(crossed, clock)())).toEqual(['2026-10 open']);
    expect((await call(getRound, { as: 'E1', path: { round: NOVEMBER } })).body.day).toBe(
      '2026-11-25',
    );
  });

  it('that begins while the rules change keeps its rules, and the next one gets the new ones', async () => {
    const { table, clock, rule, calendar, run } = await firm();
    clock.set(AT.opens);
    const [changed] = await Promise.all([rule({ day: 25 }), run()]);
    expect(changed.status).toBe(200);
    const by = await calendar();
    const november = await roundRepository(table).get(HUATAI, NOVEMBER);
    expect(november?.schedule).toEqual(scheduleOf(NOVEMBER, by));
    expect(scheduleOf(roundAfter(NOVEMBER), by).day).toBe('2026-12-25');
  });

  it('is not begun while the settings keep changing, and is afterwards', async () => {
    const { table, clock, move, run } = await firm();
    clock.set(AT.opens);
    let day = 20;
    const restless = watched(table, {
      async before() {
        day += 1;
        if (day <= 29) await move(NOVEMBER, `2026-11-${day}`);
      },
    });
    await expect(calendarOf(restless, clock)()).rejects.toThrow(AggregateError);
    expect(named(await run())).toEqual(['2026-10 open']);
  });
});
