/**
 * Adds the stream's changes to tallies, numbers and headcounts exactly once. A change and the
 * marker of its record are written in one transaction, so a record that comes again, after a crash
 * or from a second delivery, finds its marker and changes nothing.
 */
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { firstFacts } from '../domain/idea/idea.ts';
import type { IdeaId, MemberId } from '../domain/kernel/ids.ts';
import type { Instant } from '../domain/kernel/instant.ts';
import {
  type Addition,
  type Effect,
  type Place,
  project,
  withParticipants,
} from '../domain/numbers/projection.ts';
import { partsOf } from '../domain/numbers/statistics.ts';
import type { Table } from './client.ts';
import {
  headcountItem,
  participantItem,
  seenItem,
  statisticsItem,
  supportsItem,
  tallyItem,
} from './counted-items.ts';
import { ideaItem } from './idea-item.ts';
import {
  headcountKey,
  ideaKey,
  type Key,
  participantKey,
  seenKey,
  statisticsKey,
  supportCountKey,
  tallyKey,
} from './keys.ts';
import { getAll, type Item } from './query.ts';
import { AGAIN, retry } from './retry.ts';
import { andUnlessNewer, NewerItem, type StoredItem } from './stored-item.ts';
import { EXPIRY } from './table.ts';
import { adding, writeTogether } from './transaction.ts';

export interface Change {
  /** The stream's own id of the record: the same at every delivery. */
  readonly eventId: string;
  /** The expiry of the marker, in Unix seconds; later than the record's last possible delivery. */
  readonly forgetAt: number;
  readonly effects: readonly Effect[];
}

/** DynamoDB's limit on one transaction. */
const ACTIONS = 100;

/**
 * The number of authors' counts that are changed at once: each is a write and may change a number
 * of a scope of its own, and a transaction has a hundred items. An idea with many others merged
 * into it has more authors.
 */
const AUTHORS_AT_ONCE = 40;

const keyIn = participantItem.part({ pk: z.string(), sk: z.string() });

type HandedInAt = (idea: IdeaId) => Instant;

export function projectionRepository(table: Table) {
  const { name } = table;

  /** The changes that have not been counted yet, each once. */
  async function unseen(changes: readonly Change[]): Promise<Change[]> {
    const eventIds = new Set(changes.map(({ eventId }) => eventId));
    const markers = await getAll(table, [...eventIds].map(seenKey));
    const seen = new Set(markers.map(item => seenItem.read(item).eventId));
    return changes.filter(({ eventId }) => {
      const first = !seen.has(eventId);
      seen.add(eventId);
      return first;
    });
  }

  /**
   * The first submission times of the ideas whose supports or comments change: they are part of
   * their counts' keys. A correction changes another time.
   */
  async function handedInAt(changes: readonly Change[]): Promise<HandedInAt> {
    const keys = new Map<IdeaId, Key>();
    for (const { effects } of changes)
      for (const effect of effects)
        if (effect.kind === 'supports' || effect.kind === 'comments')
          keys.set(effect.ideaId, ideaKey(effect.organization, effect.ideaId));
    const ideas = (await getAll(table, [...keys.values()])).map(item => ideaItem.read(item));
    const times = new Map(ideas.map(idea => [idea.id, firstFacts(idea).submittedAt]));
    return idea => {
      const at = times.get(idea);
      if (at === undefined) throw new Error('a support or comment of an idea that is not there');
      return at;
    };
  }

  /** Tries to count all the changes in one transaction; returns whether it succeeded. */
  async function count(changes: readonly Change[], times: HandedInAt): Promise<boolean> {
    const additions = additionsOf(changes);
    const authorships = additions.flatMap(({ place, authors }) =>
      place.of === 'scope'
        ? [...authors].map(([author, change]) => ({ key: authorKey(place, author), change }))
        : [],
    );
    const counts = new Map(
      (
        await getAll(
          table,
          authorships.map(({ key }) => key),
        )
      ).map(item => [nameOf(keyIn(item)), participantItem.read(item).ideas]),
    );
    const updates = additions.flatMap(addition => {
      const { place } = addition;
      const ideasOf = (author: MemberId): number =>
        place.of === 'scope' ? (counts.get(nameOf(authorKey(place, author))) ?? 0) : 0;
      const add = withParticipants(addition, ideasOf);
      return add.size > 0 ? [{ ...itemOf(place, times), add }] : [];
    });
    const authorWrites = authorships.map(({ key, change }) => {
      const before = counts.get(nameOf(key));
      return {
        Put: {
          TableName: name,
          Item: participantItem.write(key, { ideas: (before ?? 0) + change }),
          ...(before === undefined
            ? { ConditionExpression: 'attribute_not_exists(pk)' }
            : andUnlessNewer(participantItem, {
                ConditionExpression: 'ideas = :before',
                ExpressionAttributeValues: { ':before': before },
              })),
        },
      };
    });
    const result = await writeTogether(table, [
      ...updates.map(({ key, of, identity, add }) => ({
        Update: { TableName: name, Key: key, ...adding(of, identity, add) },
      })),
      ...changes.map(({ eventId, forgetAt }) => ({
        Put: {
          TableName: name,
          Item: seenItem.write(seenKey(eventId), { eventId }, { [EXPIRY]: forgetAt }),
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      })),
      ...authorWrites,
    ]);
    const [failed] = result.done ? [] : result.failed;
    const newer = failed === undefined ? undefined : updates[failed]?.of;
    if (newer) throw new NewerItem(newer.type, newer.version);
    return result.done;
  }

  return {
    /**
     * Does something repeatable, and leaves a marker that it is done; not again if there is a
     * marker. After a crash between the two it is done once more.
     */
    async once(eventId: string, forgetAt: number, work: () => Promise<void>): Promise<void> {
      const [done] = await getAll(table, [seenKey(eventId)]);
      if (done) return;
      await work();
      const Item = seenItem.write(seenKey(eventId), { eventId }, { [EXPIRY]: forgetAt });
      await table.client.send(new PutCommand({ TableName: name, Item }));
    },

    /**
     * Counts changes that have not been counted, in the largest transactions that fit. Throws if
     * one fails after several tries; earlier ones stay counted, and marked.
     */
    async apply(changes: readonly Change[]): Promise<void> {
      let waiting = await unseen(changes);
      const times = await handedInAt(waiting);
      while (waiting.length > 0) {
        const rest = await retry(async attempt => {
          // A concurrent function counted one of them, or one of the authors: read again.
          if (attempt > 1) waiting = await unseen(waiting);
          const fitting = waiting.slice(0, fit(waiting));
          return fitting.length === 0 || (await count(fitting, times))
            ? waiting.slice(fitting.length)
            : AGAIN;
        });
        if (rest === AGAIN) throw new Error('the projections kept changing underneath');
        waiting = rest;
      }
    },
  };
}

/**
 * A change in parts that each fit one transaction, with markers of their own: the same change
 * always has the same parts.
 */
export function inParts({ eventId, forgetAt, effects }: Change): Change[] {
  const [only] = effects;
  if (only === undefined) return [];
  if (only.kind !== 'numbers') return [{ eventId, forgetAt, effects }];
  return partsOf(only.delta, AUTHORS_AT_ONCE).map((delta, at) => ({
    eventId: at === 0 ? eventId : `${eventId}#${at + 1}`,
    forgetAt,
    effects: [{ ...only, delta }],
  }));
}

/** The number of changes, from the first, that fit one transaction together. */
function fit(changes: readonly Change[]): number {
  let most = changes.length;
  const size = (length: number): number =>
    additionsOf(changes.slice(0, length)).reduce(
      (sum, { authors }) => sum + 1 + authors.size,
      length,
    );
  while (most > 1 && size(most) > ACTIONS) most = Math.ceil(most / 2);
  return most;
}

function additionsOf(changes: readonly Change[]): Addition[] {
  return project(changes.flatMap(({ effects }) => effects));
}

/** The item with the numbers of a place, its kind, and its own description. */
function itemOf(
  place: Place,
  times: HandedInAt,
): { readonly key: Key; readonly of: StoredItem<unknown>; readonly identity: Item } {
  const { organization } = place;
  switch (place.of) {
    case 'scope': {
      const { round, scope } = place;
      return {
        key: statisticsKey(organization, round, scope),
        of: statisticsItem,
        identity: { scope },
      };
    }
    case 'tally': {
      const { ideaId, round } = place;
      return { key: tallyKey(organization, ideaId, round), of: tallyItem, identity: { ideaId } };
    }
    case 'supports': {
      const { ideaId } = place;
      const key = supportCountKey({ organization, id: ideaId, firstSubmittedAt: times(ideaId) });
      return { key, of: supportsItem, identity: { ideaId } };
    }
    case 'headcount': {
      const { department } = place;
      const identity = department === undefined ? {} : { department };
      return { key: headcountKey(organization, department), of: headcountItem, identity };
    }
  }
}

function authorKey(
  { organization, round, scope }: Extract<Place, { of: 'scope' }>,
  author: MemberId,
): Key {
  return participantKey(organization, round, scope, author);
}

function nameOf({ pk, sk }: Pick<Key, 'pk' | 'sk'>): string {
  return `${pk} ${sk}`;
}
