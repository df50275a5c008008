/**
 * `npm run bench:jobs`: the cost of each everyday request and its rate a second, one at a time and
 * sixteen concurrently. The handlers run in this process on an engine in memory, so that the
 * processor time of our own code is measured apart from the engine's. Units are the same
 * everywhere; times are this machine's.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { adoptionMetricsHandler } from '../../functions/adoption-metrics/handler.ts';
import { ensureTable } from '../../infra/local/create-table.ts';
import { connection, startEngine } from '../../infra/local/engine.ts';
import { Stream } from '../../infra/local/stream.ts';
import type { Route } from '../../shared/contract/route.ts';
import { castVote, decideIdea, getAgenda } from '../../shared/contract/routes/deliberation.ts';
import { getIdea, listIdeas, submitIdea, supportIdea } from '../../shared/contract/routes/ideas.ts';
import { getStatistics } from '../../shared/contract/routes/numbers.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import type { OrganizationId } from '../../shared/domain/kernel/ids.ts';
import { openTable, type Table } from '../../shared/store/client.ts';
import { toItem } from '../../shared/store/idea-item.ts';
import { supportRepository } from '../../shared/store/supports.ts';
import { voteRepository } from '../../shared/store/votes.ts';
import { NO_PICTURES } from '../functions/no-pictures.ts';
import {
  AT,
  eventOf,
  foundFirm,
  handlersOf,
  NO_CONTEXT,
  type Request,
  SetClock,
  SILENT,
  SLIP,
} from '../functions/small-firm.ts';
import { putItems } from '../store/many-items.ts';
import { putRound } from '../store/put-items.ts';
import {
  COMMITTEE,
  listed,
  member,
  newIdea,
  newMember,
  OCTOBER,
  organization,
  roundIn,
  unanimous,
} from '../store/sample-facts.ts';
import { costOf, metered } from './metered.ts';
import { printTable, type Row, units } from './print-table.ts';

const USAGE = `npm run bench:jobs [-- options]
  --requests 300    how many requests each job is measured with, at least 20
  --only list       only the jobs whose name has this in it`;

/** The number of requests before the measurement, so that compilation is done. */
const WARM_UP = 60;
const SIDE_BY_SIDE = [1, 16];
/**
 * A month's ideas, the number of supports of each, and the number of ideas to decide in the
 * measurement of decisions.
 */
const IDEAS = 60;
const BACKERS = 8;
const EMPLOYEES = 200;

const { values } = options();
const REQUESTS = Number(values.requests);
if (!Number.isInteger(REQUESTS) || REQUESTS < 20) fail(USAGE);
/** Each is decided once: those of the warm-up, the measured ones, and one whose cost is shown. */
const UNDECIDED = SIDE_BY_SIDE.length * (REQUESTS + WARM_UP) + 1;

/** A job, as its n-th request. */
interface Job {
  readonly name: string;
  readonly route: Route;
  readonly of: OrganizationId;
  readonly at: string;
  readonly request: (time: number) => Request;
}

const engine = await startEngine(undefined, new AbortController().signal);
const database = connection(engine.endpoint);
const client = new DynamoDBClient(database);
process.once('SIGINT', () => void engine.stop().then(() => process.exit(130)));
try {
  const name = `bench-${crypto.randomUUID()}`;
  const { streamArn } = await ensureTable(client, name);
  const table = openTable(client, name);
  const jobs = await preparedJobs(table);
  await countAll(table, streamArn);
  const rows: Row[] = [];
  for (const job of jobs.filter(({ name }) => name.includes(values.only ?? '')))
    rows.push(...(await measure(table, job)));
  printTable(
    `${REQUESTS} requests each, in a round of ${IDEAS} ideas, ${BACKERS} backers an idea, five electors; processor time and units a request`,
    [
      'job',
      'side by side',
      'requests a second',
      'p50 ms',
      'p99 ms',
      'our processor ms',
      'engine’s ms',
      'calls',
      'read units',
      'write units',
    ],
    rows,
  );
} finally {
  client.destroy();
  await engine.stop();
}

/** The firms of the jobs: one collects, one votes, and one has many ideas to decide. */
async function preparedJobs(table: Table): Promise<Job[]> {
  const [collecting, voting, deciding] = ['collecting', 'voting', 'deciding'].map(organization);
  if (!collecting || !voting || !deciding) throw new Error('no firms');
  const more = (of: OrganizationId) => [
    ...['C4', 'C5'].map(id => newMember(id, ['committee'], of)),
    ...Array.from({ length: EMPLOYEES }, (_, at) => newMember(`P${at}`, ['employee'], of)),
  ];
  await putRound(table, roundIn('deliberating', OCTOBER, voting));
  await putRound(table, roundIn('deliberating', OCTOBER, deciding));
  for (const id of [collecting, voting, deciding]) await foundFirm(table, { id, more: more(id) });

  const submittedIdea = await ideasOf(table, collecting, IDEAS, idea => idea);
  const votedOn = await ideasOf(table, voting, IDEAS, idea => listed(idea));
  const undecided = await ideasOf(table, deciding, UNDECIDED, idea => listed(idea));
  const votes = voteRepository(table);
  await allAtOnce([...votedOn, ...undecided], async idea => {
    for (const vote of unanimous('approve')) await votes.cast(idea, vote);
  });

  const ideaOf = (ideas: readonly Idea[], at: number): { idea: string } => ({
    idea: ideas[at % ideas.length]?.id ?? '',
  });
  const someone = (at: number): string => `P${at % EMPLOYEES}`;
  const elector = (at: number): string =>
    COMMITTEE[Math.floor(at / IDEAS) % COMMITTEE.length] ?? '';
  const round = { round: OCTOBER };
  let decided = 0;
  const collect = { of: collecting, at: AT.collecting };
  const vote = { of: voting, at: AT.voting };
  return [
    {
      name: 'list of 10',
      route: listIdeas,
      ...collect,
      request: at => ({ as: someone(at), path: round, query: { limit: '10' } }),
    },
    {
      name: 'list of 50',
      route: listIdeas,
      ...collect,
      request: at => ({ as: someone(at), path: round, query: { limit: '50' } }),
    },
    {
      name: 'list of 10, two filters',
      route: listIdeas,
      ...collect,
      request: at => ({
        as: someone(at),
        path: round,
        query: { limit: '10', status: 'submitted', category: '设备' },
      }),
    },
    {
      name: 'one idea',
      route: getIdea,
      ...vote,
      request: at => ({ as: someone(at), path: ideaOf(votedOn, at) }),
    },
    {
      name: 'agenda of 60',
      route: getAgenda,
      ...vote,
      request: at => ({ as: elector(at), path: round, query: { limit: String(IDEAS) } }),
    },
    {
      name: 'statistics',
      route: getStatistics,
      ...collect,
      request: () => ({ as: 'M1', path: round }),
    },
    {
      name: 'support',
      route: supportIdea,
      ...collect,
      request: at => ({ as: someone(Math.floor(at / IDEAS)), path: ideaOf(submittedIdea, at) }),
    },
    {
      name: 'vote',
      route: castVote,
      ...vote,
      request: at => ({
        as: elector(at),
        path: ideaOf(votedOn, at),
        body: {
          choice: Math.floor(at / IDEAS / COMMITTEE.length) % 2 === 0 ? 'oppose' : 'approve',
        },
      }),
    },
    {
      name: 'decision',
      route: decideIdea,
      of: deciding,
      at: AT.voting,
      request: () => {
        decided += 1;
        return { as: 'C1', path: ideaOf(undecided, decided), body: { outcome: 'adopted' } };
      },
    },
    {
      name: 'hand in',
      route: submitIdea,
      ...collect,
      request: at => ({
        as: someone(at),
        body: SLIP,
        headers: { 'idempotency-key': crypto.randomUUID() },
      }),
    },
  ];
}

/** Stores ideas unchanged, each supported by some of the firm. */
async function ideasOf(
  table: Table,
  of: OrganizationId,
  many: number,
  act: (idea: Idea) => Idea,
): Promise<Idea[]> {
  const ideas = Array.from({ length: many }, (_, at) =>
    act(
      newIdea({
        organization: of,
        author: `P${at % EMPLOYEES}`,
        category: ['设备', '安全', '质量'][at % 3] ?? '设备',
      }),
    ),
  );
  await putItems(
    table,
    ideas.map(idea => toItem(idea)),
  );
  const supports = supportRepository(table);
  await allAtOnce(ideas.slice(0, IDEAS), async ({ id }) => {
    const at = ideas.findIndex(idea => idea.id === id);
    for (let next = 1; next <= BACKERS; next += 1)
      await supports.add(of, id, member(`P${(at * 7 + next * 13) % EMPLOYEES}`));
  });
  return ideas;
}

/**
 * Lets the stream's function count all stored writes, and stops it, because it would take processor
 * time.
 */
async function countAll(table: Table, streamArn: string): Promise<void> {
  const count = adoptionMetricsHandler({
    pictures: NO_PICTURES,
    table,
    log: SILENT,
    emit: () => undefined,
  });
  const stream = new Stream(database, streamArn, count, { lost: fail, failed: fail });
  stream.start();
  await stream.drained();
  await stream.stop();
}

/** A row for each number of concurrent requests. */
async function measure(table: Table, { name, route, of, at, request }: Job): Promise<Row[]> {
  const clock = new SetClock(at);
  const unguarded = (_: unknown, raw: Table): Table => raw;
  const callOn = (on: Table) => {
    const handlers = handlersOf(on, clock, SILENT, unguarded);
    return async (asked: Request): Promise<void> => {
      const headers = { 'accept-encoding': 'gzip', ...asked.headers };
      const path = { organization: of, ...asked.path };
      const event = eventOf(route, { ...asked, path, headers });
      const { statusCode = 0, body } = await handlers[route.audience](event, NO_CONTEXT);
      if (statusCode >= 300) throw new Error(`${route.id}: ${statusCode} ${body}`);
    };
  };
  const call = callOn(table);
  let time = 0;
  const next = (): Request => {
    time += 1;
    return request(time - 1);
  };
  const counting = metered(table);
  const costly = callOn(counting.table);
  const cost = await costOf(counting.meter, () => costly(next()));
  const rows: Row[] = [];
  for (const workers of SIDE_BY_SIDE) {
    await inTurns(WARM_UP, workers, () => call(next()));
    const times: number[] = [];
    const [ours, engines, begun] = [process.cpuUsage(), engineMillis(), performance.now()];
    await inTurns(REQUESTS, workers, async () => {
      const from = performance.now();
      await call(next());
      times.push(performance.now() - from);
    });
    const seconds = (performance.now() - begun) / 1_000;
    const { user, system } = process.cpuUsage(ours);
    const sorted = times.toSorted((a, b) => a - b);
    const within = (share: number): string =>
      (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
    rows.push([
      name,
      workers,
      (REQUESTS / seconds).toFixed(0),
      within(0.5),
      within(0.99),
      ((user + system) / 1_000 / REQUESTS).toFixed(2),
      engines === undefined ? '–' : (((engineMillis() ?? 0) - engines) / REQUESTS).toFixed(2),
      cost.requests,
      units(cost.reads),
      units(cost.writes),
    ]);
  }
  return rows;
}

/** Does something a number of times, with a number of them concurrently. */
async function inTurns(times: number, workers: number, work: () => Promise<void>): Promise<void> {
  let begun = 0;
  const worker = async (): Promise<void> => {
    while (begun < times) {
      begun += 1;
      await work();
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
}

async function allAtOnce<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  await inTurns(items.length, 16, async () => {
    const item = waiting.pop();
    if (item !== undefined) await work(item);
  });
}

/**
 * The engine's processor time so far; unknown without `/proc`. A tick is a hundredth of a second on
 * Linux.
 */
function engineMillis(): number | undefined {
  try {
    const ticks = descendantsOf(process.pid).map(pid => {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      return Number(fields[11]) + Number(fields[12]);
    });
    return ticks.reduce((sum, one) => sum + one, 0) * 10;
  } catch {
    return undefined;
  }
}

/** The processes that this one has started, and their own: the engine and its guard. */
function descendantsOf(pid: number): number[] {
  const children = readdirSync(`/proc/${pid}/task`).flatMap(thread =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8')
      .split(' ')
      .filter(Boolean)
      .map(Number),
  );
  return children.flatMap(child => [child, ...descendantsOf(child)]);
}

function options() {
  try {
    return parseArgs({
      options: { requests: { type: 'string', default: '300' }, only: { type: 'string' } },
    });
  } catch (error) {
    return fail(error instanceof Error ? `${error.message}\n\n${USAGE}` : error);
  }
}

function fail(why: unknown): never {
  console.error(why);
  process.exit(1);
}
