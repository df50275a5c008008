/**
 * An older release and the items of a newer one. All items of a kind are made newer than any known
 * version; then every operation of the store runs. Each is refused, and the items stay unchanged.
 */
import { readFileSync } from 'node:fs';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { STORED_ITEMS } from '../../infra/docs/stored-shapes.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import {
  commentIdOf,
  isCommentId,
  isIdeaId,
  isPhotoId,
  isRoundId,
  isZoneId,
  photoIdOf,
  roundAfter,
} from '../../shared/domain/kernel/ids.ts';
import { isInstant } from '../../shared/domain/kernel/instant.ts';
import { bulletinOf } from '../../shared/domain/numbers/bulletin.ts';
import type { Effect } from '../../shared/domain/numbers/projection.ts';
import { delta } from '../../shared/domain/numbers/statistics.ts';
import { memberEntry, settingsEntry } from '../../shared/domain/organization/audit.ts';
import { applyMemberChange } from '../../shared/domain/organization/membership-invariants.ts';
import { newRound, openRound } from '../../shared/domain/round/round.ts';
import { agendaRepository } from '../../shared/store/agendas.ts';
import { auditRepository } from '../../shared/store/audit.ts';
import { bulletinRepository } from '../../shared/store/bulletins.ts';
import { claimAttemptRepository } from '../../shared/store/claim-attempts.ts';
import { commentRepository } from '../../shared/store/comments.ts';
import { correctionRepository } from '../../shared/store/corrections.ts';
import { ideaCounts } from '../../shared/store/idea-counts.ts';
import { ideaRepository } from '../../shared/store/ideas.ts';
import { headcountKey, statisticsKey } from '../../shared/store/keys.ts';
import { memberRepository } from '../../shared/store/members.ts';
import { membershipRepository } from '../../shared/store/membership-invariants.ts';
import { mentionRepository } from '../../shared/store/mentions.ts';
import { organizationRepository } from '../../shared/store/organizations.ts';
import { photoRepository } from '../../shared/store/photos.ts';
import { projectionRepository } from '../../shared/store/projections.ts';
import { quotaRepository } from '../../shared/store/quotas.ts';
import { readerSummaryRepository } from '../../shared/store/reader-summaries.ts';
import { roundRepository } from '../../shared/store/rounds.ts';
import { searchIndex } from '../../shared/store/search-index.ts';
import { searchWriter } from '../../shared/store/search-writer.ts';
import { settingsRepository } from '../../shared/store/settings.ts';
import { skippedRepository } from '../../shared/store/skipped-ideas.ts';
import { statisticsRepository } from '../../shared/store/statistics.ts';
import { NewerItem } from '../../shared/store/stored-item.ts';
import { streamBarrier } from '../../shared/store/stream-barrier.ts';
import { supportRepository } from '../../shared/store/supports.ts';
import { voteRepository } from '../../shared/store/votes.ts';
import { zonePeopleRepository } from '../../shared/store/zone-people.ts';
import { zoneRepository } from '../../shared/store/zones.ts';
import { fixedHash } from '../fixed-hash.ts';
import { type FreshTable, freshTable } from '../fresh-table.ts';
import { foundFirm } from '../functions/small-firm.ts';
import { manyIds } from './many-items.ts';
import {
  COMMITTEE,
  granted,
  HUATAI,
  instant,
  listed,
  member,
  newIdea,
  newMember,
  OCTOBER,
  subject,
  voteOf,
} from './sample-facts.ts';
import { everything } from './watched-table.ts';
import { told } from './zone-facts.ts';

type Items = Record<string, unknown>[];

const NOW = instant('2026-10-15T02:00:00.000Z');
const BOSS = member('A1');
const XUANHUA = 'xuanhua';
if (!isZoneId(XUANHUA)) throw new Error('not a zone');
const ZONE = XUANHUA;

let table: FreshTable;
let everyAct: readonly (() => unknown)[];
let stored: Items;

beforeAll(async () => {
  table = await freshTable();
  const firm = await foundFirm(table, { more: [newMember('A1', ['administrator'])] });
  const members = memberRepository(table);
  const settings = settingsRepository(table);
  const roll = membershipRepository(table);
  const rounds = roundRepository(table);
  const ideas = ideaRepository(table);
  const comments = commentRepository(table);
  const projections = projectionRepository(table);
  const corrections = correctionRepository(table);
  const statistics = statisticsRepository(table);
  const bulletins = bulletinRepository(table);
  const agendas = agendaRepository(table);
  const skipped = skippedRepository(table);
  const guesses = claimAttemptRepository(table);
  const writings = quotaRepository(table, fixedHash);
  const writing = {
    organization: HUATAI,
    round: OCTOBER,
    roundEnds: NOW,
    member: BOSS,
    counted: 'ideas' as const,
    request: 'one',
    now: NOW,
    anHour: 9,
    aRound: 9,
  };
  const photos = photoRepository(table);
  const photo = photoIdOf('0'.repeat(26));
  const searched = searchWriter(table);
  const supports = supportRepository(table);
  const zones = zoneRepository(table);
  const people = zonePeopleRepository(table);

  const renamed = { ...firm, name: '华泰', version: 2 };
  const again = { ...firm, name: '华泰矿冶', version: 3 };
  const change = (before: typeof firm, after: typeof firm) => ({
    before,
    after,
    entry: settingsEntry(before, after, BOSS, NOW),
  });
  const worker = newMember('W1');
  const collecting = newRound(HUATAI, OCTOBER, (await rounds.get(HUATAI, OCTOBER))!.schedule);
  const opened = openRound(collecting, COMMITTEE, firm.rules, NOW);
  const idea = newIdea();
  const onAgenda = listed(idea);
  const merged = newIdea();
  const together: Idea = { ...newIdea(), coAuthors: [{ id: worker.id }] };
  const comment = {
    id: commentIdOf(NOW, '0'.repeat(16)),
    organization: HUATAI,
    ideaId: idea.id,
    writer: BOSS,
    text: '好',
    writtenAt: NOW,
    trace: [],
  };
  const hidden = {
    ...comment,
    trace: [{ act: 'hide' as const, at: NOW, by: BOSS, reason: '重复' }],
  };
  const request = { writer: BOSS, key: 'key', fingerprint: 'print' };
  const bulletin = bulletinOf(OCTOBER, [onAgenda], { total: 9, departments: new Map() }, NOW);
  const officer = {
    zone: ZONE,
    id: member('XH1'),
    subject: subject('officer'),
    roles: ['grid-officer' as const],
    districts: ['第一片区'],
  };
  const placed = { zone: ZONE, organization: HUATAI, name: '华泰', district: '第一片区' };
  const effects = (): Effect[] => [
    { kind: 'numbers', organization: HUATAI, round: OCTOBER, delta: delta(undefined, idea) },
    {
      kind: 'tally',
      organization: HUATAI,
      ideaId: idea.id,
      round: OCTOBER,
      choice: 'approve',
      change: 1,
    },
    { kind: 'supports', organization: HUATAI, ideaId: idea.id, change: 1 },
    { kind: 'headcount', organization: HUATAI, department: worker.department, change: 1 },
  ];
  const counting = (eventId: string, of: readonly Effect[]) => () =>
    projections.apply([{ eventId, forgetAt: 4_000_000_000, effects: of }]);
  const total = { by: 'organization' } as const;

  // All kinds of items, as this release stores them.
  await settings.save(change(firm, renamed));
  const counted = await roll.get(firm);
  const withWorker = granted(applyMemberChange(counted, undefined, worker));
  await roll.save(
    firm,
    [{ before: undefined, after: worker, entry: memberEntry(undefined, worker, BOSS, NOW) }],
    counted,
    withWorker,
  );
  await rounds.advance(collecting, opened);
  await ideas.create(idea, [], 'print');
  await ideas.create(merged, [], 'print');
  await ideas.create(together, [], 'print');
  granted(await ideas.save(idea, onAgenda));
  await voteRepository(table).cast(onAgenda, voteOf('C1', 'approve'));
  await supports.add(HUATAI, idea.id, BOSS);
  await comments.create(comment, request);
  await agendas.arrange(HUATAI, OCTOBER, [idea.id]);
  await agendas.arrange(HUATAI, roundAfter(OCTOBER), manyIds(150));
  await skipped.add(HUATAI, idea.id, NOW);
  await guesses.count(HUATAI, BOSS, NOW);
  await writings.admit(writing);
  await photos.start(HUATAI, photo, NOW);
  await searched.write(HUATAI, OCTOBER, [idea.id]);
  await bulletins.publish(HUATAI, bulletin);
  await counting('event', effects())();
  await streamBarrier(table).send('ORG#huatai', 'probe');
  await people.put(officer);
  await zones.expect(placed, OCTOBER);
  stored = await everything(table);

  everyAct = [
    () => organizationRepository(table).get(HUATAI),
    () => organizationRepository(table).getAll([HUATAI]),
    () => settings.save(change(renamed, again)),
    () => members.get(HUATAI, worker.id),
    () => members.known(HUATAI, [worker.id]),
    () => members.find(worker.subject, HUATAI),
    () => members.findAll(worker.subject),
    () => members.findInZone(officer.subject, ZONE),
    () => members.page(HUATAI, {}, { limit: 5 }),
    () => Array.fromAsync(members.all(HUATAI)),
    () => members.directory(HUATAI, []),
    () => members.people(HUATAI, [worker.id]),
    () => roll.get(firm),
    () => roll.holderOf(HUATAI, worker.subject),
    async () => {
      const totals = granted(applyMemberChange(counted, undefined, worker));
      const after = { ...worker, subject: subject('another'), version: 2 };
      const entry = memberEntry(worker, after, BOSS, NOW);
      return roll.save(firm, [{ before: worker, after, entry }], totals, { ...totals, version: 2 });
    },
    () => auditRepository(table).newestFirst(HUATAI, { limit: 5 }),
    () => auditRepository(table).founding(HUATAI),
    () => rounds.get(HUATAI, OCTOBER),
    () => rounds.newestFirst(HUATAI, { limit: 5 }),
    () => rounds.oldest(HUATAI),
    () => rounds.between(HUATAI, OCTOBER, roundAfter(OCTOBER, 1)),
    () => rounds.organizations(),
    () => rounds.nextDue(),
    () => rounds.advance(opened, { ...opened, intakeEnded: true }),
    () => rounds.bringForward(opened, BOSS, opened.schedule),
    () => agendas.order(HUATAI, OCTOBER),
    () => agendas.arrange(HUATAI, OCTOBER, []),
    () => agendas.arrange(HUATAI, roundAfter(OCTOBER), []),
    () => agendas.stretch(HUATAI, roundAfter(OCTOBER), 100, 50),
    () => skipped.waiting(HUATAI),
    () => skipped.add(HUATAI, idea.id, NOW),
    () => ideas.get(HUATAI, idea.id),
    () => ideas.byRound(HUATAI, OCTOBER, {}, {}),
    () => mentionRepository(table).of(HUATAI, worker.id, 'co-author', { limit: 10 }),
    () => ideas.create(idea, [], 'print'),
    () => ideas.create(newIdea(), [idea.id], 'print'),
    () => Array.fromAsync(ideas.wholeRound(HUATAI, OCTOBER)),
    () =>
      ideas.save(onAgenda, {
        ...onAgenda,
        version: 3,
        history: [...onAgenda.history, onAgenda.history.at(-1)!],
      }),
    () => voteRepository(table).of(HUATAI, idea.id, OCTOBER),
    () => voteRepository(table).cast(onAgenda, voteOf('C1', 'oppose')),
    () => supports.add(HUATAI, idea.id, BOSS),
    () => supports.follow(HUATAI, merged.id, idea.id, []),
    () => comments.get(HUATAI, idea.id, comment.id),
    () => comments.ofIdea(HUATAI, idea.id, {}),
    () => comments.create(comment, request),
    () => comments.save(comment, hidden),
    () => guesses.admit(HUATAI, BOSS, NOW),
    () => guesses.count(HUATAI, BOSS, NOW),
    () => writings.admit({ ...writing, request: 'two' }),
    () => photos.start(HUATAI, photo, NOW),
    () => photos.get(HUATAI, photo),
    () => photos.some(HUATAI, [photo]),
    () => Array.fromAsync(photos.all(HUATAI)),
    () => photos.take(HUATAI, idea.id, [photo], NOW),
    () => photos.keep(HUATAI, idea.id, photo),
    () => photos.settle(HUATAI, photo, { state: 'ready', width: 4, height: 3 }),
    () => photos.remove(HUATAI, photo, idea.id),
    () => searched.write(HUATAI, OCTOBER, [idea.id]),
    () => searchIndex(table).versionsOf(HUATAI, true),
    () => searchIndex(table).entriesOf(HUATAI, OCTOBER),
    () => searchIndex(table).of(HUATAI),
    () => bulletins.get(HUATAI, OCTOBER, 0),
    () => bulletins.whole(HUATAI, OCTOBER),
    () => bulletins.numbersOf(HUATAI, [OCTOBER]),
    () => bulletins.publish(HUATAI, bulletin),
    () => statistics.ofRound(HUATAI, OCTOBER),
    () => statistics.totalOf(HUATAI, OCTOBER),
    () => statistics.totalsOf(HUATAI, [OCTOBER]),
    () => statistics.headcount(HUATAI),
    () => statistics.wholeHeadcount(HUATAI),
    () => ideaCounts(table, { ...idea, firstSubmittedAt: idea.submittedAt }),
    () => readerSummaryRepository(table).of([idea], BOSS),
    () => readerSummaryRepository(table).supports([idea]),
    () => corrections.authorships(HUATAI, OCTOBER),
    () => corrections.changes('statistics', statisticsKey(HUATAI, OCTOBER, total)),
    () => corrections.changes('headcount', headcountKey(HUATAI)),
    () =>
      corrections.add(HUATAI, [
        {
          number: { of: 'scope', round: OCTOBER, scope: total, counter: 'submitted' },
          is: 1,
          missing: 1,
        },
        {
          number: { of: 'author', round: OCTOBER, scope: total, author: idea.authorId! },
          is: 1,
          missing: 1,
        },
        { number: { of: 'headcount' }, is: 1, missing: 1 },
        {
          number: { of: 'tally', idea: idea.id, round: OCTOBER, choice: 'approve' },
          is: 1,
          missing: 1,
        },
        {
          number: { of: 'supports', idea: idea.id, submittedAt: idea.submittedAt },
          is: 1,
          missing: 1,
        },
      ]),
    counting('event', effects()),
    ...effects().map((effect, at) => counting(`event-${at}`, [effect])),
    () => streamBarrier(table).send('ORG#huatai', 'another'),
    () => people.all(ZONE),
    () => people.put({ ...officer, districts: [] }),
    () => zones.expect(placed, OCTOBER),
    () => zones.tell(ZONE, OCTOBER, told(HUATAI, '第一片区')),
    () => zones.round(ZONE, OCTOBER),
  ];
});

/** Restores the table, with the items of a kind made newer. */
async function madeNewer(type: string): Promise<Items> {
  await inBatches(
    (await everything(table)).map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } })),
  );
  const items = stored.map(item =>
    item.type === type ? { ...item, schemaVersion: 99, later: '新' } : item,
  );
  await inBatches(items.map(Item => ({ PutRequest: { Item } })));
  return items.filter(item => item.type === type);
}

async function inBatches(requests: readonly object[]): Promise<void> {
  for (let start = 0; start < requests.length; start += 25)
    await table.client.send(
      new BatchWriteCommand({ RequestItems: { [table.name]: requests.slice(start, start + 25) } }),
    );
}

it('all kinds of items are stored, each with its version', () => {
  expect(new Set(stored.map(({ type }) => type))).toEqual(
    new Set(STORED_ITEMS.map(({ type }) => type)),
  );
  for (const { type, schemaVersion } of stored)
    expect(schemaVersion).toBe(STORED_ITEMS.find(item => item.type === type)?.version);
});

it('every kind of item has the keys that are written down for it', () => {
  const { items } = z
    .object({ items: z.record(z.string(), z.array(z.string())) })
    .parse(
      JSON.parse(readFileSync(new URL('../../docs/table-indexes.json', import.meta.url), 'utf8')),
    );
  const found: Record<string, string[]> = {};
  for (const { type, pk, sk } of stored) {
    const patterns = found[String(type)] ?? [];
    const pattern = `${patternOf(pk)} ${patternOf(sk)}`;
    found[String(type)] = [...new Set([...patterns, pattern])].toSorted();
  }
  expect(
    found,
    'an item under another key is not found again: see “How to change an index” in docs/operations.md',
  ).toEqual(items);
});

/** The pattern of a key: words in capitals stay, and each name becomes its kind. */
function patternOf(key: unknown): string {
  const kinds = { idea: isIdeaId, comment: isCommentId, round: isRoundId, instant: isInstant };
  return String(key)
    .split('#')
    .map((part, at, parts) => {
      // One may look like a comment's id.
      const inPlace = parts[at - 1] === 'PHOTO' ? { photo: isPhotoId } : kinds;
      const kind = Object.entries(inPlace).find(([, is]) => is(part))?.[0] ?? 'name';
      return /^[A-Z-]+$/.test(part) ? part : `<${kind}>`;
    })
    .join('#');
}

it.for(STORED_ITEMS.map(({ type }) => type))(
  'a newer %s is refused, and left as it is',
  async type => {
    const newer = await madeNewer(type);
    const refusals: NewerItem[] = [];
    for (const act of everyAct)
      try {
        await act();
      } catch (error) {
        if (error instanceof NewerItem) refusals.push(error);
      }
    const after = (await everything(table)).filter(item => item.schemaVersion === 99);
    expect(new Set(after)).toEqual(new Set(newer));
    expect(new Set(refusals.map(({ item }) => item))).toEqual(new Set([type]));
  },
);
