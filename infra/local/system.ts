/**
 * The whole system on one machine: the handlers that run on Lambda, behind stand-ins for AWS
 * services. Its parts start one after another and stop in reverse order, also when the start is
 * aborted.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { administratorHandler } from '../../functions/administrator/handler.ts';
import { adoptionMetricsHandler } from '../../functions/adoption-metrics/handler.ts';
import { committeeHandler } from '../../functions/committee/handler.ts';
import { cycleHandler } from '../../functions/deliberation-cycle/handler.ts';
import { dueRoundsHandler } from '../../functions/due-rounds/handler.ts';
import { employeeHandler } from '../../functions/employee/handler.ts';
import { foundingHandler } from '../../functions/founding/handler.ts';
import { managerHandler } from '../../functions/manager/handler.ts';
import { photoCleaningHandler } from '../../functions/photo-cleaning/handler.ts';
import { photosHandler } from '../../functions/photos/handler.ts';
import { reconciliationHandler } from '../../functions/reconciliation/handler.ts';
import { searchHandler } from '../../functions/search/handler.ts';
import { searchIndexHandler } from '../../functions/search-index/handler.ts';
import { zoneHandler } from '../../functions/zone/handler.ts';
import type { Audience } from '../../shared/contract/route.ts';
import type { Throttles } from '../../shared/contract/throttles.ts';
import { isSubject } from '../../shared/domain/kernel/ids.ts';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import { type Language, languageOf } from '../../shared/http/language.ts';
import { failureOf } from '../../shared/http/log.ts';
import { pageHeaders } from '../../shared/http/security-headers.ts';
import { embeddedMetrics } from '../../shared/metrics/embedded.ts';
import { NAMESPACE } from '../../shared/metrics/names.ts';
import { openTable, type Table } from '../../shared/store/client.ts';
import { memberRepository } from '../../shared/store/members.ts';
import { pictures } from '../../shared/store/pictures.ts';
import { auditRoute } from './admin/audit.ts';
import { clockRoute } from './admin/clock.ts';
import { foundRoute } from './admin/found.ts';
import { METRICS_ALLOWED, metricsPage } from './admin/metrics-page.ts';
import { MetricsRegistry } from './admin/metrics-registry.ts';
import { verifyRoute } from './admin/verify.ts';
import { aheadFor, LocalClock } from './clock.ts';
import { ensureTable } from './create-table.ts';
import { DeadLetters, replayRoute, type Waiting, waitingIn } from './dead-letter.ts';
import { type Connection, connection, damaged, startEngine } from './engine.ts';
import { fileLogIn, metricsKeptIn } from './file-log.ts';
import { type Gateway, type LambdaHandler, openGateway } from './gateway.ts';
import { invoke } from './invoke.ts';
import { localHash, localPhotoSecret } from './keyed-hash.ts';
import { ObjectStore } from './object-store/store.ts';
import type { Pages } from './pages.ts';
import { readState, writeState } from './persisted-state.ts';
import { ACCOUNTS } from './sample/accounts.ts';
import { foundSamples } from './sample/organizations.ts';
import { Schedule } from './schedule.ts';
import { newSecret, showsSecret } from './secret.ts';
import { setHeaders } from './set-headers.ts';
import { SCOPE, SIGN_IN_PATH, type SignInOptions, signIn, USUAL_SIGN_IN } from './sign-in.ts';
import { SIGN_IN_ALLOWED } from './sign-in-page.ts';
import type { StartFailure } from './start-failure.ts';
import { Stream } from './stream.ts';

export interface SystemOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** The folder of the data; in memory if not given. */
  readonly folder?: string;
  /** The initial time of a new system; the present if not given. */
  readonly at?: Instant;
  /** Further names of the system besides `localhost` with its port, as `host` or `host:port`. */
  readonly names?: readonly string[];
  /** The secret of its admin endpoints; a new one if not given. */
  readonly secret?: string;
  /** A running engine with an empty database; the system starts its own if not given. */
  readonly database?: Connection;
  /** An existing table, such as a restored one; the system's own if not given. */
  readonly table?: string;
  /** Prepares the web pages while the database starts; none are served if not given. */
  readonly pages?: (signal: AbortSignal) => Promise<Pages>;
  /**
   * The imitated kind of sign-in, and the life of its tokens; like the AWS stack's user pool if not
   * given.
   */
  readonly signIn?: SignInOptions;
  /** Puts something into the system once its API answers, while its pages are still prepared. */
  readonly fill?: (system: Filling, signal: AbortSignal) => Promise<void>;
  /** The gateway's limits of each route, as on AWS; none if not given. */
  readonly throttles?: Throttles;
  /** Called for every part that has started. */
  readonly progress?: (part: string, milliseconds: number) => void;
  /** Takes the emitted metrics, a line each. */
  readonly metrics?: (line: string) => void;
  readonly signal?: AbortSignal;
  /**
   * Called if the database ends by itself once the system is up; the system can only be stopped
   * then.
   */
  readonly lost?: (failure: StartFailure) => void;
}

export interface System {
  readonly address: string;
  /** The secret of the endpoints below `/local/`. */
  readonly secret: string;
  /** Waits until everything written so far is counted, and every picture is cleaned. */
  settled(): Promise<void>;
  /** Ends every session: nobody can renew a token, and each sign-in asks for the account again. */
  endSessions(): void;
  /** Makes the gateway answer the next requests by itself. */
  disturb: Gateway['disturb'];
  cutNetwork: Gateway['cutNetwork'];
  stop(): Promise<void>;
}

/** What is known of a system while it is filled. */
export type Filling = Pick<System, 'address' | 'secret' | 'settled'>;

/** The system's own table. */
export const TABLE = 'golden-ideas';

/** Starts the system. Throws `StartFailure` for a failure that the user can mend. */
export async function startSystem(options: SystemOptions): Promise<System> {
  const { folder, progress = () => undefined, signal = new AbortController().signal } = options;
  const { names = [], secret = newSecret(), table: tableName = TABLE } = options;
  let lost: StartFailure | undefined;
  let up = false;
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
    const gauges = new MetricsRegistry();
    const uncounted = new DeadLetters(folder, 'uncounted');
    const unindexed = new DeadLetters(folder, 'unindexed');
    for (const line of metricsKeptIn(folder)) gauges.take(line);
    gauges.ask(
      'golden_ideas_uncounted_records',
      'Records waiting to be replayed',
      () => uncounted.size + unindexed.size,
    );
    const { log, metrics } = fileLogIn(folder, line => {
      gauges.take(line);
      options.metrics?.(line);
    });
    // Its failure is handled when its turn comes.
    const readying = options.pages?.(signal);
    const ready = readying?.catch(() => undefined);
    running.defer(async () => (await ready)?.stop());
    const gateway = await part(
      '端口 port',
      () => openGateway(options.port, names),
      gateway => gateway.stop(),
    );
    const origin = `http://localhost:${gateway.port}`;
    const startDatabase = async (): Promise<Connection> => {
      const engine = await part(
        '数据库 DynamoDB Local',
        () => startEngine(folder && join(folder, 'dynamodb'), signal),
        engine => engine.stop(),
      );
      void engine.lost.then(failure => {
        lost = failure;
        if (up) options.lost?.(failure);
      });
      return connection(engine.endpoint);
    };
    const database = options.database ?? (await startDatabase());
    const client = new DynamoDBClient(database);
    running.defer(async () => client.destroy());
    const table = openTable(client, tableName);
    const kept = await readState(folder);
    const clock = new LocalClock(
      kept.ahead ?? (options.at === undefined ? 0 : aheadFor(options.at)),
    );
    const keep = (): void => writeState(folder, { ...kept, ahead: clock.ahead });
    keep();
    const { streamArn } = await part('样例数据 sample data', async () => {
      try {
        const made = await ensureTable(client, tableName);
        await foundSamples(table, clock.now());
        return made;
      } catch (error) {
        throw folder !== undefined && isUnreadable(error) ? damaged(folder) : error;
      }
    });

    const wiring = { table, clock, log, hash: localHash(kept.hashKey) };
    const emit = embeddedMetrics({ namespace: NAMESPACE, isWatched: () => true }, metrics);
    const failed = (where: string) => (error: unknown) => log.error(where, failureOf(error));
    const objects = await part(
      '照片 S3 → photo-cleaning',
      () =>
        ObjectStore.start({
          folder: folder && join(folder, 'objects'),
          // As on AWS, one identity for the table and the pictures.
          credentials: database.credentials,
          uploaded: event => clean(event),
          lost: failed('photos'),
        }),
      objects => objects.stop(),
    );
    const { s3, buckets } = objects;
    const clean = photoCleaningHandler({ ...wiring, s3, buckets });
    const photoSecret = localPhotoSecret(kept.hashKey);
    const handlers: Record<Audience, LambdaHandler> = {
      employee: invoke(employeeHandler({ ...wiring, photoSecret })),
      committee: invoke(committeeHandler({ ...wiring, photoSecret })),
      manager: invoke(managerHandler({ ...wiring, photoSecret })),
      photos: invoke(photosHandler({ ...wiring, photoSecret, s3, buckets })),
      administrator: invoke(administratorHandler(wiring)),
      search: invoke(searchHandler({ ...wiring, photoSecret })),
      zone: invoke(zoneHandler(wiring)),
    };
    const following = (name: string, { letters, handle }: Waiting) =>
      part(
        `数据流 stream → ${name}`,
        async () => {
          const stream = new Stream(database, streamArn, handle, {
            lost(record) {
              log.error('record given up', { function: name, eventId: record.eventID });
              letters.keep(record);
            },
            failed: failed(`stream → ${name}`),
          });
          stream.start();
          return stream;
        },
        stream => stream.stop(),
      );
    const stored = pictures(s3, buckets);
    const counting = {
      letters: uncounted,
      handle: adoptionMetricsHandler({ ...wiring, emit, pictures: stored }),
    };
    const indexing = { letters: unindexed, handle: searchIndexHandler(wiring) };
    const counted = await following('adoption-metrics', counting);
    const indexed = await following('search-index', indexing);
    const drained = async (): Promise<void> => {
      await Promise.all([counted.drained(), indexed.drained()]);
    };
    const written = (): void => {
      counted.nudge();
      indexed.nudge();
    };
    const schedule = await part(
      '日程 schedule → due-rounds → deliberation-cycle',
      async () => {
        const takeSteps = cycleHandler({ ...wiring, emit });
        const run = dueRoundsHandler({
          ...{ ...wiring, emit, calls: 2 },
          take: organizations => takeSteps({ organizations }),
        });
        const schedule = new Schedule(run, clock, failed('schedule'));
        await schedule.start();
        return schedule;
      },
      schedule => schedule.stop(),
    );
    const identity = await part('登录 OIDC', async () =>
      signIn(
        origin,
        ACCOUNTS,
        kept.keys,
        account => isMember(table, account),
        options.signIn ?? USUAL_SIGN_IN,
      ),
    );
    const moveTo = async (target: Instant) => {
      const steps = await schedule.moveTo(target);
      keep();
      await drained();
      return steps;
    };
    const doors = new Map([
      ['/local/clock', clockRoute(clock, moveTo)],
      ['/local/uncounted', replayRoute([counting, indexing])],
      [
        '/local/audit',
        auditRoute(reconciliationHandler({ ...wiring, emit, pictures: stored, wait: drained })),
      ],
      ['/local/verify', verifyRoute(table)],
      [
        '/local/found',
        foundRoute({
          found: foundingHandler(wiring),
          written,
          failed: failed('founding'),
        }),
      ],
    ]);
    gateway.serve({
      clock,
      throttles: options.throttles,
      handlers,
      tokens: {
        issuer: identity.issuer,
        audience: identity.audience,
        scope: SCOPE,
        keys: identity.keys,
      },
      written,
      failed: failed('gateway'),
      async rest(request, response, { pathname: path }) {
        const behind = doors.get(path);
        if (behind && !showsSecret(request.headers, secret)) json(response, NOT_OPEN, 403);
        else if (behind) await behind(request, response);
        else if (path.startsWith(`${SIGN_IN_PATH}/`)) {
          setHeaders(response, pageHeaders(SIGN_IN_ALLOWED));
          await identity.handle(request, response);
        } else if (path === '/local/metrics') {
          setHeaders(response, pageHeaders(METRICS_ALLOWED));
          html(
            response,
            metricsPage(gauges.latest(), waitingIn([counting, indexing]), languageFor(request)),
          );
        } else if (path === '/metrics')
          response.writeHead(200, { 'content-type': gauges.contentType }).end(await gauges.text());
        else if (path === '/config.json') json(response, identity.configuration);
        else if (readying)
          (await readying).serve(request, response, path, { connect: [objects.origin] });
        else response.writeHead(404).end();
      },
    });
    const settled = async (): Promise<void> => {
      await objects.settled();
      await drained();
    };
    const filling = { address: origin, secret, settled };
    const { fill } = options;
    if (fill) await part('样例金点子 sample ideas', () => fill(filling, signal));
    if (readying) await part('网页 web pages', () => readying);
    if (lost) throw lost;
    up = true;
    return {
      ...filling,
      endSessions: () => identity.forget(),
      disturb: disturbance => gateway.disturb(disturbance),
      cutNetwork: cut => gateway.cutNetwork(cut),
      stop: () => running.disposeAsync(),
    };
  } catch (error) {
    await running.disposeAsync();
    // A failure that follows from the database's is of no help.
    throw lost ?? error;
  }
}

/** The refusal at an admin endpoint without the secret. */
const NOT_OPEN = {
  error:
    '这里只供本机的命令使用，口令不符 This is for the commands on this machine, and the secret is another: start them from the folder of the running system',
};

/** Whether an account belongs to a member of an organization or zone. */
async function isMember(table: Table, account: string): Promise<boolean> {
  if (!isSubject(account)) return false;
  const { organizations, zones } = await memberRepository(table).findAll(account);
  return organizations.length + zones.length > 0;
}

function isUnreadable(error: unknown): boolean {
  return (
    error instanceof Error &&
    ['InternalFailure', 'InternalServerError', 'SerializationException'].includes(error.name)
  );
}

/** The language requested in the address, or the browser's. */
function languageFor({ url = '/', headers }: IncomingMessage): Language {
  const asked = new URL(url, 'http://localhost').searchParams.get('language');
  return languageOf(asked ?? headers['accept-language']);
}

function html(response: ServerResponse, body: string): void {
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    .end(body);
}

function json(response: ServerResponse, body: unknown, status = 200): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body));
}
