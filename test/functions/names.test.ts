/**
 * Where names appear: every route is asked as everybody, after months in which every act was done.
 * The answers are compared with `docs/names.md`, which `npx vitest run functions/names -u` writes.
 */
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { photoCleaningHandler } from '../../functions/photo-cleaning/handler.ts';
import { reconciliationHandler } from '../../functions/reconciliation/handler.ts';
import { type NameWithRights, RIGHTS } from '../../infra/aws/rights.ts';
import { ObjectStore } from '../../infra/local/object-store/store.ts';
import { API_PREFIX, type Route } from '../../shared/contract/route.ts';
import { listIdeas } from '../../shared/contract/routes/ideas.ts';
import { getPhoto, showPhoto } from '../../shared/contract/routes/photos.ts';
import { ROUTES } from '../../shared/contract/routes/table.ts';
import { openUnnamedIdea } from '../../shared/contract/routes/unnamed.ts';
import type { PhotoId } from '../../shared/domain/kernel/ids.ts';
import type { Clock } from '../../shared/domain/kernel/instant.ts';
import type { Role } from '../../shared/domain/organization/organization.ts';
import type { Log } from '../../shared/http/log.ts';
import type { Table } from '../../shared/store/client.ts';
import { participantKey, photoKey, searchVersionKey } from '../../shared/store/keys.ts';
import { photoRepository } from '../../shared/store/photos.ts';
import { pictures, uploadKey } from '../../shared/store/pictures.ts';
import { zonePeopleRepository } from '../../shared/store/zone-people.ts';
import { placementOf, zoneRepository } from '../../shared/store/zones.ts';
import { freshTable } from '../fresh-table.ts';
import { newMember } from '../sample/members.ts';
import { HUATAI, member, name, OCTOBER, subject, zone } from '../sample/names.ts';
import { jpeg } from '../sample/pictures.ts';
import { ZHONGCHENG } from '../store/sample-facts.ts';
import { everything } from '../store/watched-table.ts';
import { ACTORS, everyAct, nameOf, namesIn } from './every-act.ts';
import { streamOf } from './months.ts';
import { forgetNeededRights, unneededRightsOf, withRightsOf } from './rights.ts';
import {
  AT,
  apiOf,
  type Caller,
  calendarOf,
  foundFirm,
  SetClock,
  type Told,
} from './small-firm.ts';

const XUANHUA = zone('xuanhua');
const DISTRICT = '第一片区';
const ROUNDS = ['2026-10', '2026-11'];

/**
 * Everybody who asks, by what they are. The first of each asks every route; the others have done
 * acts. E9 has nothing to do with any idea.
 */
const MEMBERS = {
  employee: ['E9'],
  author: ['E1', 'E2', 'L1', 'R1', 'U1', 'U2'],
  owner: ['O1'],
  secretary: ['S1'],
  committee: ['C2', 'C3'],
  chair: ['C1'],
  manager: ['M1'],
  administrator: ['A1'],
} as const satisfies Record<string, readonly [string, ...string[]]>;
const STRANGERS = {
  'zone manager': 'Z1',
  'grid officer': 'G1',
  'member of another firm': 'X1',
  nobody: undefined,
} as const;
type Reader = keyof typeof MEMBERS;

const ROLES_OF: Readonly<Record<string, readonly Role[]>> = {
  S1: ['secretary'],
  C1: ['committee', 'chair'],
  C2: ['committee'],
  C3: ['committee'],
  M1: ['manager'],
  A1: ['administrator'],
};

/** The queries that routes need. */
const QUERIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  getSeries: { from: '2026-10', to: '2026-11' },
  exportSeries: { from: '2026-10', to: '2026-11' },
  getZoneSeries: { from: '2026-10', to: '2026-11' },
  searchIdeas: { q: '挡板' },
};

/** The bodies of routes that change nothing, though they have one. */
const BODIES: Readonly<Record<string, object>> = {
  findSimilarIdeas: { title: '给数控镗床加装排屑挡板' },
};

/** One answer, and the members whose names are in it, of those who may be asked about. */
interface Answered {
  readonly route: Route;
  readonly as: string | undefined;
  readonly status: number;
  readonly names: readonly string[];
  /** Names in headers. */
  readonly aside: readonly string[];
}

const WRONG_CODE = '9010-0000-0000-0000-0000-0000';
const answers: Answered[] = [];
const lines: string[] = [];
let stored: Record<string, unknown>[] = [];
let ideas: readonly string[] = [];
/** A photo that is ready, and the signature of its address. */
let photo: PhotoId;
let signature: Readonly<Record<string, string>> = {};
let objects: ObjectStore;

afterAll(() => objects?.stop());

beforeAll(async () => {
  forgetNeededRights();
  const table = await freshTable();
  const clock = new SetClock(AT.collecting);
  const note = (...line: unknown[]) => void lines.push(JSON.stringify(line));
  const log: Log = { info: note, warn: note, error: note };
  const told = { log, emit: note };
  const named = (id: string, firm = HUATAI) => ({
    ...newMember(id, ROLES_OF[id] ?? ['employee'], firm),
    name: name(nameOf(id)),
  });
  const profile = await foundFirm(table, {
    more: [...ACTORS, 'E9'].map(id => named(id)),
    zone: XUANHUA,
    district: DISTRICT,
  });
  await foundFirm(table, { id: ZHONGCHENG, more: [named('X1', ZHONGCHENG)] });
  await zoneRepository(table).expect(placementOf(profile)!, OCTOBER);
  const people = zonePeopleRepository(table);
  const person = (id: string) => ({
    zone: XUANHUA,
    id: member(id),
    subject: subject(`sub-${id}`),
    name: name(nameOf(id)),
  });
  await people.put({ ...person('Z1'), roles: ['zone-manager'], districts: [] });
  await people.put({ ...person('G1'), roles: ['grid-officer'], districts: [DISTRICT] });

  objects = await ObjectStore.start({ uploaded: async () => undefined, lost: note });
  const call = apiOf(table, clock, HUATAI, log, objects);
  const recorded: Caller = async (route, request = {}) => {
    const reply = await call<never>(route, request);
    const aside = namesIn(JSON.stringify(reply.headers) + decoded(JSON.stringify(reply.headers)));
    const { status, text } = reply;
    answers.push({ route, as: request.as, status, names: namesIn(text), aside });
    return reply;
  };
  const stream = streamOf(table, told);
  const calendar = calendarOf(table, clock, told);
  ideas = await everyAct(recorded, clock, async () => {
    await stream.settle();
    await calendar();
    await stream.settle();
  });
  await stream.settle();
  photo = await clean(table, objects, log);
  const { body } = await call<{ small: string }>(getPhoto, { as: 'E1', path: { photo } });
  signature = Object.fromEntries(new URL(body.small, 'http://localhost').searchParams);
  for (const [as] of Object.values(MEMBERS)) await askAll(recorded, as, placesOf);
  // One of each is enough for those who get nothing, or nothing more than another employee.
  const first = (route: Route) => placesOf(route).slice(0, 1);
  for (const as of [...Object.values(STRANGERS), 'L1', 'U1']) await askAll(recorded, as, first);
  stored = await everything(table);
  // What no act does: a list by category, and a wrong claim code.
  const query = { category: '安全' };
  await call(listIdeas, { as: 'E9', path: { round: OCTOBER }, query });
  await call(openUnnamedIdea, { as: 'E9', body: { code: WRONG_CODE } });
  await repair(table, clock, told, () => stream.settle());
  await stream.stop();
}, 240_000);

/** Sends the picture of a photo of an idea and has it cleaned; returns the photo's id. */
async function clean(table: Table, { s3, buckets }: ObjectStore, log: Log): Promise<PhotoId> {
  const [found] = await Array.fromAsync(photoRepository(table).all(HUATAI));
  if (!found) throw new Error('no photo');
  const Key = uploadKey(HUATAI, found.id);
  await s3.send(new PutObjectCommand({ Bucket: buckets.uploads, Key, Body: await jpeg() }));
  const own = withRightsOf('photo-cleaning', table);
  const arrived = { detail: { object: { key: Key } } };
  await photoCleaningHandler({ table: own, log, s3, buckets })(arrived);
  return found.id;
}

/** Has numbers, searched texts and photos corrected that were changed past the system. */
async function repair(table: Table, clock: Clock, told: Told, wait: () => Promise<void>) {
  for (const Key of [
    participantKey(HUATAI, OCTOBER, { by: 'organization' }, member('E1')),
    searchVersionKey(HUATAI, OCTOBER),
  ])
    await table.client.send(new DeleteCommand({ TableName: table.name, Key }));
  const photos = photoRepository(table);
  const { idea } = (await photos.get(HUATAI, photo)) ?? {};
  if (!idea) throw new Error('a photo without an idea');
  await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: photoKey(HUATAI, photo),
      UpdateExpression: 'SET expiresAt = :later',
      ExpressionAttributeValues: { ':later': 4_000_000_000 },
    }),
  );
  const unneeded = 'z'.repeat(26) as PhotoId;
  await photos.start(HUATAI, unneeded, clock.now());
  await photos.take(HUATAI, idea, [unneeded], clock.now());
  await photos.keep(HUATAI, idea, unneeded);
  const own = withRightsOf('reconciliation', table);
  const audit = reconciliationHandler({
    ...{ table: own, clock, ...told, wait },
    pictures: pictures(objects.s3, objects.buckets),
  });
  const reports = await audit({ repair: true, round: 'all' });
  expect(reports.some(({ repaired }) => repaired)).toBe(true);
}

/**
 * Asks every route for the given places. An act is only tried by those who may not do it: the
 * others have done it.
 */
async function askAll(
  call: Caller,
  as: string | undefined,
  places: (route: Route) => Record<string, string>[],
): Promise<void> {
  for (const route of ROUTES) {
    const query = route === showPhoto ? signature : QUERIES[route.id];
    const anywhere = { idea: ideas[0] ?? '', round: OCTOBER, member: 'E1', comment: 'x' };
    const body = BODIES[route.id];
    const request = {
      ...(as !== undefined && { as }),
      ...(query && { query }),
      ...(body && { body }),
    };
    if (route.method === 'GET' || body)
      await Promise.all(places(route).map(path => call(route, { ...request, path })));
    else if (!mayCall(route, as))
      await call(route, { ...request, path: anywhere, ...bodyOf(route) });
  }
}

const bodyOf = ({ body: { type } }: Route) =>
  type === 'none' ? {} : { body: type === 'text/csv' ? Buffer.from('工号\nE1') : {} };

function mayCall({ access }: Route, as: string | undefined): boolean {
  if (access.who !== 'members') return true;
  const roles: readonly Role[] = ROLES_OF[as ?? ''] ?? [];
  const isMember = as !== undefined && [...ACTORS, 'E9'].includes(as);
  return isMember && access.roles.some(role => role === 'employee' || roles.includes(role));
}

/** All values of a route's parameters. */
function placesOf({ path }: Route): Record<string, string>[] {
  const values: Readonly<Record<string, readonly string[]>> = {
    organization: [HUATAI],
    idea: ideas,
    round: ROUNDS,
    member: ['E1', 'L1'],
    zone: [XUANHUA],
    photo: [photo],
    size: ['small'],
  };
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter = '']) => parameter);
  return names.reduce<Record<string, string>[]>(
    (places, parameter) =>
      places.flatMap(place =>
        (values[parameter] ?? []).map(value => ({ ...place, [parameter]: value })),
      ),
    [{}],
  );
}

const decoded = (text: string): string =>
  text.replace(/(?:%[0-9a-f]{2})+/gi, part => decodeURIComponent(part));

/** A founding is tried in `founding.test.ts`. */
const TRIED_HERE = Object.keys(RIGHTS).filter(name => name !== 'founding') as NameWithRights[];

it.for(TRIED_HERE)('every right of %s is needed by some act or some page', name => {
  expect(unneededRightsOf(name)).toEqual([]);
});

describe('names', () => {
  it('are asked for at every route, and each has been answered', () => {
    const answered = new Set(
      answers.filter(({ status }) => status < 300).map(({ route }) => route.id),
    );
    expect(ROUTES.map(({ id }) => id).filter(id => !answered.has(id))).toEqual([]);
  });

  it('appear where the table says, and nowhere else', async () => {
    await expect(document()).toMatchFileSnapshot('../../docs/names.md');
  });

  it('of a zone’s people are shown to themselves alone', () => {
    const found = answers.filter(({ names }) => names.some(id => id === 'Z1' || id === 'G1'));
    expect(new Set(found.map(({ route, as }) => `${route.id} ${as}`))).toEqual(
      new Set(['getMe Z1', 'getMe G1']),
    );
  });

  it('are never shown to a zone, to another firm or to anybody who has not signed in', () => {
    const found = Object.values(STRANGERS).flatMap(as =>
      answers.filter(one => one.as === as && one.names.some(id => id !== as)),
    );
    expect(found.map(({ route, as }) => `${route.id} ${as}`)).toEqual([]);
  });

  it('are in no header, file name, log or metric', () => {
    expect(answers.filter(({ aside }) => aside.length > 0)).toEqual([]);
    expect(lines.length).toBeGreaterThan(100);
    expect(lines.filter(line => namesIn(line).length > 0)).toEqual([]);
  });

  it('are in no refusal', () => {
    const refused = answers.filter(({ status }) => status >= 400);
    expect(refused.length).toBeGreaterThan(100);
    expect(refused.filter(({ names }) => names.length > 0)).toEqual([]);
  });

  it('are stored on the members and a zone’s people alone, and in no key', () => {
    const holding = stored.filter(item => namesIn(JSON.stringify(item)).length > 0);
    expect(new Set(holding.map(({ type }) => type))).toEqual(new Set(['member', 'zone-member']));
    for (const { pk, sk, name: _name, ...facts } of holding)
      expect(namesIn(JSON.stringify([pk, sk, facts]))).toEqual([]);
  });

  it('of somebody who has been erased are kept nowhere', () => {
    expect(namesIn(JSON.stringify(stored))).toContain('L1');
    expect(namesIn(JSON.stringify(stored))).not.toContain('R1');
  });

  it('of somebody who submits without a name appear only where all members are listed', () => {
    const found = answers.filter(({ as, names }) => as !== 'U1' && names.includes('U1'));
    const routes = new Set(found.map(({ route }) => route.id));
    expect([...routes].filter(id => !LISTS_OF_ALL.has(id))).toEqual([]);
  });
});

/** The routes that list every member, whatever they have done. */
const LISTS_OF_ALL = new Set(['getDirectory', 'listMembers', 'exportMembers']);

/** The table of the routes and readers, as the document has it. */
function document(): string {
  const readers = Object.keys(MEMBERS) as Reader[];
  const cell = (route: Route, reader: Reader): string => {
    const askers: readonly (string | undefined)[] = MEMBERS[reader];
    const naming = answers.filter(
      one => one.route === route && askers.includes(one.as) && one.names.length > 0,
    );
    if (naming.length === 0) return '';
    return naming.every(({ as, names }) => names.every(id => id === as)) ? 'own' : 'yes';
  };
  const rows = ROUTES.map(route => [
    `\`${route.id}\``,
    ...readers.map(reader => cell(route, reader)),
  ]);
  const showing = rows.filter(([, ...cells]) => cells.some(one => one !== ''));
  return `# Where names appear

A member's name is stored on the member alone and looked up where it is shown
([ADR 28](adr/0028-names-on-the-member-alone.md)). This table is what
\`test/functions/names.test.ts\` finds: it does every act of the API in a small firm, asks every route
below \`${API_PREFIX}\` as everybody, and looks for every member's name in every answer. \`own\` is the
reader's own name alone. A cell is empty where a reader gets no name, or no answer.

One place more is no route: the founding function lists people with their names to the operator who
makes their [accounts](accounts.md), for the slips.

${table(['route', ...readers], showing)}

All other routes answer without names. Zone managers, grid officers, members of other organizations
and people who have not signed in get no name from any route but their own. No header, file name, log
line, metric, refusal, id or key contains one, and no stored item but that of the member or the zone's
person. Nobody's name leads to an
idea that they submitted without it.
`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map(row => row[at]!.length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`;
  return [line(head), line(widths.map(width => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
