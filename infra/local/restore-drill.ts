/**
 * A restore, tried from end to end on this machine: a service with sample data loses its table,
 * gets a new one with the facts of one moment, and is looked at with the same eyes before and after.
 * Numbers that the stream keeps are as they were earlier, as if their records had been under way, and
 * those of the finished round are left out, which is worse than any restore: so it also shows that
 * they come back from the facts alone. One person was erased before the moment, and one after it.
 * Photos are not in the table: the new one finds those that it has records of, where they were.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type AttributeValue,
  DynamoDBClient,
  paginateQuery,
  paginateScan,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import type { Call } from '../../shared/contract/client.ts';
import { ApiProblem } from '../../shared/contract/client-errors.ts';
import { category, memberId, organizationId } from '../../shared/contract/fields.ts';
import { putRules } from '../../shared/contract/routes/administration.ts';
import { castVote, getAgenda } from '../../shared/contract/routes/deliberation.ts';
import { listIdeas, submitIdea, supportIdea } from '../../shared/contract/routes/ideas.ts';
import { eraseMember, getMember } from '../../shared/contract/routes/members.ts';
import { getBulletin, getStatistics } from '../../shared/contract/routes/numbers.ts';
import { getPhoto } from '../../shared/contract/routes/photos.ts';
import { openUnnamedIdea } from '../../shared/contract/routes/unnamed.ts';
import { type MemberId, type PhotoId, roundIdOf } from '../../shared/domain/kernel/ids.ts';
import { type Instant, instantOf } from '../../shared/domain/kernel/instant.ts';
import { type Connection, connection, startEngine } from './engine.ts';
import { restoreTable } from './restored-table.ts';
import { beginningFor, playRounds } from './sample/rounds.ts';
import { sampleClient } from './sample-client.ts';
import { secretHeaders } from './secret.ts';
import { sendPhoto } from './send-photo.ts';
import { type System, type SystemOptions, startSystem, TABLE } from './system.ts';

/** One thing that was checked. */
export interface Checked {
  readonly what: string;
  readonly holds: boolean;
  readonly found: string;
}

const RESTORED = `${TABLE}-restored`;
const organization = organizationId.parse('huatai');
const [finished, present] = [roundIdOf(2026, 9), roundIdOf(2026, 10)];
/** Three days before the ballots of the present round open, and a minute after. */
const NOW = instantOf(Date.parse('2026-10-12T09:00+08:00'));
const OPEN = '2026-10-15T09:01+08:00';

/** What the stream keeps: running numbers, authors' counts, headcounts, tallies and support. */
const PROJECTED = /^(STATS|PARTICIPANT|HEADCOUNT|TALLY|SUPPORTS)#/;
type Item = Record<string, AttributeValue>;
const isFact = ({ sk }: Item): boolean => !PROJECTED.test(sk?.S ?? '');
const keyOf = ({ pk, sk }: Item): string => `${pk?.S} ${sk?.S}`;

/** Employees for whom nothing waits: erased before the moment of the restore, and after it. */
const ERASED_BEFORE = memberId.parse('HT0101');
const ERASED_AFTER = memberId.parse('HT0102');

/** Finds who was erased in a table since an instant, as `docs/erasure.md` has an operator do it. */
export const ERASURES = {
  KeyConditionExpression: 'pk = :o AND sk BETWEEN :from AND :to',
  FilterExpression: '#topic.#act = :erase',
  ExpressionAttributeNames: { '#topic': 'topic', '#act': 'act' },
} as const;

const reports = z.object({
  reports: z.array(
    z.object({ repaired: z.boolean(), open: z.boolean(), drift: z.array(z.unknown()) }),
  ),
});
const verified = z.object({
  bulletins: z.array(z.object({ discrepancies: z.array(z.unknown()) })),
});

type Fill = NonNullable<SystemOptions['fill']>;

interface DrillOptions {
  /** Where no table is; an engine of its own if not given. */
  readonly database?: Connection;
  /** Brings the system to `NOW` with a round that is finished and a present one. */
  readonly fill?: Fill;
}

/** Does the whole drill, telling each check as it is done; a minute at the most. */
export async function restoreDrill(
  signal: AbortSignal,
  told: (checked: Checked) => void,
  options: DrillOptions = {},
): Promise<void> {
  const ending = new AsyncDisposableStack();
  try {
    await drill(signal, told, options, ending);
  } finally {
    await ending.disposeAsync();
  }
}

async function drill(
  signal: AbortSignal,
  told: (checked: Checked) => void,
  { database, fill = filled }: DrillOptions,
  ending: AsyncDisposableStack,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'golden-ideas-drill-'));
  ending.defer(() => rm(folder, { recursive: true, force: true }));
  const place = database ?? (await ownEngine(signal, ending));
  const client = new DynamoDBClient(place);
  ending.defer(async () => client.destroy());
  const check = (what: string, found: unknown, expected: unknown): void => {
    const [is, should] = [JSON.stringify(found), JSON.stringify(expected)];
    const shown = is.length < 60 ? is : `${is.length} characters`;
    told({
      what,
      holds: is === should,
      found: is === should ? shown : `${is} instead of ${should}`,
    });
  };

  // The folder keeps the key of the hashes and the clock, as a deployment keeps its key.
  const options = { port: 0, folder, database: place, signal } as const;
  const former = await startSystem({ ...options, at: beginningFor(NOW), fill });
  const { code, idea, later, before } = await (async () => {
    try {
      const stale = new Map<string, Item>();
      for await (const { Items = [] } of paginateScan({ client }, { TableName: TABLE }))
        for (const item of Items) if (!isFact(item)) stale.set(keyOf(item), item);
      await erase(former, ERASED_BEFORE);
      const photo = await handInWithPhoto(former);
      const code = await handInUnnamed(former);
      await supportOne(former);
      const idea = await voteInSecret(former);
      await former.settled();
      const before = await lookAt(former, code, photo);
      const items = await restoreTable(client, {
        from: TABLE,
        to: RESTORED,
        as: item => (isFact(item) ? item : isOfFinished(item) ? undefined : stale.get(keyOf(item))),
      });
      told({ what: '新表 facts in a new table', holds: items > 0, found: `${items}` });
      await erase(former, ERASED_AFTER);
      const later = await sendPhoto(await sampleClient(former.address, 'HT0178'), organization);
      await former.settled();
      return { code, idea, later, before };
    } finally {
      await former.stop();
    }
  })();

  const system = await startSystem({ ...options, table: RESTORED });
  ending.defer(() => system.stop());
  const missing = await audit(system, 'repair');
  told({
    what: '核对并改正 audit of every round, with repair',
    holds: missing.length > 0 && missing.every(({ repaired, open }) => repaired && !open),
    found: `${missing.reduce((sum, { drift }) => sum + drift.length, 0)} numbers`,
  });
  check('再核对：无误差 audit again: no drift', await audit(system, ''), []);
  const after = await lookAt(system, code, before.photo);
  check('采纳率等 numbers as before', after.numbers, before.numbers);
  check('公示 bulletin as before', after.bulletin, before.bulletin);
  check('附议、评论 support and comments as before', after.counts, before.counts);
  check('照片 the photo of an idea is shown', after.picture, before.picture);
  check(
    '之后上传的不在 a later photo is not',
    (await pictureOf(system, later)) === undefined,
    true,
  );
  check(
    '已注销的仍已注销 who was erased before is erased',
    await isErased(system, ERASED_BEFORE),
    true,
  );
  check('之后注销的又在 who was erased after is back', await isErased(system, ERASED_AFTER), false);
  const since = instantOf(Date.parse(OPEN));
  check('旧表里查得到 and the old table’s trail tells', await erasedSince(client, since), [
    ERASED_AFTER,
  ]);
  await erase(system, ERASED_AFTER);
  check('再次注销 erased again', await isErased(system, ERASED_AFTER), true);
  check('公示核验 bulletins recomputed', await discrepancies(system), 0);
  check('查询码 the claim code opens its idea', after.unnamed, before.unnamed);

  const voter = await sampleClient(system.address, 'HT0022');
  const path = { organization, idea };
  check('无记名票 the secret vote is the voter’s', await myVote(voter, idea), 'approve');
  await voter(castVote, { path, body: { choice: 'oppose' } });
  await system.settled();
  check('改投 and can be changed', await myVote(voter, idea), 'oppose');
  await handInUnnamed(system);
  await system.settled();
  check(
    '新事实只计一次 a new fact counts once, a changed vote not twice',
    await audit(system, ''),
    [],
  );
  const { submitted } = (await lookAt(system, code, before.photo)).numbers;
  check('新的一条 one more idea', submitted, before.numbers.submitted + 1);
}

async function ownEngine(signal: AbortSignal, ending: AsyncDisposableStack): Promise<Connection> {
  const engine = await startEngine(undefined, signal);
  ending.defer(() => engine.stop());
  return connection(engine.endpoint);
}

const filled: Fill = (system, signal) => playRounds(system, NOW, signal);

const isOfFinished = (item: Item): boolean => keyOf(item).includes(finished);

/** Erases a member, as the administrator of the organization. */
async function erase({ address }: System, member: MemberId): Promise<void> {
  const administrator = await sampleClient(address, 'HT0266');
  const path = { organization, member };
  const { version } = await administrator(getMember, { path });
  await administrator(eraseMember, { path, ifMatch: version, body: { number: member } });
}

async function isErased({ address }: System, member: MemberId): Promise<boolean> {
  const administrator = await sampleClient(address, 'HT0266');
  const { erased } = await administrator(getMember, { path: { organization, member } });
  return erased?.finished ?? false;
}

/** The members that a table's trail says were erased since the instant. */
async function erasedSince(client: DynamoDBClient, since: Instant) {
  const erased = [];
  const query = {
    ...ERASURES,
    TableName: TABLE,
    ExpressionAttributeValues: {
      ':o': { S: `ORG#${organization}` },
      ':from': { S: `AUDIT#${since}` },
      ':to': { S: 'AUDIT#~' },
      ':erase': { S: 'erase' },
    },
  };
  for await (const { Items = [] } of paginateQuery({ client }, query))
    erased.push(...Items.map(({ topic }) => topic?.M?.member?.S));
  return erased;
}

/** Supports somebody else's idea of the present round. */
async function supportOne({ address }: System): Promise<void> {
  const employee = await sampleClient(address, 'HT0041');
  const path = { organization, round: present };
  const { items } = await employee(listIdeas, { path, query: { limit: '100' } });
  const idea = items.find(({ authorId, supported }) => authorId !== 'HT0041' && !supported)?.id;
  if (idea === undefined) throw new Error('a round without an idea to support');
  await employee(supportIdea, { path: { organization, idea } });
}

/** Sends an idea with a photo; returns the photo. */
async function handInWithPhoto({ address, settled }: System): Promise<PhotoId> {
  const call = await sampleClient(address, 'HT0178');
  const photo = await sendPhoto(call, organization);
  await call(submitIdea, {
    path: { organization },
    idempotencyKey: crypto.randomUUID(),
    body: {
      title: '成品库加装防撞角',
      category: category.parse('安全'),
      problem: '叉车转弯时碰立柱。',
      proposal: '立柱包防撞角。',
      photos: [{ id: photo, of: 'problem' }],
    },
  });
  await settled();
  return photo;
}

/** The bytes of a photo, as text; undefined if there is no such photo. */
async function pictureOf({ address }: System, photo: PhotoId): Promise<string | undefined> {
  const call = await sampleClient(address, 'HT0178');
  const found = await call(getPhoto, { path: { organization, photo } }).catch(error => {
    if (error instanceof ApiProblem && error.problem.code === 'not-found') return undefined;
    throw error;
  });
  if (found?.state !== 'ready') return undefined;
  const reply = await fetch(new URL(found.small, address));
  return Buffer.from(await reply.arrayBuffer()).toString('base64');
}

/** Sends an unnamed idea; returns its claim code. */
async function handInUnnamed({ address }: System): Promise<string> {
  const call = await sampleClient(address, 'HT0178');
  const { claimCode } = await call(submitIdea, {
    path: { organization },
    idempotencyKey: crypto.randomUUID(),
    body: {
      title: '夜班通道加装感应灯',
      category: category.parse('安全'),
      problem: '夜里通道太暗。',
      proposal: '加装感应灯。',
      unnamed: true,
    },
  });
  if (claimCode === undefined) throw new Error('an unnamed idea without a claim code');
  return claimCode;
}

/** Makes ballots secret, opens them and casts one vote; returns its idea. */
async function voteInSecret({ address, secret }: System) {
  const administrator = await sampleClient(address, 'HT0266');
  await administrator(putRules, {
    path: { organization },
    body: {
      ballot: 'secret',
      quorumShare: { numerator: 2, denominator: 3 },
      threshold: { numerator: 1, denominator: 2 },
    },
  });
  const headers = secretHeaders(secret);
  const moved = await fetch(`${address}/local/clock`, { method: 'POST', body: OPEN, headers });
  if (!moved.ok) throw new Error(await moved.text());
  const voter = await sampleClient(address, 'HT0022');
  const { items } = await voter(getAgenda, { path: { organization, round: present } });
  const idea = items.find(({ ballot }) => ballot.myVote === null)?.id;
  if (idea === undefined) throw new Error('an agenda without an open ballot');
  await voter(castVote, { path: { organization, idea }, body: { choice: 'approve' } });
  return idea;
}

async function myVote(voter: Call, idea: string) {
  const { items } = await voter(getAgenda, { path: { organization, round: present } });
  return items.find(({ id }) => id === idea)?.ballot.myVote;
}

/** What a manager and the unnamed author see. */
async function lookAt(system: System, code: string, photo: PhotoId) {
  const { address } = system;
  const manager = await sampleClient(address, 'HT0290');
  const of = (round: typeof present) => ({ path: { organization, round } });
  const [numbers, bulletin, ...lists] = await Promise.all([
    manager(getStatistics, of(present)),
    manager(getBulletin, of(finished)),
    ...[finished, present].map(round =>
      manager(listIdeas, { ...of(round), query: { limit: '100' } }),
    ),
  ]);
  const { id, title, status } = await manager(openUnnamedIdea, {
    path: { organization },
    body: { code },
  });
  return {
    numbers: numbers.total,
    bulletin,
    photo,
    picture: await pictureOf(system, photo),
    counts: lists.flatMap(({ items }) =>
      items.map(({ id, supports, comments }) => [id, supports, comments]),
    ),
    unnamed: { id, title, status },
  };
}

async function audit({ address, secret }: System, body: 'repair' | '') {
  const headers = secretHeaders(secret);
  const url = `${address}/local/audit?round=all`;
  const reply = await fetch(url, { method: 'POST', body, headers });
  return reports.parse(await reply.json()).reports;
}

async function discrepancies({ address, secret }: System): Promise<number> {
  const reply = await fetch(`${address}/local/verify`, { headers: secretHeaders(secret) });
  const { bulletins } = verified.parse(await reply.json());
  return bulletins.reduce((sum, { discrepancies }) => sum + discrepancies.length, 0);
}
