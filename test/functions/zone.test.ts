/**
 * The zone on a real table: what its organizations' rounds send it, when it shows a round, who sees
 * which part, and that nothing else can be reached.
 */
import { describe, expect, it } from 'vitest';
import { zoneHandler } from '../../functions/zone/handler.ts';
import { castVote } from '../../shared/contract/routes/deliberation.ts';
import { submitIdea } from '../../shared/contract/routes/ideas.ts';
import { getZoneSeries, getZoneStatistics } from '../../shared/contract/routes/zone.ts';
import { isZoneId, type ZoneId } from '../../shared/domain/kernel/ids.ts';
import { LATER_COUNTERS } from '../../shared/domain/numbers/counters.ts';
import type { OrganizationRound } from '../../shared/domain/numbers/roll-up.ts';
import type { ZoneMember } from '../../shared/domain/organization/organization.ts';
import type { Table } from '../../shared/store/client.ts';
import { memberRepository } from '../../shared/store/members.ts';
import { zonePeopleRepository } from '../../shared/store/zone-people.ts';
import { placementOf, zoneRepository } from '../../shared/store/zones.ts';
import { metered } from '../bench/metered.ts';
import { bareTable, freshTable } from '../fresh-table.ts';
import { putItems } from '../store/many-items.ts';
import { member, newMember, OCTOBER, organization, round, subject } from '../store/sample-facts.ts';
import { everything, watched } from '../store/watched-table.ts';
import { told } from '../store/zone-facts.ts';
import { brokenFrom } from './months.ts';
import { withRightsOf } from './rights.ts';
import { AT, apiOf, calendarOf, foundFirm, SetClock, SILENT, SLIP } from './small-firm.ts';

const zoneOf = (text: string): ZoneId => {
  if (!isZoneId(text)) throw new Error(text);
  return text;
};
const XUANHUA = zoneOf('xuanhua');
const NOVEMBER = round('2026-11');

function zoneMember(
  id: string,
  roles: ZoneMember['roles'],
  districts: readonly string[] = [],
): ZoneMember {
  return { zone: XUANHUA, id: member(id), subject: subject(`sub-${id}`), roles, districts };
}

interface Numbers {
  readonly submitted: number;
  readonly adopted: number;
  readonly participation: { readonly numerator: number; readonly denominator: number };
}
interface Reply {
  readonly state: string;
  readonly code?: string;
  readonly organizations: number;
  readonly published?: number;
  readonly awaited?: readonly { readonly organization: string }[];
  readonly numbers: Numbers | null;
  readonly work: object | null;
  readonly districts: readonly {
    readonly district: string;
    readonly numbers: Numbers | null;
    readonly rows?: readonly { readonly organization: string; readonly numbers: Numbers | null }[];
  }[];
}

const FIRMS = [
  { id: 'huatai', district: '第一片区', authors: 5 },
  { id: 'zhongcheng', district: '第一片区', authors: 6 },
  { id: 'hongda', district: '第二片区', authors: 7 },
] as const;

/** Three firms in whose October everybody submits one idea, and a committee adopts it. */
async function zone() {
  const table = await freshTable();
  const clock = new SetClock(AT.collecting);
  const calls = [];
  for (const { id, district, authors } of FIRMS) {
    const firm = organization(id);
    const people = Array.from({ length: authors }, (_, at) =>
      newMember(`X${at}`, ['employee'], firm),
    );
    const profile = await foundFirm(table, { id: firm, zone: XUANHUA, district, more: people });
    await zoneRepository(table).expect(placementOf(profile)!, OCTOBER);
    calls.push({ call: apiOf(table, clock, firm), people });
  }
  const ideas: (() => Promise<unknown>)[] = [];
  for (const { call, people } of calls)
    for (const { id: author } of people) {
      const { body } = await call<{ id: string }>(submitIdea, { as: author, body: SLIP });
      for (const as of ['C1', 'C2'])
        ideas.push(() =>
          call(castVote, { as, path: { idea: body.id }, body: { choice: 'approve' } }),
        );
    }
  const people = zonePeopleRepository(table);
  await people.put(zoneMember('Z1', ['zone-manager']));
  await people.put(zoneMember('G1', ['grid-officer'], ['第二片区']));
  const runOn = (of: Table) => calendarOf(of, clock);
  const call = apiOf(table, clock);
  return {
    table,
    clock,
    runOn,
    run: runOn(table),
    async vote() {
      clock.set(AT.opens);
      await runOn(table)();
      for (const cast of ideas) await cast();
    },
    read: (as: string, zone = 'xuanhua', of: string = OCTOBER) =>
      call<Reply>(getZoneStatistics, { as, path: { zone, round: of } }),
  };
}

describe('a round', () => {
  it('is shown to nobody before all have published it, and then as it was published', async () => {
    const { clock, run, vote, read, table } = await zone();
    const awaited = { status: 200, body: { state: 'awaited', organizations: 3, published: 0 } };
    expect(await read('Z1')).toMatchObject(awaited);
    await vote();
    clock.set(AT.closes);
    await run();
    const before = await read('Z1');
    expect(before).toMatchObject(awaited);
    expect(before.body).not.toHaveProperty('numbers');
    expect(before.body.awaited?.map(one => one.organization)).toEqual([
      'hongda',
      'huatai',
      'zhongcheng',
    ]);
    clock.set(AT.publishes);
    await run();

    const { body } = await read('Z1');
    expect(body).toMatchObject({ state: 'complete', organizations: 3, work: null });
    expect(body).not.toHaveProperty('workSince');
    expect(body.numbers).toMatchObject({ submitted: 18, adopted: 18 });
    // A zone is told nothing of what became of the ideas, and stores none of it.
    expect(JSON.stringify(body)).not.toMatch(/followUp|ideasPerHead/);
    const sent = (await everything(table)).filter(({ type }) => type === 'zone-round');
    expect(sent.filter(({ state }) => state === 'published')).toHaveLength(3);
    for (const counter of LATER_COUNTERS)
      expect(JSON.stringify(sent)).not.toContain(`"${counter}"`);
    // Each firm also has seven people of its own.
    expect(body.numbers?.participation).toMatchObject({ numerator: 18, denominator: 39 });
    const first = body.districts.find(({ district }) => district === '第一片区');
    expect(first?.numbers?.submitted).toBe(11);
    expect(first?.rows?.map(row => [row.organization, row.numbers?.submitted]).toSorted()).toEqual([
      ['huatai', 5],
      ['zhongcheng', 6],
    ]);
    expect(await read('Z1', 'xuanhua', NOVEMBER)).toMatchObject({
      body: { state: 'awaited', published: 0 },
    });

    // A member joins one of the firms, and it is renamed: published numbers stay.
    await memberRepository(table).put(newMember('X99', ['employee'], organization('huatai')));
    expect((await read('Z1')).body).toEqual(body);
  });

  it('waits for the last of them, and names them', async () => {
    const { table, read } = await zone();
    const zones = zoneRepository(table);
    for (const id of ['huatai', 'hongda'])
      await zones.tell(XUANHUA, OCTOBER, told(organization(id), '第一片区'));
    expect((await read('Z1')).body).toMatchObject({
      state: 'awaited',
      organizations: 3,
      published: 2,
      awaited: [{ organization: 'zhongcheng', name: 'zhongcheng 厂', district: '第一片区' }],
    });
    // A grid officer sees their own district, where all have published; that is not yet all.
    expect((await read('G1')).body).toMatchObject({ state: 'awaited', awaited: [] });
  });

  it('is sent once: later values, and an announcement, change nothing', async () => {
    const { table } = await zone();
    const zones = zoneRepository(table);
    const huatai = told(organization('huatai'), '第一片区');
    await zones.tell(XUANHUA, OCTOBER, huatai);
    await zones.tell(XUANHUA, OCTOBER, { ...huatai, participants: 1 });
    await zones.expect({ zone: XUANHUA, ...huatai }, OCTOBER);
    const { published } = await zones.round(XUANHUA, OCTOBER);
    expect(published).toEqual([huatai]);
  });

  it('stays as it was shown: who comes afterwards is not in it', async () => {
    const { table, read } = await zone();
    const zones = zoneRepository(table);
    for (const { id, district } of FIRMS)
      await zones.tell(XUANHUA, OCTOBER, told(organization(id), district));
    const shown = (await read('Z1')).body;
    expect(shown).toMatchObject({ state: 'complete', organizations: 3 });
    // Otherwise the totals before and after would differ by exactly the newcomer's numbers.
    const late = told(organization('late'), '第一片区');
    await zones.expect({ zone: XUANHUA, ...late }, OCTOBER);
    await zones.tell(XUANHUA, OCTOBER, late);
    expect((await read('Z1')).body).toEqual(shown);
    // The next round waits for it.
    await zones.expect({ zone: XUANHUA, ...late }, NOVEMBER);
    const { awaited } = (await read('Z1', 'xuanhua', NOVEMBER)).body;
    expect(awaited?.map(one => one.organization)).toContain('late');
  });

  it('takes no numbers that were not announced', async () => {
    const { table } = await zone();
    const zones = zoneRepository(table);
    await zones.tell(XUANHUA, OCTOBER, told(organization('stranger'), '第一片区'));
    expect((await zones.round(XUANHUA, OCTOBER)).published).toEqual([]);
  });

  it('is sent and announced, wherever the calendar’s run stops', { timeout: 120_000 }, async () => {
    const { table, clock, runOn, run, vote, read } = await zone();
    await vote();
    clock.set(AT.closes);
    await run();
    clock.set(AT.publishes);
    for (let write = 1; write < 30; write += 1) {
      const broken = runOn(watched(table, brokenFrom(write)));
      if (
        await broken().then(
          () => true,
          () => false,
        )
      )
        break;
    }
    await run();
    expect((await read('Z1')).body.numbers).toMatchObject({ submitted: 18, adopted: 18 });
    clock.set('2026-11-15T01:00:00.000Z');
    await run();
    expect((await read('Z1', 'xuanhua', '2026-12')).body).toMatchObject({
      state: 'awaited',
      organizations: 3,
    });
  });
});

describe('the rounds beside each other', () => {
  const SEPTEMBER = round('2026-09');

  it('are each as it is shown by itself, without rows, for the price of one', async () => {
    const { table, clock, read } = await zone();
    const zones = zoneRepository(table);
    for (const { id, district } of FIRMS)
      await zones.tell(XUANHUA, OCTOBER, told(organization(id), district));
    const { table: counting, meter } = metered(table);
    for (const as of ['Z1', 'G1']) {
      await apiOf(counting, clock)(getZoneStatistics, {
        as,
        path: { zone: 'xuanhua', round: OCTOBER },
      });
      const ofOne = { ...meter };
      const { body } = await apiOf(counting, clock)<{ rounds: (Reply & { round: string })[] }>(
        getZoneSeries,
        { as, path: { zone: 'xuanhua' }, query: { from: SEPTEMBER, to: NOVEMBER } },
      );
      // The reader and one query, as for a single round.
      expect(meter.requests - ofOne.requests).toBe(2);
      expect(meter.reads - ofOne.reads).toBeLessThan(3);
      expect(body.rounds.map(({ round }) => round)).toEqual([SEPTEMBER, OCTOBER, NOVEMBER]);
      for (const shown of body.rounds) {
        const { body: alone } = await read(as, 'xuanhua', shown.round);
        const { districts, ...whole } = alone;
        expect(shown).toEqual({
          ...whole,
          ...(districts && { districts: districts.map(({ rows: _, ...one }) => one) }),
        });
      }
    }
  });

  it('are a year at the most, in order, and not for strangers', async () => {
    const { table, clock } = await zone();
    const ask = (as: string, from: string, to: string) =>
      apiOf(table, clock)(getZoneSeries, { as, path: { zone: 'xuanhua' }, query: { from, to } });
    expect((await ask('Z1', '2026-01', '2026-12')).status).toBe(200);
    for (const [from, to] of [
      ['2025-12', '2026-12'],
      ['2026-12', '2026-11'],
    ] as const)
      expect((await ask('Z1', from, to)).status).toBe(400);
    expect((await ask('E1', '2026-01', '2026-12')).status).toBe(404);
  });
});

describe('a reader', () => {
  it('sees their own districts as a grid officer, and nothing as a stranger', async () => {
    const { table, read } = await zone();
    const zones = zoneRepository(table);
    for (const { id, district } of FIRMS)
      await zones.tell(XUANHUA, OCTOBER, told(organization(id), district));
    const officer = await read('G1');
    expect(officer.body.districts.map(({ district }) => district)).toEqual(['第二片区']);
    expect([officer.body.numbers, officer.body.work]).toEqual([null, null]);
    expect((await read('Z1')).body.districts).toHaveLength(2);
    for (const as of ['E1', 'M1', 'C1'])
      expect(await read(as)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(await read('Z1', 'another')).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it('sees nothing of an idea or a person', async () => {
    const { clock, run, vote, read } = await zone();
    await vote();
    for (const at of [AT.closes, AT.publishes]) {
      clock.set(at);
      await run();
    }
    const text = JSON.stringify((await read('Z1')).body);
    expect(text).toContain('"complete"');
    expect(text).not.toMatch(/X\d|E1|C1|镗床|铁屑/);
  });

  it.for([147, 10_000])('costs one query for %i organizations', async many => {
    const table = await bareTable();
    const all = Array.from({ length: many }, (_, at) =>
      told(organization(`firm-${at}`), `第${at % 4}片区`),
    );
    await putItems(table, all.map(zoneItem));
    const sent: string[] = [];
    const zones = zoneRepository(watched(table, { sent: command => sent.push(command) }));
    expect((await zones.round(XUANHUA, OCTOBER)).published).toHaveLength(many);
    // One query; more than a megabyte comes in pages.
    expect(new Set(sent)).toEqual(new Set(['QueryCommand']));
    expect(sent.length).toBeLessThanOrEqual(1 + Math.ceil((many * 700) / 1_000_000));
  });

  it('needs the right to read the zone’s numbers and no other', async () => {
    const { table } = await zone();
    expect(() => zoneHandler({ table: withRightsOf('zone', table), log: SILENT })).not.toThrow();
    const other = zoneRepository(withRightsOf('employee', table));
    await expect(
      other.tell(XUANHUA, OCTOBER, told(organization('huatai'), '第一片区')),
    ).rejects.toThrow();
  });
});

/** As `tell` stores them. */
function zoneItem(one: OrganizationRound): Record<string, unknown> {
  return {
    pk: `ZONE#${XUANHUA}#NUMBERS`,
    sk: `ROUND#${OCTOBER}#${one.organization}`,
    state: 'published',
    ...one,
    counts: Object.fromEntries(one.counts),
    work: { ...one.work, counts: Object.fromEntries(one.work.counts) },
  };
}
