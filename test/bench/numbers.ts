/**
 * `npm run bench:numbers`: the cost of the numbers, on the local engine: capacity units of each act
 * and of each read; the records a second that the stream's function counts, and the delay of a
 * number; and the same reads at a hundred ideas and at a hundred thousand. Units are the same
 * everywhere; times are this machine's.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { adoptionMetricsHandler } from '../../functions/adoption-metrics/handler.ts';
import { ensureTable } from '../../infra/local/create-table.ts';
import { connection, startEngine } from '../../infra/local/engine.ts';
import { Stream } from '../../infra/local/stream.ts';
import type { Route } from '../../shared/contract/route.ts';
import { castVote, decideIdea } from '../../shared/contract/routes/deliberation.ts';
import { submitIdea, supportIdea } from '../../shared/contract/routes/ideas.ts';
import {
  exportSeries,
  getBulletin,
  getSeries,
  getStatistics,
} from '../../shared/contract/routes/numbers.ts';
import { getZoneStatistics } from '../../shared/contract/routes/zone.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import {
  isZoneId,
  type OrganizationId,
  roundAfter,
  roundsFrom,
} from '../../shared/domain/kernel/ids.ts';
import { differences, ledgerOfFacts } from '../../shared/domain/numbers/drift.ts';
import { fold } from '../../shared/domain/numbers/statistics.ts';
import { openTable, type Table } from '../../shared/store/client.ts';
import { correctionRepository } from '../../shared/store/corrections.ts';
import { toItem } from '../../shared/store/idea-item.ts';
import { ideaRepository } from '../../shared/store/ideas.ts';
import { organizationPartition } from '../../shared/store/keys.ts';
import { queryAll, startingWith } from '../../shared/store/query.ts';
import { statisticsRepository } from '../../shared/store/statistics.ts';
import { zonePeopleRepository } from '../../shared/store/zone-people.ts';
import { zoneRepository } from '../../shared/store/zones.ts';
import { NO_PICTURES } from '../functions/no-pictures.ts';
import {
  AT,
  apiOf,
  calendarOf,
  foundFirm,
  SetClock,
  SILENT,
  SLIP,
} from '../functions/small-firm.ts';
import { putItems } from '../store/many-items.ts';
import {
  HUATAI,
  member,
  newIdea,
  newMember,
  OCTOBER,
  organization,
  subject,
} from '../store/sample-facts.ts';
import { told } from '../store/zone-facts.ts';
import { costOf, type Meter, metered } from './metered.ts';
import { printTable, type Row, units } from './print-table.ts';

const USAGE = `npm run bench:numbers [-- options]
  --ideas 100,10000    how many ideas the readings are tried at; 100,10000,100000 if not given (the last takes minutes)
  --seconds 5          for how long ideas are handed in at each rate`;

const FULL = [100, 10_000, 100_000];
const RATES = [1, 100, 1_000];

const { values } = options();
const SIZES = (values.ideas ?? FULL.join(',')).split(',').map(Number);
const SECONDS = Number(values.seconds);
if (![...SIZES, SECONDS].every(number => Number.isInteger(number) && number > 0)) fail(USAGE);

const engine = await startEngine(undefined, new AbortController().signal);
const database = connection(engine.endpoint);
const client = new DynamoDBClient(database);
process.once('SIGINT', () => void engine.stop().then(() => process.exit(130)));
try {
  await costs();
  await throughput();
  await lag();
  await sizes();
} finally {
  client.destroy();
  await engine.stop();
}

async function freshTable(): Promise<Table & { readonly streamArn: string }> {
  const name = `bench-${crypto.randomUUID()}`;
  const { streamArn } = await ensureTable(client, name);
  return { ...openTable(client, name), streamArn };
}

/** The cost of each act and each read, in a firm of a dozen with sixty ideas in its round. */
async function costs(): Promise<void> {
  const raw = await freshTable();
  const { table, meter } = metered(raw);
  const counting = metered(raw);
  const clock = new SetClock(AT.collecting);
  await foundFirm(raw, { more: ['C4', 'C5'].map(id => newMember(id, ['committee'])) });
  const call = apiOf(table, clock);
  const run = calendarOf(raw, clock);
  let records = 0;
  const count = counterOn(counting.table);
  const stream = new Stream(
    database,
    raw.streamArn,
    event => {
      records += event.Records.filter(isFact).length;
      return count(event);
    },
    { lost: fail, failed: fail },
  );
  stream.start();
  const ok = async (route: Route, request: Parameters<typeof call>[1]) => {
    const reply = await call<{ id: string }>(route, request);
    if (reply.status >= 300) throw new Error(`${route.id}: ${reply.text}`);
    return reply.body;
  };

  const rows: Row[] = [];
  /**
   * Does something several times, has it counted, and records the cost of one write and of counting
   * it.
   */
  const note = async (what: string, times: number, work: (at: number) => Promise<unknown>) => {
    const before = { ...counting.meter };
    const cost = await costOf(meter, async () => {
      for (let at = 0; at < times; at += 1) await work(at);
    });
    await stream.drained();
    rows.push([
      what,
      ...shared(cost, times),
      units((counting.meter.writes - before.writes) / times),
      units((counting.meter.reads - before.reads) / times),
    ]);
  };

  const ideas: string[] = [];
  await note('idea handed in', 60, async at => {
    const { id } = await ok(submitIdea, {
      as: at % 2 === 0 ? 'E1' : 'E2',
      body: { ...SLIP, title: `建议 ${at}` },
    });
    ideas.push(id);
  });
  await note('support', 60, at => ok(supportIdea, { as: 'C3', path: { idea: ideas[at] ?? '' } }));
  clock.set(AT.opens);
  await run();
  await note('vote (of five)', 100, at =>
    ok(castVote, {
      as: `C${(at % 5) + 1}`,
      path: { idea: ideas[Math.floor(at / 5)] ?? '' },
      body: { choice: 'approve' },
    }),
  );
  await note('decision (five electors)', 20, at =>
    ok(decideIdea, { as: 'C1', path: { idea: ideas[at] ?? '' }, body: { outcome: 'adopted' } }),
  );
  clock.set(AT.closes);
  await run();
  clock.set(AT.publishes);
  await run();
  await stream.drained();
  const YEAR = { from: '2026-01', to: '2026-12' };
  await note('statistics of a round', 1, () =>
    ok(getStatistics, { as: 'M1', path: { round: OCTOBER } }),
  );
  await note('series', 1, () => ok(getSeries, { as: 'M1', query: YEAR }));
  await note('series by department', 1, () =>
    ok(getSeries, { as: 'M1', query: { ...YEAR, by: 'department' } }),
  );
  await note('bulletin', 1, () => ok(getBulletin, { as: 'E1', path: { round: OCTOBER } }));
  await threeYearsOf(raw);
  const years = { from: '2023-11', to: '2026-10' };
  await note('series of 36 published rounds', 1, () => ok(getSeries, { as: 'M1', query: years }));
  await note('… by department', 1, () =>
    ok(getSeries, { as: 'M1', query: { ...years, by: 'department' } }),
  );
  await zoneOf(raw, 147);
  await note('zone roll-up, 147 organizations', 1, () =>
    ok(getZoneStatistics, { as: 'Z1', path: { zone: 'xuanhua', round: OCTOBER } }),
  );
  await stream.stop();
  printTable(
    `What it costs, in capacity units; counted by the stream’s function afterwards (${records} records, in the batches they came in)`,
    ['each', 'requests', 'write units', 'read units', 'to count: write', 'to count: read'],
    rows,
  );
}

/** The records a second that the stream's function counts, in full batches. */
async function throughput(): Promise<void> {
  const rows: Row[] = [];
  for (const organizations of [1, 20]) {
    const table = await freshTable();
    const records: DynamoDBRecord[] = [];
    const reader = new Stream(
      database,
      table.streamArn,
      async ({ Records }) => {
        records.push(...Records.filter(isFact));
        return { batchItemFailures: [] };
      },
      { lost: fail, failed: fail },
    );
    await putAll(table, 500, at =>
      newIdea({ organization: organization(`firm-${at % organizations}`), author: `X${at % 300}` }),
    );
    reader.start();
    await reader.drained();
    await reader.stop();
    const count = counterOn(table);
    const begun = performance.now();
    for (let start = 0; start < records.length; start += 100)
      await count({ Records: records.slice(start, start + 100) });
    const seconds = (performance.now() - begun) / 1_000;
    rows.push([
      `${records.length} ideas of ${organizations} organization${organizations === 1 ? '' : 's'}`,
      (records.length / seconds).toFixed(0),
    ]);
  }
  printTable('How fast it counts', ['records in batches of 100', 'records a second'], rows);
}

/** The delay from a write to its number, at a given rate of writes. */
async function lag(): Promise<void> {
  const rows: Row[] = [];
  for (const rate of RATES) {
    const table = await freshTable();
    const stream = new Stream(database, table.streamArn, counterOn(table), {
      lost: fail,
      failed: fail,
    });
    stream.start();
    const { submitted, seconds, waits } = await handInAt(rate, table, stream);
    await stream.stop();
    const sorted = waits.toSorted((a, b) => a - b);
    const at = (share: number): string =>
      (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(0);
    rows.push([rate, (submitted / seconds).toFixed(0), at(0.5), at(0.95), at(1)]);
  }
  printTable(
    `From a write to the number that has it, over ${SECONDS} s (this engine and the writers share ${navigator.hardwareConcurrency} processors)`,
    ['asked for, writes a second', 'done, writes a second', 'median ms', '95% ms', 'most ms'],
    rows,
  );
}

/**
 * Submits at a rate, as far as the engine allows, and sometimes waits until the writes are counted.
 */
async function handInAt(rate: number, table: Table, stream: Stream) {
  const ideas = ideaRepository(table);
  const statistics = statisticsRepository(table);
  const counted = async (): Promise<number> =>
    (await statistics.totalOf(HUATAI, OCTOBER))?.counts.get('submitted') ?? 0;
  let submitted = 0;
  const begun = performance.now();
  const elapsed = (): number => (performance.now() - begun) / 1_000;
  let taken = 0;
  const write = async (): Promise<void> => {
    while (elapsed() < SECONDS) {
      if (taken >= elapsed() * rate) {
        await sleep(2);
        continue;
      }
      taken += 1;
      await ideas.create(newIdea({ author: `X${taken % 300}` }), [], 'bench');
      submitted += 1;
      stream.nudge();
    }
  };
  const waits: number[] = [];
  const watch = async (): Promise<void> => {
    for (let seen = 0; elapsed() < SECONDS; ) {
      if (submitted === seen) {
        await sleep(1);
        continue;
      }
      seen = submitted;
      const from = performance.now();
      while ((await counted()) < seen) await sleep(2);
      waits.push(performance.now() - from);
    }
  };
  const watching = watch();
  await Promise.all(Array.from({ length: Math.min(rate, 16) }, write));
  const seconds = elapsed();
  await watching;
  return { submitted, seconds, waits };
}

/** The same reads of rounds of very different sizes. */
async function sizes(): Promise<void> {
  const raw = await freshTable();
  const { table, meter } = metered(raw);
  const clock = new SetClock(AT.collecting);
  await zoneOf(raw, 147);
  const rows: Row[] = [];
  for (const size of SIZES) {
    const firm = organization(`firm-${size}`);
    await foundFirm(raw, { id: firm });
    const begun = performance.now();
    await fill(raw, firm, size);
    const filled = ((performance.now() - begun) / 1_000).toFixed(0);
    console.error(`  ${size} ideas written in ${filled} s`);
    const call = apiOf(table, clock, firm);
    const YEAR = { from: '2026-01', to: '2026-12' };
    const readings: [string, Route, Parameters<typeof call>[1]][] = [
      ['statistics of a round', getStatistics, { as: 'M1', path: { round: OCTOBER } }],
      ['series', getSeries, { as: 'M1', query: YEAR }],
      ['series by department', getSeries, { as: 'M1', query: { ...YEAR, by: 'department' } }],
      ['series as a file', exportSeries, { as: 'M1', query: YEAR }],
      [
        'zone roll-up, 147 organizations',
        getZoneStatistics,
        { as: 'Z1', path: { zone: 'xuanhua', round: OCTOBER } },
      ],
    ];
    for (const [what, route, request] of readings) {
      const times: number[] = [];
      let cost: Meter = { requests: 0, reads: 0, writes: 0 };
      for (let time = 0; time < 21; time += 1) {
        const from = performance.now();
        cost = await costOf(meter, async () => {
          const reply = await call(route, request);
          if (reply.status !== 200) throw new Error(`${route.id}: ${reply.text}`);
        });
        times.push(performance.now() - from);
      }
      rows.push([
        what,
        size,
        cost.requests,
        units(cost.reads),
        (times.toSorted((a, b) => a - b)[10] ?? 0).toFixed(1),
      ]);
    }
  }
  rows.sort((a, b) => String(a[0]).localeCompare(String(b[0])));
  printTable(
    'Reading, by how many ideas the round holds',
    ['reading', 'ideas', 'requests', 'read units', 'median ms'],
    rows,
  );
  if (!SIZES.includes(100_000)) console.log('Cut down by --ideas: not tried at 100,000 ideas.');
}

/** Copies October's round, numbers and bulletin to the 35 rounds before it. */
async function threeYearsOf(table: Table): Promise<void> {
  const prefixes = [`ROUND#${OCTOBER}`, `STATS#${OCTOBER}#`, `BULLETIN#${OCTOBER}#NUMBERS`];
  const items = await Promise.all(
    prefixes.map(prefix =>
      Array.fromAsync(queryAll(table, startingWith(organizationPartition(HUATAI), prefix))),
    ),
  );
  const copies = roundsFrom(roundAfter(OCTOBER, -35), roundAfter(OCTOBER, -1)).map(
    (to): Record<string, unknown>[] =>
      JSON.parse(JSON.stringify(items.flat()).replaceAll(OCTOBER, to)),
  );
  await putItems(table, copies.flat());
}

/** Writes a round's ideas and their numbers, as the stream would have. */
async function fill(table: Table, of: OrganizationId, size: number): Promise<void> {
  const departments = [
    '铸造车间',
    '装配车间',
    '设备部',
    '技术部',
    '财务部',
    '销售部',
    '综合办公室',
  ];
  const ideas: Idea[] = [];
  await putAll(table, size, at => {
    const idea = newIdea({
      organization: of,
      author: `X${at % 300}`,
      category: ['设备', '安全', '质量'][at % 3] ?? '设备',
      department: departments[at % departments.length],
    });
    ideas.push(idea);
    return idea;
  });
  const facts = ledgerOfFacts(OCTOBER, fold(ideas));
  await correctionRepository(table).add(of, [...differences(facts, new Map()).values()]);
}

/** A zone with a number of organizations, each with numbers, and a zone manager. */
async function zoneOf(table: Table, many: number): Promise<void> {
  const zone = 'xuanhua';
  if (!isZoneId(zone)) throw new Error(zone);
  await zonePeopleRepository(table).put({
    zone,
    id: member('Z1'),
    subject: subject('sub-Z1'),
    roles: ['zone-manager'],
    districts: [],
  });
  const zones = zoneRepository(table);
  const all = Array.from({ length: many }, (_, at) =>
    told(organization(`zone-firm-${at}`), `第${(at % 4) + 1}片区`),
  );
  for (const one of all) await zones.expect({ zone, ...one }, OCTOBER);
  for (const one of all) await zones.tell(zone, OCTOBER, one);
}

async function putAll(table: Table, many: number, make: (at: number) => Idea): Promise<void> {
  for (let start = 0; start < many; start += 1_000)
    await putItems(
      table,
      Array.from({ length: Math.min(1_000, many - start) }, (_, at) => toItem(make(start + at))),
    );
}

function counterOn(table: Table) {
  const count = adoptionMetricsHandler({
    pictures: NO_PICTURES,
    table,
    log: SILENT,
    emit: () => undefined,
  });
  // As the mapping on AWS does, which passes on facts only.
  return ({ Records }: DynamoDBStreamEvent) => count({ Records: Records.filter(isFact) });
}

function isFact({ dynamodb }: DynamoDBRecord): boolean {
  const type = (dynamodb?.NewImage ?? dynamodb?.OldImage)?.type?.S;
  return type !== undefined && ['idea', 'vote', 'support', 'member'].includes(type);
}

function shared({ requests, reads, writes }: Meter, times: number): string[] {
  return [units(requests / times), units(writes / times), units(reads / times)];
}

function options() {
  try {
    return parseArgs({
      options: { ideas: { type: 'string' }, seconds: { type: 'string', default: '5' } },
    });
  } catch (error) {
    return fail(error instanceof Error ? `${error.message}\n\n${USAGE}` : error);
  }
}

function fail(why: unknown): never {
  console.error(why);
  process.exit(1);
}
