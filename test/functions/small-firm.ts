/**
 * A firm of a dozen people on its own table, with a clock set by the test, and its API as the
 * gateway would call it.
 */
import { S3Client } from '@aws-sdk/client-s3';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { administratorHandler } from '../../functions/administrator/handler.ts';
import { committeeHandler } from '../../functions/committee/handler.ts';
import { cycleAnswer } from '../../functions/cycle-call.ts';
import { cycleHandler } from '../../functions/deliberation-cycle/handler.ts';
import { dueRoundsHandler } from '../../functions/due-rounds/handler.ts';
import { employeeHandler } from '../../functions/employee/handler.ts';
import { managerHandler } from '../../functions/manager/handler.ts';
import { photosHandler } from '../../functions/photos/handler.ts';
import { searchHandler } from '../../functions/search/handler.ts';
import { zoneHandler } from '../../functions/zone/handler.ts';
import type { NameWithRights } from '../../infra/aws/rights.ts';
import { BUCKETS, type ObjectStore } from '../../infra/local/object-store/store.ts';
import { API_PREFIX, type Route, routeKey } from '../../shared/contract/route.ts';
import type { OrganizationId, RoundId, ZoneId } from '../../shared/domain/kernel/ids.ts';
import type { Clock, Instant } from '../../shared/domain/kernel/instant.ts';
import { DEFAULT_CALENDAR, scheduleOf } from '../../shared/domain/organization/calendar.ts';
import { MOST_LIMITS } from '../../shared/domain/organization/limits.ts';
import {
  type BallotRules,
  DEFAULT_APPEAL_DAYS,
  DEFAULT_DUE_DAYS,
  DEFAULT_RULES,
  DEFAULT_TARGETS,
  type Member,
  type Organization,
  type Role,
} from '../../shared/domain/organization/organization.ts';
import { DEFAULT_BANDS } from '../../shared/domain/organization/reward-bands.ts';
import { newRound } from '../../shared/domain/round/round.ts';
import type { Log } from '../../shared/http/log.ts';
import type { EmitMetrics } from '../../shared/metrics/measured.ts';
import type { Table } from '../../shared/store/client.ts';
import type { KeyedHash } from '../../shared/store/keyed-hash.ts';
import { memberRepository } from '../../shared/store/members.ts';
import { fixedHash } from '../fixed-hash.ts';
import { gatewayEvent } from '../sample/gateway-event.ts';
import { putOrganization, putRound } from '../store/put-items.ts';
import {
  category,
  department,
  HUATAI,
  instant,
  newMember,
  OCTOBER,
} from '../store/sample-facts.ts';
import { withRightsOf } from './rights.ts';

export class SetClock implements Clock {
  #now: Instant;
  constructor(now: string) {
    this.#now = instant(now);
  }
  now(): Instant {
    return this.#now;
  }
  set(now: string): void {
    this.#now = instant(now);
  }
}

export const SILENT: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The moments of October's round, in UTC; the calendar is Shanghai's. */
export const AT = {
  collecting: '2026-10-08T02:00:00.000Z',
  opens: '2026-10-15T01:00:00.000Z',
  lateOnTheDay: '2026-10-15T15:30:00.000Z',
  intakeEnds: '2026-10-15T16:00:00.000Z',
  voting: '2026-10-17T02:00:00.000Z',
  closes: '2026-10-18T10:00:00.000Z',
  publishes: '2026-10-19T10:00:00.000Z',
} as const;

const PEOPLE: readonly (readonly [string, readonly Role[], string])[] = [
  ['E1', ['employee'], '铸造车间'],
  ['E2', ['employee'], '装配车间'],
  ['S1', ['secretary'], '综合办公室'],
  ['C1', ['committee', 'chair'], '财务部'],
  ['C2', ['committee'], '技术部'],
  ['C3', ['committee'], '设备部'],
  ['M1', ['manager'], '销售部'],
];

/** Founds a firm that collects for a round. Members' subjects are `sub-` and their number. */
export async function foundFirm(
  table: Table,
  {
    id = HUATAI,
    round = OCTOBER,
    more = [],
    ballot = 'open',
    zone,
    district,
  }: {
    id?: OrganizationId;
    round?: RoundId;
    /** Further members, and others in place of those of the same number. */
    more?: readonly Member[];
    ballot?: BallotRules['ballot'];
    zone?: ZoneId;
    district?: string;
  } = {},
): Promise<Organization> {
  const organization: Organization = {
    id,
    name: `${id} 厂`,
    ...(zone !== undefined && { zone }),
    ...(district !== undefined && { district }),
    calendar: DEFAULT_CALENDAR,
    rules: { ...DEFAULT_RULES, ballot },
    targets: DEFAULT_TARGETS,
    limits: MOST_LIMITS,
    appealDays: DEFAULT_APPEAL_DAYS,
    dueDays: DEFAULT_DUE_DAYS,
    rewardBands: DEFAULT_BANDS,
    publicBulletin: false,
    blindScreening: false,
    departments: ['铸造车间', '装配车间', '综合办公室', '财务部', '技术部', '设备部', '销售部'].map(
      department,
    ),
    categories: ['设备', '安全', '质量'].map(category),
    retired: { departments: [], categories: [] },
    version: 1,
  };
  await putOrganization(table, organization);
  const members = memberRepository(table);
  const people = PEOPLE.map(([number, roles, where]) => newMember(number, roles, id, where));
  const list = new Map([...people, ...more].map(one => [one.id, one]));
  await members.putAll([...list.values()]);
  await putRound(table, newRound(id, round, scheduleOf(round, organization.calendar)));
  return organization;
}

/** The log of a function. */
export interface Told {
  readonly log: Log;
  readonly emit: EmitMetrics;
}

export const TOLD_TO_NOBODY: Told = { log: SILENT, emit: () => undefined };

/** The calendar's run: both of its functions, each with its own rights, and JSON between them. */
export function calendarOf(
  table: Table,
  clock: Clock,
  told: Told = TOLD_TO_NOBODY,
  context?: Parameters<ReturnType<typeof cycleHandler>>[1],
): () => ReturnType<ReturnType<typeof dueRoundsHandler>> {
  const cycle = cycleHandler({
    table: withRightsOf('deliberation-cycle', table),
    clock,
    hash: fixedHash,
    ...told,
  });
  const run = dueRoundsHandler({
    table: withRightsOf('due-rounds', table),
    clock,
    calls: 2,
    take: async organizations => {
      const call: unknown = JSON.parse(JSON.stringify({ organizations }));
      return cycleAnswer.parse(JSON.parse(JSON.stringify(await cycle(call, context))));
    },
    ...told,
  });
  return () => run();
}

export interface Request {
  /** A member's number; nobody, if not given. */
  readonly as?: string;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Sent as JSON; bytes are sent as a CSV file, which the gateway passes on as UTF-8 unless its
   * type is binary.
   */
  readonly body?: unknown;
}

export interface Reply<Body> {
  readonly status: number;
  readonly body: Body;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

export type Caller = ReturnType<typeof apiOf>;

/**
 * The handlers of all audiences, each on the table as its function may use it, or as `tableFor`
 * says.
 */
export function handlersOf(
  table: Table,
  clock: Clock,
  log: Log = SILENT,
  tableFor: (name: NameWithRights, table: Table) => Table = withRightsOf,
  hash: KeyedHash = fixedHash,
  objects: Pick<ObjectStore, 's3' | 'buckets'> = NO_OBJECTS,
) {
  const wiring = (name: NameWithRights) => ({
    table: tableFor(name, table),
    clock,
    hash,
    photoSecret: 'photos',
    log,
  });
  return {
    employee: employeeHandler(wiring('employee')),
    committee: committeeHandler(wiring('committee')),
    manager: managerHandler(wiring('manager')),
    administrator: administratorHandler(wiring('administrator')),
    search: searchHandler(wiring('search')),
    photos: photosHandler({ ...wiring('photos'), s3: objects.s3, buckets: objects.buckets }),
    zone: zoneHandler(wiring('zone')),
  };
}

/** Forms can be signed without a store; nothing is stored. */
const NO_OBJECTS = {
  s3: new S3Client({
    region: 'local',
    endpoint: 'http://127.0.0.1:9',
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
    maxAttempts: 1,
  }),
  buckets: BUCKETS,
};

/** The handlers do not use Lambda's context. */
export const NO_CONTEXT = {} as Parameters<ReturnType<typeof handlersOf>['employee']>[1];

/**
 * Calls the handlers of all audiences with events of the gateway. Paths are the firm's by default.
 */
export function apiOf(
  table: Table,
  clock: Clock,
  organization: OrganizationId = HUATAI,
  log: Log = SILENT,
  objects?: Pick<ObjectStore, 's3' | 'buckets'>,
) {
  const handlers = handlersOf(table, clock, log, withRightsOf, fixedHash, objects);
  return async <Body = Record<string, unknown>>(
    route: Route,
    request: Request = {},
  ): Promise<Reply<Body>> => {
    const event = eventOf(route, { ...request, path: { organization, ...request.path } });
    const {
      statusCode = 0,
      body = '',
      headers = {},
    } = await handlers[route.audience](event, NO_CONTEXT);
    const file = /^(text\/csv|image\/)/.test(String(headers['content-type']));
    return {
      status: statusCode,
      body: (file || body === '' ? body : JSON.parse(body)) as Body,
      text: body,
      headers,
    };
  };
}

/** The gateway's event for a request. */
export function eventOf(
  route: Route,
  { as, path = {}, query, headers = {}, body }: Request,
): APIGatewayProxyEventV2 {
  const rawPath =
    API_PREFIX + route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => path[name] ?? '');
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const file = body instanceof Uint8Array;
  const bytes = headers['content-type'] === 'application/octet-stream';
  return gatewayEvent({
    routeKey: routeKey(route),
    rawPath,
    requestId: crypto.randomUUID(),
    ...(as !== undefined && { subject: `sub-${as}` }),
    path: Object.fromEntries(names.map(name => [name, path[name] ?? ''])),
    ...(query && { query: { ...query } }),
    headers: {
      ...(body !== undefined && { 'content-type': file ? 'text/csv' : 'application/json' }),
      ...headers,
    },
    base64: bytes,
    ...(file
      ? { body: Buffer.from(body).toString(bytes ? 'base64' : 'utf8') }
      : body !== undefined && { body: JSON.stringify(body) }),
  });
}

export const SLIP = {
  title: '给数控镗床加装排屑挡板',
  category: '设备',
  problem: '铁屑飞溅到导轨上',
  proposal: '用废旧钢板自制可拆挡板',
} as const;
