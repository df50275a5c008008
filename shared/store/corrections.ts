/**
 * Looking at running numbers, authors' counts among them, and putting them right. What is missing from a number is added, so a
 * correction and the stream's own additions do not get in each other's way; how many ideas an author has is set, on condition
 * that it is still what was read.
 */
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { CHOICES } from '../domain/idea/ballot.ts';
import type { OrganizationId, RoundId } from '../domain/kernel/ids.ts';
import type { Authorship, Drift, RunningNumber } from '../domain/numbers/drift.ts';
import { CHANGES } from '../domain/numbers/projection.ts';
import type { Table } from './client.ts';
import { headcountItem, participantItem, statisticsItem, supportsItem, tallyItem } from './counted-items.ts';
import {
  headcountKey,
  type Key,
  PARTICIPANT_PREFIX,
  participantIn,
  participantKey,
  roundPartition,
  statisticsKey,
  supportCountKey,
  tallyKey,
} from './keys.ts';
import { type Item, queryAll, startingWith } from './query.ts';
import { andUnlessNewer, type StoredItem } from './stored-item.ts';
import { type Action, adding, writeTogether } from './transaction.ts';

/** What repairs write to items that lie beside others, besides what numbers of a round consist of. */
export const COUNT_ATTRIBUTES = ['headcount', 'ideaId', 'supports', ...CHOICES] as const;

const counted = { [CHANGES]: z._default(z.number(), 0) };
const changesIn = { statistics: statisticsItem.part(counted), headcount: headcountItem.part(counted) };
const keyIn = participantItem.part({ sk: z.string() });

/** DynamoDB's limit on one transaction. */
const ACTIONS = 100;

export function correctionRepository(table: Table) {
  return {
    /** How many ideas each author has in each scope of a round, as the stream has counted up to this moment. */
    async authorships(organization: OrganizationId, round: RoundId): Promise<Authorship[]> {
      const found: Authorship[] = [];
      const query = startingWith(roundPartition(organization, round), PARTICIPANT_PREFIX);
      for await (const item of queryAll(table, { ...query, ConsistentRead: true }))
        found.push(readAuthorship(item));
      return found;
    },

    /** How many changes the stream has counted into an item, as of this moment. */
    async changes(of: keyof typeof changesIn, key: Key): Promise<number> {
      const { Item } = await table.client.send(
        new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true }),
      );
      return Item ? changesIn[of](Item)[CHANGES] : 0;
    },

    /**
     * Adds what is missing, all of it together where it fits one transaction. Says whether that could be done: not where an author's
     * count has changed meanwhile; what is still wrong then is found by the next look.
     */
    async add(organization: OrganizationId, drift: readonly Drift[]): Promise<boolean> {
      // Authors first: as long as theirs are wrong, so is what the stream makes of them.
      const actions = [
        ...drift.flatMap(one => authorCorrection(table, organization, one)),
        ...additions(table, organization, drift),
      ];
      for (let start = 0; start < actions.length; start += ACTIONS)
        if (!(await writeTogether(table, actions.slice(start, start + ACTIONS))).done) return false;
      return true;
    },
  };
}

function authorCorrection(
  { name }: Table,
  organization: OrganizationId,
  { number, is, missing }: Drift,
): Action[] {
  if (number.of !== 'author') return [];
  const Put = {
    TableName: name,
    Item: participantItem.write(participantKey(organization, number.round, number.scope, number.author), {
      ideas: is + missing,
    }),
    ...andUnlessNewer(participantItem, {
      ConditionExpression: is === 0 ? 'attribute_not_exists(pk) OR ideas = :is' : 'ideas = :is',
      ExpressionAttributeValues: { ':is': is },
    }),
  };
  return [{ Put }];
}

/** An update for each item, with all that is missing there. */
function additions({ name }: Table, organization: OrganizationId, drift: readonly Drift[]): Action[] {
  const items = new Map<string, { place: Place; add: Map<string, number> }>();
  for (const { number, missing } of drift) {
    const place = placeOf(organization, number);
    if (!place) continue;
    const id = `${place.key.pk} ${place.key.sk}`;
    const known = items.get(id) ?? { place, add: new Map() };
    known.add.set(place.counter, missing);
    items.set(id, known);
  }
  return [...items.values()].map(({ place, add }) => ({
    Update: { TableName: name, Key: place.key, ...adding(place.of, place.identity, add) },
  }));
}

interface Place {
  readonly key: Key;
  readonly of: StoredItem<unknown>;
  /** What the item says about itself. */
  readonly identity: Item;
  readonly counter: string;
}

/** Where a number stands that may be added to; an author's count is none. */
function placeOf(organization: OrganizationId, number: RunningNumber): Place | undefined {
  switch (number.of) {
    case 'author':
      return undefined;
    case 'scope': {
      const { round, scope, counter } = number;
      return {
        key: statisticsKey(organization, round, scope),
        of: statisticsItem,
        identity: { scope },
        counter,
      };
    }
    case 'headcount':
      return {
        key: headcountKey(organization, number.department),
        of: headcountItem,
        identity: {},
        counter: 'headcount',
      };
    case 'tally': {
      const { idea, round, choice } = number;
      return {
        key: tallyKey(organization, idea, round),
        of: tallyItem,
        identity: { ideaId: idea },
        counter: choice,
      };
    }
    case 'supports': {
      const { idea, submittedAt } = number;
      return {
        key: supportCountKey({ organization, id: idea, submittedAt }),
        of: supportsItem,
        identity: { ideaId: idea },
        counter: 'supports',
      };
    }
  }
}

function readAuthorship(item: Item): Authorship {
  return { ...participantIn(keyIn(item)), ideas: participantItem.read(item).ideas };
}
