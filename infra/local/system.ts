/**
 * The whole system on one machine: the handlers that run on Lambda, behind stand-ins for what AWS puts around them. Parts are
 * started one after another and stopped in the opposite order, also when starting is broken off halfway.
 */
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { adoptionMetricsHandler } from '../../functions/adoption-metrics/handler.ts';
import { embeddedMetrics } from '../../functions/adoption-metrics/metrics.ts';
import { committeeHandler } from '../../functions/committee/handler.ts';
import { cycleHandler } from '../../functions/deliberation-cycle/handler.ts';
import { employeeHandler } from '../../functions/employee/handler.ts';
import { managerHandler } from '../../functions/manager/handler.ts';
import type { Audience } from '../../shared/contract/route.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { failureOf } from '../../shared/http/log.ts';
import { openTable } from '../../shared/store/client.ts';
import { aheadFor, LocalClock } from './clock.ts';
import { clockDoor } from './clock-door.ts';
import { ensureTable } from './create-table.ts';
import { connection, damaged, startEngine } from './engine.ts';
import { type LambdaHandler, openGateway } from './gateway.ts';
import { journalIn } from './journal.ts';
import { keepIn, keptIn } from './kept.ts';
import { lambda } from './lambda.ts';
import { buildPages } from './pages.ts';
import { ACCOUNTS } from './sample/accounts.ts';
import { foundSamples } from './sample/organizations.ts';
import { Schedule } from './schedule.ts';
import { AUDIENCE, CLIENT_ID, RESOURCE, SIGN_IN_PATH, signIn } from './sign-in.ts';
import { Stream } from './stream.ts';

export interface SystemOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Where data is kept; nowhere if not given. */
  readonly folder?: string;
  /** The time at which a new system begins; the present if not given. */
  readonly at?: Instant;
  /** Whether the web pages are built and served. */
  readonly pages: boolean;
  /** Told of every part that has come up. */
  readonly progress?: (part: string, milliseconds: number) => void;
  /** Takes the metrics as they are published, a line each. */
  readonly metrics?: (line: string) => void;
  readonly signal?: AbortSignal;
}

export interface System {
  readonly address: string;
  readonly table: { readonly endpoint: string; readonly name: string };
  /** Waits until everything written so far has reached the numbers. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

const TABLE = 'golden-ideas';
const NAMESPACE = 'GoldenIdeas';

/** Starts the system. Throws `StartFailure` where somebody can do something about it. */
export async function startSystem(options: SystemOptions): Promise<System> {
  const { folder, progress = () => undefined, signal = new AbortController().signal } = options;
  const running = new AsyncDisposableStack();
  const part = async <Part>(
    name: string,
    start: () => Promise<Part>,
    stop?: (part: Part) => Promise<void>,
  ) => {
    signal.throwIfAborted();
    const begun = performance.now();
    const started = await start();
    if (stop) running.defer(() => stop(started));
    signal.throwIfAborted();
    progress(name, performance.now() - begun);
    return started;
  };
  try {
    const { log, metrics } = journalIn(folder, options.metrics ?? (() => undefined));
    // Built while the database comes up; whether it went well is asked when its turn comes.
    const built = options.pages ? buildPages() : undefined;
    built?.catch(() => undefined);
    const gateway = await part(
      '端口 port',
      () => openGateway(options.port),
      gateway => gateway.stop(),
    );
    const origin = `http://localhost:${gateway.port}`;
    const engine = await part(
      '数据库 DynamoDB Local',
      () => startEngine(folder && join(folder, 'dynamodb'), signal),
      engine => engine.stop(),
    );
    const client = new DynamoDBClient(connection(engine.endpoint));
    running.defer(async () => client.destroy());
    const table = openTable(client, TABLE);
    const kept = await keptIn(folder);
    const clock = new LocalClock(kept.ahead ?? (options.at === undefined ? 0 : aheadFor(options.at)));
    const keep = (): void => keepIn(folder, { ahead: clock.ahead, keys: kept.keys });
    keep();
    const { streamArn } = await part('样例数据 sample data', async () => {
      try {
        const made = await ensureTable(client, TABLE);
        await foundSamples(table, clock.now());
        return made;
      } catch (error) {
        throw folder !== undefined && isUnreadable(error) ? damaged(folder) : error;
      }
    });

    const wiring = { table, clock, log };
    const handlers: Record<Audience, LambdaHandler> = {
      employee: lambda(employeeHandler(wiring)),
      committee: lambda(committeeHandler(wiring)),
      manager: lambda(managerHandler(wiring)),
    };
    const failed = (where: string) => (error: unknown) => log.error(where, failureOf(error));
    const stream = await part(
      '数据流 stream → adoption-metrics',
      async () => {
        const handle = adoptionMetricsHandler({
          ...wiring,
          publish: embeddedMetrics(NAMESPACE, metrics),
        });
        const stream = new Stream(engine.endpoint, streamArn, handle, {
          lost: record => log.error('record lost', { eventId: record.eventID }),
          failed: failed('stream'),
        });
        stream.start();
        return stream;
      },
      stream => stream.stop(),
    );
    const schedule = await part(
      '日程 schedule → deliberation-cycle',
      async () => {
        const schedule = new Schedule(cycleHandler(wiring), clock, failed('schedule'));
        await schedule.start();
        return schedule;
      },
      schedule => schedule.stop(),
    );
    const identity = await part('登录 OIDC', async () => signIn(origin, ACCOUNTS, kept.keys));
    const pages = built && (await part('网页 web pages', () => built));
    const door = clockDoor(clock, async target => {
      const steps = await schedule.moveTo(target);
      keep();
      await stream.drained();
      return steps;
    });
    gateway.serve({
      handlers,
      tokens: { issuer: identity.issuer, audience: AUDIENCE, keys: identity.keys },
      written: () => stream.nudge(),
      failed: failed('gateway'),
      async rest(request, response) {
        const path = new URL(request.url ?? '/', origin).pathname;
        if (path.startsWith(`${SIGN_IN_PATH}/`)) await identity.handle(request, response);
        else if (path === '/local/clock') await door(request, response);
        else if (path === '/config.json')
          json(response, { issuer: identity.issuer, clientId: CLIENT_ID, audience: RESOURCE });
        else if (pages) pages(request, response);
        else response.writeHead(404).end();
      },
    });
    return {
      address: origin,
      table: { endpoint: engine.endpoint, name: TABLE },
      settled: () => stream.drained(),
      stop: () => running.disposeAsync(),
    };
  } catch (error) {
    await running.disposeAsync();
    throw error;
  }
}

function isUnreadable(error: unknown): boolean {
  return (
    error instanceof Error &&
    ['InternalFailure', 'InternalServerError', 'SerializationException'].includes(error.name)
  );
}

function json(response: ServerResponse, body: unknown): void {
  response
    .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body));
}
