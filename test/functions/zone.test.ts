/** The zone's roll-up on a real table: what it adds up, who sees which part of it, and that nothing else can be got at. */
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { adoptionMetricsHandler } from '../../functions/adoption-metrics/handler.ts';
import { Stream } from '../../infra/local/stream.ts';
import { submitIdea } from '../../shared/contract/routes/ideas.ts';
import { getZoneStatistics } from '../../shared/contract/routes/zone.ts';
import { isZoneId, type ZoneId } from '../../shared/domain/ids.ts';
import type { ZoneMember } from '../../shared/domain/organization.ts';
import { memberRepository } from '../../shared/store/members.ts';
import { zoneRepository, zoneStatisticsKey } from '../../shared/store/zones.ts';
import { freshTable } from '../fresh-table.ts';
import { member, newMember, OCTOBER, organization, subject } from '../store/sample-facts.ts';
import { watched } from '../store/watched-table.ts';
import { withRightsOf } from './rights.ts';
import { AT, apiOf, foundFirm, SetClock, SILENT, SLIP } from './small-firm.ts';

const zoneOf = (text: string): ZoneId => {
  if (!isZoneId(text)) throw new Error(text);
  return text;
};
const XUANHUA = zoneOf('xuanhua');

function zoneMember(id: string, roles: ZoneMember['roles'], districts: readonly string[] = []): ZoneMember {
  return { zone: XUANHUA, id: member(id), subject: subject(`sub-${id}`), roles, districts };
}

interface Reply {
  readonly organizations: number;
  readonly numbers: Numbers | null;
  readonly districts: readonly {
    readonly district: string;
    readonly numbers: Numbers | null;
    readonly rows: readonly { readonly organization: string; readonly numbers: Numbers | null }[];
  }[];
}
interface Numbers {
  readonly submitted: number;
  readonly participation: { readonly numerator: number; readonly denominator: number };
}

const FIRMS = [
  { id: 'huatai', district: '第一片区', authors: 6 },
  { id: 'zhongcheng', district: '第一片区', authors: 7 },
  { id: 'hongda', district: '第二片区', authors: 8 },
] as const;

async function zone() {
  const table = await freshTable();
  const stream = new Stream(
    table.endpoint,
    table.streamArn,
    adoptionMetricsHandler({
      table: withRightsOf('adoption-metrics', table),
      log: SILENT,
      publish: () => undefined,
    }),
    { lost: () => undefined, failed: () => undefined },
  );
  stream.start();
  const clock = new SetClock(AT.collecting);
  for (const { id, district, authors } of FIRMS) {
    const firm = organization(id);
    const people = Array.from({ length: authors }, (_, at) => newMember(`X${at}`, ['employee'], firm));
    await foundFirm(table, { id: firm, zone: XUANHUA, district, more: people });
    const call = apiOf(table, clock, firm);
    for (const { id: author } of people)
      expect((await call(submitIdea, { as: author, body: SLIP })).status).toBe(201);
  }
  const members = memberRepository(table);
  await members.putInZone(zoneMember('Z1', ['zone-manager']));
  await members.putInZone(zoneMember('G1', ['grid-officer'], ['第二片区']));
  await stream.drained();
  const call = apiOf(table, clock);
  const read = (as: string, zone = 'xuanhua') =>
    call<Reply & { code?: string }>(getZoneStatistics, { as, path: { zone, round: OCTOBER } });
  return { table, clock, stream, read };
}

describe('the roll-up', () => {
  it('adds up what the organizations’ own numbers say, by district and for the whole', async () => {
    const { stream, read } = await zone();
    const { status, body } = await read('Z1');
    await stream.stop();
    expect(status).toBe(200);
    expect(body.organizations).toBe(3);
    expect(body.numbers?.submitted).toBe(21);
    // Each firm has seven people of its own besides.
    expect(body.numbers?.participation).toMatchObject({ numerator: 21, denominator: 42 });
    const first = body.districts.find(({ district }) => district === '第一片区');
    expect(first?.numbers?.submitted).toBe(13);
    expect(new Map(first?.rows.map(row => [row.organization, row.numbers?.submitted]))).toEqual(
      new Map([
        ['huatai', 6],
        ['zhongcheng', 7],
      ]),
    );
  });

  it('shows a grid officer their districts only, and strangers nothing', async () => {
    const { stream, read } = await zone();
    await stream.stop();
    const officer = await read('G1');
    expect(officer.body.districts.map(({ district }) => district)).toEqual(['第二片区']);
    expect(officer.body.numbers).toBeNull();
    for (const as of ['E1', 'M1', 'C1'])
      expect(await read(as)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(await read('Z1', 'another')).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it('holds nothing of an idea or a person', async () => {
    const { stream, read } = await zone();
    await stream.stop();
    const text = JSON.stringify((await read('Z1')).body);
    expect(text).not.toMatch(/X\d|E1|镗床|铁屑/);
  });

  it.for([147, 10_000])('is two queries for %i organizations', async many => {
    const table = await freshTable();
    const zones = zoneRepository(table);
    const places = Array.from({ length: many }, (_, at) => ({
      organization: organization(`firm-${at}`),
      placement: { zone: XUANHUA, district: `第${at % 4}片区`, name: `单位 ${at}` },
    }));
    const items = places.map(({ organization, placement }) => ({
      ...zoneStatisticsKey(placement, organization, OCTOBER),
      organization,
      name: placement.name,
      district: placement.district,
      submitted: 60,
      participants: 40,
    }));
    const batches = Array.from({ length: Math.ceil(many / 25) }, (_, at) =>
      items.slice(at * 25, at * 25 + 25),
    );
    const put = async (): Promise<void> => {
      for (let batch = batches.pop(); batch; batch = batches.pop())
        await table.client.send(
          new BatchWriteCommand({
            RequestItems: { [table.name]: batch.map(Item => ({ PutRequest: { Item } })) },
          }),
        );
    };
    await Promise.all(Array.from({ length: 8 }, put));
    const sent: string[] = [];
    const looked = zoneRepository(watched(table, { sent: command => sent.push(command) }));
    expect(await looked.totals(XUANHUA, OCTOBER, 'all')).toHaveLength(many);
    expect(sent.filter(command => command !== 'QueryCommand')).toEqual([]);
    // One query each for headcounts and numbers; what is more than a megabyte comes in pages.
    expect(sent.length).toBeLessThanOrEqual(2 + Math.ceil((many * 400) / 1_000_000));
    expect(await zones.totals(XUANHUA, OCTOBER, ['第1片区'])).toHaveLength(
      places.filter(({ placement }) => placement.district === '第1片区').length,
    );
  });
});
