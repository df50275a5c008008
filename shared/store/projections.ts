/**
 * How the stream's changes are added to tallies, numbers and headcounts exactly once. A change and the marker that says it
 * has been counted are written in one transaction, so a record that comes again, after a crash or from a second delivery,
 * finds its marker and changes nothing.
 */
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Choice } from '../domain/idea/ballot.ts';
import type { Department, IdeaId, OrganizationId, RoundId } from '../domain/kernel/ids.ts';
import type { Instant } from '../domain/kernel/instant.ts';
import { addDeltas, type Delta, type Scope } from '../domain/numbers/statistics.ts';
import type { Table } from './client.ts';
import {
  CHANGES,
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
  roundPartition,
  seenKey,
  statisticsKey,
  supportCountKey,
  tallyKey,
} from './keys.ts';
import { getAll, type Item } from './query.ts';
import { AGAIN, retry } from './retry.ts';
import { ideaId, instant } from './schema.ts';
import { andUnlessNewer, NewerItem, type StoredItem } from './stored-item.ts';
import { EXPIRY } from './table.ts';
import { adding, writeTogether } from './transaction.ts';

/** What one stream record means for the projections. */
export type Effect =
  | {
      readonly kind: 'numbers';
      readonly organization: OrganizationId;
      readonly round: RoundId;
      readonly delta: Delta;
    }
  | {
      readonly kind: 'tally';
      readonly organization: OrganizationId;
      readonly ideaId: IdeaId;
      readonly round: RoundId;
      readonly choice: Choice;
      readonly change: number;
    }
  | {
      readonly kind: 'supports';
      readonly organization: OrganizationId;
      readonly ideaId: IdeaId;
      readonly change: number;
    }
  | {
      readonly kind: 'headcount';
      readonly organization: OrganizationId;
      readonly department: Department;
      readonly change: number;
    };

export interface Change {
  /** The stream's own id of the record: the same whenever it is delivered. */
  readonly eventId: string;
  /** Unix seconds after which the marker may go; later than the record can possibly come again. */
  readonly forgetAt: number;
  readonly effects: readonly Effect[];
}

/** DynamoDB's limit on one transaction. */
const ACTIONS = 100;

/** Numbers to add to one item, of which kind it is, and what it says about itself. */
interface Addition {
  readonly key: Key;
  readonly of: StoredItem<unknown>;
  readonly identity: Item;
  readonly add: Map<string, number>;
}

/** How many of an author's ideas count in a scope, and the addition whose `participants` that may change. */
interface Authorship {
  readonly key: Key;
  readonly addition: Addition;
  change: number;
}

const keyIn = participantItem.part({ pk: z.string(), sk: z.string() });
const handedInOf = ideaItem.part({ id: ideaId, submittedAt: instant });

type HandedInAt = (idea: IdeaId) => Instant;

export function projectionRepository(table: Table) {
  const { name } = table;

  /** Those of the changes that have not been counted yet, each once. */
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

  /** When the ideas were handed in whose support changes: that is where their counts lie, and it never changes. */
  async function handedInAt(changes: readonly Change[]): Promise<HandedInAt> {
    const keys = new Map<IdeaId, Key>();
    for (const { effects } of changes)
      for (const effect of effects)
        if (effect.kind === 'supports') keys.set(effect.ideaId, ideaKey(effect.organization, effect.ideaId));
    const ideas = (await getAll(table, [...keys.values()])).map(handedInOf);
    const times = new Map(ideas.map(({ id, submittedAt }) => [id, submittedAt]));
    return idea => {
      const at = times.get(idea);
      if (at === undefined) throw new Error('support of an idea that is not there');
      return at;
    };
  }

  /** Tries to count all the changes in one transaction; says whether that went through. */
  async function count(changes: readonly Change[], times: HandedInAt): Promise<boolean> {
    const { additions, authorships } = plan(changes, times);
    const known = new Map(
      (
        await getAll(
          table,
          authorships.map(({ key }) => key),
        )
      ).map(item => {
        const { pk, sk } = keyIn(item);
        return [`${pk} ${sk}`, participantItem.read(item).ideas];
      }),
    );
    const authorWrites = authorships.map(({ key, addition, change }) => {
      const before = known.get(`${key.pk} ${key.sk}`);
      const ideas = (before ?? 0) + change;
      const participants = Number(ideas > 0) - Number((before ?? 0) > 0);
      increase(addition.add, 'participants', participants);
      return {
        Put: {
          TableName: name,
          Item: participantItem.write(key, { ideas }),
          ...(before === undefined
            ? { ConditionExpression: 'attribute_not_exists(pk)' }
            : andUnlessNewer(participantItem, {
                ConditionExpression: 'ideas = :before',
                ExpressionAttributeValues: { ':before': before },
              })),
        },
      };
    });
    const updates = additions.filter(({ add }) => add.size > 0);
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
     * Does something that may be repeated, and leaves a marker that it is done; not again where there is one. A crash between the two
     * has it done once more.
     */
    async once(eventId: string, forgetAt: number, work: () => Promise<void>): Promise<void> {
      const [done] = await getAll(table, [seenKey(eventId)]);
      if (done) return;
      await work();
      const Item = seenItem.write(seenKey(eventId), { eventId }, { [EXPIRY]: forgetAt });
      await table.client.send(new PutCommand({ TableName: name, Item }));
    },

    /**
     * Counts changes that have not been counted, in transactions as large as fit. Throws if one does not go through after
     * several tries; what was counted before stays counted, and marked.
     */
    async apply(changes: readonly Change[]): Promise<void> {
      let waiting = await unseen(changes);
      const times = await handedInAt(waiting);
      while (waiting.length > 0) {
        const rest = await retry(async attempt => {
          // Somebody else counted one of them, or one of the authors, in between: look again.
          if (attempt > 1) waiting = await unseen(waiting);
          const fitting = waiting.slice(0, fit(waiting, times));
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

/** How many of the changes, from the first, fit one transaction together. */
function fit(changes: readonly Change[], times: HandedInAt): number {
  let most = changes.length;
  const size = (length: number): number => {
    const { additions, authorships } = plan(changes.slice(0, length), times);
    return length + additions.length + authorships.length;
  };
  while (most > 1 && size(most) > ACTIONS) most = Math.ceil(most / 2);
  return most;
}

/** Brings all effects on the same item together. */
function plan(
  changes: readonly Change[],
  times: HandedInAt,
): { additions: Addition[]; authorships: Authorship[] } {
  const additions = new Map<string, Addition>();
  const authorships = new Map<string, Authorship>();
  const additionTo = (key: Key, of: Addition['of'], identity: Item = {}): Addition => {
    const id = `${key.pk} ${key.sk}`;
    const addition = additions.get(id) ?? { key, of, identity, add: new Map() };
    additions.set(id, addition);
    return addition;
  };

  for (const { organization, round, delta } of numbersOf(changes))
    for (const { scope, counts, authors } of delta.values()) {
      const addition = additionTo(statisticsKey(organization, round, scope), statisticsItem, { scope });
      for (const [counter, change] of counts) increase(addition.add, counter, change);
      for (const [author, change] of authors) {
        const key = participantKey(organization, round, scope, author);
        const id = `${key.pk} ${key.sk}`;
        const authorship = authorships.get(id) ?? { key, addition, change: 0 };
        authorship.change += change;
        authorships.set(id, authorship);
      }
    }
  for (const { effects } of changes)
    for (const effect of effects) {
      switch (effect.kind) {
        case 'numbers': {
          const { organization, round } = effect;
          const scope: Scope = { by: 'organization' };
          const { add } = additionTo(statisticsKey(organization, round, scope), statisticsItem, { scope });
          increase(add, CHANGES, 1);
          break;
        }
        case 'tally': {
          const { organization, ideaId, round, choice, change } = effect;
          const { add } = additionTo(tallyKey(organization, ideaId, round), tallyItem, { ideaId });
          increase(add, choice, change);
          increase(add, CHANGES, 1);
          break;
        }
        case 'supports': {
          const { organization, ideaId, change } = effect;
          const place = { organization, id: ideaId, submittedAt: times(ideaId) };
          const { add } = additionTo(supportCountKey(place), supportsItem, { ideaId });
          increase(add, 'supports', change);
          increase(add, CHANGES, 1);
          break;
        }
        case 'headcount': {
          const { organization, department, change } = effect;
          const whole = additionTo(headcountKey(organization), headcountItem);
          increase(whole.add, 'headcount', change);
          increase(whole.add, CHANGES, 1);
          const { add } = additionTo(headcountKey(organization, department), headcountItem, { department });
          increase(add, 'headcount', change);
          break;
        }
      }
    }
  return {
    additions: [...additions.values()],
    authorships: [...authorships.values()].filter(({ change }) => change !== 0),
  };
}

/** The changes of each round's numbers, added up, so that what cancels out is never written. */
function numbersOf(changes: readonly Change[]) {
  const rounds = new Map<string, { organization: OrganizationId; round: RoundId; deltas: Delta[] }>();
  for (const { effects } of changes)
    for (const effect of effects)
      if (effect.kind === 'numbers') {
        const { organization, round, delta } = effect;
        const id = roundPartition(organization, round);
        const known = rounds.get(id) ?? { organization, round, deltas: [] };
        known.deltas.push(delta);
        rounds.set(id, known);
      }
  return [...rounds.values()].map(({ organization, round, deltas }) => ({
    organization,
    round,
    delta: addDeltas(deltas),
  }));
}

function increase(add: Map<string, number>, counter: string, change: number): void {
  const next = (add.get(counter) ?? 0) + change;
  if (next === 0) add.delete(counter);
  else add.set(counter, next);
}
