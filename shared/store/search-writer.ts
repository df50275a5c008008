/**
 * Keeps what is searched like the ideas. It writes what the ideas are now and not what a change
 * says they became, so changes may come twice, late, or in any order.
 *
 * The ideas of a round are spread over a fixed number of buckets by their ids, so that a write
 * concerns few of them. A bucket is one segment, or, once that is full, several.
 */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Idea } from '../domain/idea/idea.ts';
import type { IdeaId, OrganizationId, RoundId } from '../domain/kernel/ids.ts';
import { fold } from '../domain/search/folding.ts';
import type { Table } from './client.ts';
import { eachConcurrently } from './concurrency.ts';
import { ideaItem } from './idea-item.ts';
import {
  ideaKey,
  partOfSearchSegment,
  searchBucketPrefix,
  searchPartition,
  searchSegmentKey,
  searchVersionKey,
} from './keys.ts';
import { getAll, queryAll, startingWith } from './query.ts';
import { AGAIN, retry } from './retry.ts';
import {
  packed,
  type SearchEntry,
  searchSegmentItem,
  searchVersionItem,
  unpacked,
} from './search-items.ts';
import { andUnlessNewer } from './stored-item.ts';

/**
 * The most characters of a segment of several ideas: some 20 to 40 KB compressed, which is what the
 * write of one idea costs at most, and far below an item's limit.
 */
const FULL = 20_000;

/** Buckets written at once. */
const AT_ONCE = 4;

/** The last character of an id is one of 32; two share a bucket. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

interface Segment {
  readonly part: number;
  /** Undefined for one that is not stored yet. */
  readonly version: string | undefined;
  readonly entries: ReadonlyMap<IdeaId, SearchEntry>;
}

interface Change {
  readonly segment: Segment;
  readonly entries: ReadonlyMap<IdeaId, SearchEntry>;
}

const keyOf = z.object({ sk: z.string() });

/** The bucket of an idea: a letter. */
function bucketOf(id: IdeaId): string {
  return LETTERS.charAt(LETTERS.indexOf(id.charAt(id.length - 1)) >> 1);
}

/** What is stored of an idea to find it; undefined for one that nobody may find. */
export function entryOf(idea: Idea): SearchEntry | undefined {
  if (idea.status === 'withdrawn') return undefined;
  const { id, status, category, department, title, problem, proposal } = idea;
  return {
    ...{ id, status, category, department },
    title: fold(title),
    problem: fold(problem),
    proposal: fold(proposal),
  };
}

export function isSameEntry(one: SearchEntry | undefined, other: SearchEntry | undefined): boolean {
  return JSON.stringify(one && rowOf(one)) === JSON.stringify(other && rowOf(other));
}

const rowOf = ({ id, status, category, department, title, problem, proposal }: SearchEntry) => [
  id,
  status,
  category,
  department,
  title,
  problem,
  proposal,
];

export function searchWriter(table: Table) {
  const { client, name } = table;

  async function segmentsOf(
    organization: OrganizationId,
    round: RoundId,
    bucket: string,
  ): Promise<Segment[]> {
    const items = await Array.fromAsync(
      queryAll(table, {
        ...startingWith(searchPartition(organization), searchBucketPrefix(round, bucket)),
        ConsistentRead: true,
      }),
    );
    return items.map(item => {
      const { version, entries } = searchSegmentItem.read(item);
      const known = unpacked(entries).map(entry => [entry.id, entry] as const);
      return { part: partOfSearchSegment(keyOf.parse(item)), version, entries: new Map(known) };
    });
  }

  /** Stores a segment if it is still the one that was read; returns whether it was. */
  async function store(
    organization: OrganizationId,
    round: RoundId,
    bucket: string,
    { segment, entries }: Change,
  ): Promise<boolean> {
    const Item = searchSegmentItem.write(
      searchSegmentKey(organization, round, bucket, segment.part),
      { version: crypto.randomUUID(), entries: packed([...entries.values()]) },
    );
    const condition =
      segment.version === undefined
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : andUnlessNewer(searchSegmentItem, {
            ConditionExpression: '#version = :version',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':version': segment.version },
          });
    try {
      await client.send(new PutCommand({ TableName: name, Item, ...condition }));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  /** Writes the ideas of one bucket as they are now. */
  async function writeBucket(
    organization: OrganizationId,
    round: RoundId,
    bucket: string,
    ids: readonly IdeaId[],
  ): Promise<void> {
    const written = await retry(async () => {
      // The segments before the ideas: an older state of an idea then meets a changed segment.
      const segments = await segmentsOf(organization, round, bucket);
      const items = await getAll(
        table,
        ids.map(id => ideaKey(organization, id)),
      );
      const entries = new Map(
        items.map(item => {
          const idea = ideaItem.read(item);
          return [idea.id, entryOf(idea)] as const;
        }),
      );
      for (const change of changesOf(segments, ids, entries))
        if (!(await store(organization, round, bucket, change))) return AGAIN;
      return undefined;
    });
    if (written === AGAIN) throw new Error('the searched texts kept changing underneath');
  }

  return {
    /**
     * Writes ideas of a round as they are now. Afterwards the round has another version, even if
     * nothing was written: an earlier run may have stopped before that.
     */
    async write(
      organization: OrganizationId,
      round: RoundId,
      ids: Iterable<IdeaId>,
    ): Promise<void> {
      const buckets = Map.groupBy(new Set(ids), bucketOf);
      await eachConcurrently(buckets, AT_ONCE, ([bucket, those]) =>
        writeBucket(organization, round, bucket, those),
      );
      await client.send(
        new PutCommand({
          TableName: name,
          Item: searchVersionItem.write(searchVersionKey(organization, round), {
            version: crypto.randomUUID(),
          }),
          ...searchVersionItem.unlessNewer,
        }),
      );
    },
  };
}

/**
 * The segments that change: first those to which entries are added, then those that only lose some.
 * An entry that moves is in both for a moment, and in neither never.
 */
function changesOf(
  segments: readonly Segment[],
  ids: readonly IdeaId[],
  entries: ReadonlyMap<IdeaId, SearchEntry | undefined>,
): Change[] {
  const changed = new Map<Segment, Map<IdeaId, SearchEntry>>();
  const all = [...segments];
  const draft = (segment: Segment): Map<IdeaId, SearchEntry> => {
    const known = changed.get(segment) ?? new Map(segment.entries);
    changed.set(segment, known);
    return known;
  };
  const present = (segment: Segment) => changed.get(segment) ?? segment.entries;
  const gaining = new Set<Segment>();
  for (const id of ids) {
    const entry = entries.get(id);
    const holders = all.filter(segment => present(segment).has(id));
    const [home, ...others] = holders;
    for (const other of others) draft(other).delete(id);
    if (!entry) {
      if (home) draft(home).delete(id);
      continue;
    }
    if (home && isSameEntry(present(home).get(id), entry)) continue;
    const room =
      home && fits(present(home), entry)
        ? home
        : all.find(segment => segment !== home && fits(present(segment), entry));
    if (home && home !== room) draft(home).delete(id);
    const target = room ?? newSegment(all);
    draft(target).set(id, entry);
    gaining.add(target);
  }
  const changes = [...changed].map(([segment, entries]) => ({ segment, entries }));
  return [
    ...changes.filter(({ segment }) => gaining.has(segment)),
    ...changes.filter(({ segment }) => !gaining.has(segment)),
  ];
}

function newSegment(all: Segment[]): Segment {
  const part = all.reduce((highest, segment) => Math.max(highest, segment.part + 1), 0);
  const made: Segment = { part, version: undefined, entries: new Map() };
  all.push(made);
  return made;
}

/** Whether a segment has room for an entry; any entry fits an empty one. */
function fits(entries: ReadonlyMap<IdeaId, SearchEntry>, entry: SearchEntry): boolean {
  const others = [...entries.values()].filter(({ id }) => id !== entry.id);
  const size = [...others, entry].reduce((sum, one) => sum + lengthOf(one), 0);
  return others.length === 0 || size <= FULL;
}

const lengthOf = ({ title, problem, proposal }: SearchEntry): number =>
  title.length + problem.length + proposal.length;
