/**
 * `npm run bench:search`: how well similar ideas are found, how long a search takes, warm and in a
 * new process, what it and an idea cost in units, and how soon a new idea is found. With `-- --pairs
 * FILE` only the first, on other pairs: lines of JSON with `text` and the `id` of the idea that it
 * means, or null. They are about the committed ideas, or those of `--ideas FILE`: lines of JSON with
 * `id`, `title`, `problem` and `proposal`.
 *
 * The engine is in memory. Units are the same everywhere; times are this machine's.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { searchIndexHandler } from '../../functions/search-index/handler.ts';
import { bundle } from '../../infra/aws/bundle.ts';
import { ensureTable } from '../../infra/local/create-table.ts';
import { type Connection, connection, startEngine } from '../../infra/local/engine.ts';
import { Stream } from '../../infra/local/stream.ts';
import { submitIdea } from '../../shared/contract/routes/ideas.ts';
import { findSimilarIdeas, searchIdeas } from '../../shared/contract/routes/search.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import { type RoundId, roundAfter } from '../../shared/domain/kernel/ids.ts';
import { candidatesIn, joinedTexts } from '../../shared/domain/search/joined-texts.ts';
import { scoreOf } from '../../shared/domain/search/matching.ts';
import { prepared } from '../../shared/domain/search/prepared.ts';
import { termsOf } from '../../shared/domain/search/search-terms.ts';
import { nearestTo } from '../../shared/domain/search/similarity.ts';
import { openTable, type Table } from '../../shared/store/client.ts';
import { toItem } from '../../shared/store/idea-item.ts';
import { searchIndex } from '../../shared/store/search-index.ts';
import { searchWriter } from '../../shared/store/search-writer.ts';
import { AT, apiOf, eventOf, foundFirm, SetClock, SILENT } from '../functions/small-firm.ts';
import { DeployedFunction } from '../infra/lambda/deployed-function.ts';
import { LAMBDA_ENVIRONMENT } from '../infra/lambda-environment.ts';
import { ideasIn, knownIdeas, pairsIn, qualityOf } from '../sample/similar-ideas.ts';
import { putItems } from '../store/many-items.ts';
import { HUATAI, newIdea, OCTOBER } from '../store/sample-facts.ts';
import { costOf, metered } from './metered.ts';
import { printTable, type Row, units } from './print-table.ts';

/** Five years. */
const ROUNDS = 60;
/** As in the template. */
const MEGABYTES = 1769;
const TIMEOUT = 20;
/** How many ideas are handed in, to see how soon they are found. */
const NEW_IDEAS = 8;

/** What people look for. */
const WORDS = [
  ...['行车', '漏油', '灯', '3号', 'LED', '护栏 平台', '减速机漏油', '食堂排队', '更衣室 柜'],
  ...['镗床铁屑', '数控', '除尘', '导轨润滑不出油', '天车 钢丝绳', '外协', '叉车倒车', '0.9米'],
];

const answered = z.object({ statusCode: z.number() });

/** The committed ideas, and what they are made of. */
const IDEAS = knownIdeas();
const FRAGMENTS = IDEAS.flatMap(({ title, problem, proposal }) =>
  `${title}，${problem}，${proposal}`.split(/[，,。；]/),
);
const CHARACTERS = FRAGMENTS.join('');

const { values } = parseArgs({
  options: {
    pairs: { type: 'string' },
    ideas: { type: 'string' },
    sizes: { type: 'string', default: '3600,20000' },
    searches: { type: 'string', default: '60' },
    starts: { type: 'string', default: '5' },
  },
});

printQuality();
if (values.pairs === undefined) await measure();

/** How well similar ideas are found. */
function printQuality(): void {
  const ideas = values.ideas === undefined ? IDEAS : ideasIn(values.ideas);
  const pairs = pairsIn(values.pairs);
  const parts = [...new Set(pairs.map(({ part }) => part))];
  const share = (number: number, of: number) =>
    of === 0 ? '–' : `${((100 * number) / of).toFixed(1)} %`;
  printTable(
    `similar ideas, of ${ideas.length}: goals are 90 % and 10 %`,
    ['pairs', 'mean an idea', 'in the five', 'first', 'mean none', 'false alarms'],
    parts.map(part => {
      const one = qualityOf(
        pairs.filter(pair => pair.part === part),
        ideas,
      );
      return [
        part,
        one.meaning,
        share(one.found, one.meaning),
        share(one.foundFirst, one.meaning),
        one.meaningNone,
        share(one.falseAlarms, one.meaningNone),
      ];
    }),
  );
  if (values.pairs === undefined) return;
  const titles = new Map(ideas.map(({ id, title }) => [id, title]));
  for (const { pair, shown } of qualityOf(pairs, ideas).wrong)
    console.log(
      `  ${pair.text}\n    means ${pair.id ?? 'none'}; shown: ${shown.map(id => titles.get(id) ?? id).join(' | ') || 'none'}`,
    );
}

async function measure(): Promise<void> {
  const engine = await startEngine(undefined, new AbortController().signal);
  const at = connection(engine.endpoint);
  const client = new DynamoDBClient(at);
  process.once('SIGINT', () => void engine.stop().then(() => process.exit(130)));
  try {
    const warm: Row[] = [];
    const cold: Row[] = [];
    const writes: Row[] = [];
    for (const many of values.sizes.split(',').map(Number)) {
      const name = `bench-${many}`;
      const { streamArn } = await ensureTable(client, name);
      const table = openTable(client, name);
      const filled = await fill(table, many);
      writes.push([many, ...filled, ...(await newIdeas(table, at, streamArn))]);
      warm.push(...(await searches(table, many)));
      cold.push(...(await starts(at, name, many)));
    }
    printTable(
      'a search in a running function: goal p95 of 100 ms',
      ['ideas', 'what', 'p50 ms', 'p95 ms', 'p95 ms of the function alone', 'read units'],
      warm,
    );
    printTable(
      `the first search of a new process, whose start counts: goal 1,500 ms`,
      ['ideas', 'what', 'p50 ms', 'p95 ms'],
      cold,
    );
    printTable(
      'what is stored and written: goal 5 s',
      [
        ...['ideas', 'all written, s', 'loading, read units'],
        ...['an idea, write units', 'read units', 'found after, p95 s'],
      ],
      writes,
    );
  } finally {
    client.destroy();
    await engine.stop();
  }
}

/** Fills a firm's rounds with ideas, and what is searched, as the audit does for a new release. */
async function fill(table: Table, many: number): Promise<Row> {
  await foundFirm(table, {});
  const ideas = Array.from({ length: many }, (_, at) => madeIdea(at));
  await putItems(
    table,
    ideas.map(idea => toItem(idea)),
  );
  const writer = searchWriter(table);
  const begun = performance.now();
  for (const [round, those] of Map.groupBy(ideas, idea => idea.round))
    await writer.write(
      HUATAI,
      round,
      those.map(({ id }) => id),
    );
  const seconds = (performance.now() - begun) / 1000;
  const { table: counted, meter } = metered(table);
  const found = searchIndex(counted);
  const { reads } = await costOf(meter, () => found.of(HUATAI));
  return [seconds.toFixed(1), units(reads)];
}

/** Searches in this process, whose handler keeps what it has read. */
async function searches(table: Table, many: number): Promise<Row[]> {
  const { table: counted, meter } = metered(table);
  const call = apiOf(counted, new SetClock(AT.collecting));
  const words = (at: number) =>
    call(searchIdeas, { as: 'E2', query: { q: WORDS[at % WORDS.length] ?? '' } });
  const similar = (at: number) => {
    const { title, problem } = IDEAS[at % IDEAS.length] ?? { title: '', problem: '' };
    return call(findSimilarIdeas, { as: 'E2', body: { title, problem } });
  };
  // What goes through the texts, without reading the ideas that are found.
  const rounds = await searchIndex(table).of(HUATAI);
  const joined = rounds.map(({ entries }) => ({ entries, texts: joinedTexts(entries) }));
  const compared = rounds.map(({ entries }) => prepared(entries));
  const onlyWords = async (at: number) => {
    const terms = termsOf(WORDS[at % WORDS.length] ?? '');
    for (const { entries, texts } of joined)
      for (const place of candidatesIn(texts, terms))
        if (entries[place]) scoreOf(terms, entries[place]);
  };
  const onlySimilar = async (at: number) => {
    const { title, problem } = IDEAS[at % IDEAS.length] ?? { title: '', problem: '' };
    nearestTo({ title, problem }, compared);
  };
  const rows: Row[] = [];
  for (const [what, ask, only] of [
    ['words', words, onlyWords],
    ['similar ideas', similar, onlySimilar],
  ] as const) {
    for (let at = 0; at < 3; at += 1) await ask(at);
    const { reads } = await costOf(meter, async () => {
      for (let at = 0; at < WORDS.length; at += 1) await ask(at);
    });
    const [times, alone] = [await timesOf(ask), await timesOf(only)];
    rows.push([
      many,
      what,
      quantile(times, 0.5),
      quantile(times, 0.95),
      quantile(alone, 0.95),
      units(reads / WORDS.length),
    ]);
  }
  return rows;
}

async function timesOf(ask: (at: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < Number(values.searches); at += 1) {
    const begun = performance.now();
    await ask(at);
    times.push(performance.now() - begun);
  }
  return times;
}

/** The bundled function in a process of its own for each search, with Lambda's memory. */
async function starts(at: Connection, table: string, many: number): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'search-'));
  try {
    bundle('test/infra/lambda/runtime-client.ts', join(folder, 'client'));
    bundle('functions/search/index.ts', join(folder, 'search'));
    const [first] = IDEAS;
    const { title = '', problem = '' } = first ?? {};
    const path = { organization: HUATAI };
    const events = {
      words: eventOf(searchIdeas, { as: 'E2', path, query: { q: '减速机漏油' } }),
      'similar ideas': eventOf(findSimilarIdeas, { as: 'E2', path, body: { title, problem } }),
    };
    const rows: Row[] = [];
    for (const [what, event] of Object.entries(events)) {
      const times: number[] = [];
      for (let start = 0; start < Number(values.starts); start += 1) {
        const started = new DeployedFunction({
          name: 'search',
          folder: join(folder, 'search'),
          handler: 'index.handler',
          timeoutSeconds: TIMEOUT,
          megabytes: MEGABYTES,
          environment: {
            ...LAMBDA_ENVIRONMENT,
            TABLE_NAME: table,
            NODE_OPTIONS: `--max-old-space-size=${MEGABYTES}`,
            AWS_REGION: at.region,
            AWS_ACCESS_KEY_ID: at.credentials.accessKeyId,
            AWS_SECRET_ACCESS_KEY: at.credentials.secretAccessKey,
            AWS_ENDPOINT_URL_DYNAMODB: at.endpoint,
          },
          client: join(folder, 'client', 'index.mjs'),
        });
        const begun = performance.now();
        const { statusCode } = answered.parse(await started.invoke(event));
        if (statusCode !== 200) throw new Error(`answered ${statusCode}: ${started.log}`);
        times.push(performance.now() - begun);
        await started.stop();
      }
      rows.push([many, what, quantile(times, 0.5), quantile(times, 0.95)]);
    }
    return rows;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What an idea costs in what is searched, and how soon it is found once it is handed in. */
async function newIdeas(table: Table, at: Connection, streamArn: string): Promise<Row> {
  const { table: counted, meter } = metered(table);
  const cost = { reads: 0, writes: 0, ideas: 0 };
  const index = searchIndexHandler({ table: counted, log: SILENT });
  const stream = new Stream(
    at,
    streamArn,
    async event => {
      const handled = { batchItemFailures: [] as { itemIdentifier: string }[] };
      // What the table was filled with is written already.
      if (cost.ideas === 0) return handled;
      const { reads, writes } = await costOf(meter, async () => {
        handled.batchItemFailures = (await index(event)).batchItemFailures;
      });
      Object.assign(cost, { reads: cost.reads + reads, writes: cost.writes + writes });
      return handled;
    },
    { lost: () => undefined, failed: error => console.error(error) },
  );
  stream.start();
  await stream.drained();
  const call = apiOf(table, new SetClock(AT.collecting));
  const waits: number[] = [];
  for (const { title, problem, proposal } of IDEAS.slice(0, NEW_IDEAS)) {
    cost.ideas += 1;
    const mark = `第${cost.ideas}次试验`;
    const body = { title: `${title}${mark}`.slice(-60), problem, proposal, category: '设备' };
    await call(submitIdea, { as: 'E1', body });
    const begun = performance.now();
    for (let found = false; !found; ) {
      const { text } = await call(searchIdeas, { as: 'E2', query: { q: mark } });
      found = text.includes(mark);
    }
    waits.push(performance.now() - begun);
  }
  await stream.stop();
  return [
    units(cost.writes / cost.ideas),
    units(cost.reads / cost.ideas),
    (Number(quantile(waits, 0.95)) / 1000).toFixed(1),
  ];
}

/**
 * An idea of about 190 characters. Its sentences are parts of the known ideas with some characters
 * exchanged, so that texts repeat, and compress, about as people's do.
 */
function madeIdea(at: number): Idea {
  const next = randomFrom(at + 1);
  const pick = (): string => {
    const fragment = FRAGMENTS[next(FRAGMENTS.length)] ?? '';
    return [...fragment]
      .map(one => (next(4) === 0 ? CHARACTERS.charAt(next(CHARACTERS.length)) : one))
      .join('');
  };
  const text = (length: number): string => {
    let written = pick();
    while (written.length < length) written += `，${pick()}`;
    return written.slice(0, length);
  };
  const round = roundOf(at);
  return {
    ...newIdea({ round, key: `made ${at}`, author: 'E1' }),
    title: text(8 + next(12)),
    problem: text(40 + next(100)),
    proposal: text(40 + next(100)),
  };
}

function roundOf(at: number): RoundId {
  return roundAfter(OCTOBER, -(at % ROUNDS));
}

/** Numbers below a bound that look random, the same each time. */
function randomFrom(seed: number): (bound: number) => number {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  return bound => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return (state >>> 8) % bound;
  };
}

function quantile(numbers: readonly number[], share: number): string {
  const sorted = numbers.toSorted((one, other) => one - other);
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(0);
}
