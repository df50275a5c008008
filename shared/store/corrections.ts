/**
 * Reads and corrects running numbers and authors' counts. The missing amount of a number is added,
 * so a correction and the stream's own additions do not conflict. An author's count of ideas is
 * set, on condition that it is still the one that was read.
 */
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { CHOICES } from '../domain/idea/ballot.ts';
import type { OrganizationId, RoundId } from '../domain/kernel/ids.ts';
import { CHANGES } from '../domain/numbers/counters.ts';
import type { Authorship, Drift, RunningNumber } from '../domain/numbers/drift.ts';
import type { Table } from './client.ts';
import {
  headcountItem,
  participantItem,
  statisticsItem,
  supportsItem,
  tallyItem,
} from './counted-items.ts';
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

/** The attributes that repairs write to items beside others, besides the numbers of a round. */
export const COUNT_ATTRIBUTES = [
  'headcount',
  'ideaId',
  'supports',
  'comments',
  ...CHOICES,
] as const;

const counted = { [CHANGES]: z._default(z.number(), 0) };
const changesIn = {
  statistics: statisticsItem.part(counted),
  headcount: headcountItem.part(counted),
};
const keyIn = participantItem.part({ sk: z.string() });

/** DynamoDB's limit on one transaction. */
const ACTIONS = 100;

export function correctionRepository(table: Table) {
  return {
    /**
     * Each author's number of ideas in each scope of a round, as the stream has counted up to this
     * moment.
     */
    async authorships(organization: OrganizationId, round: RoundId): Promise<Authorship[]> {
      const found: Authorship[] = [];
      const query = startingWith(roundPartition(organization, round), PARTICIPANT_PREFIX);
      for await (const item of queryAll(table, { ...query, ConsistentRead: true }))
        found.push(readAuthorship(item));
      return found;
    },

    /** The number of changes that the stream has counted into an item up to this moment. */
    async changes(of: keyof typeof changesIn, key: Key): Promise<number> {
      const { Item } = await table.client.send(
        new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true }),
      );
      return Item ? changesIn[of](Item)[CHANGES] : 0;
    },

    /**
     * Adds the missing amounts, all together if they fit one transaction. Returns whether it did:
     * not if an author's count has changed meanwhile; the next read finds the remaining errors.
     */
    async add(organization: OrganizationId, drift: readonly Drift[]): Promise<boolean> {
      // Authors first: the stream derives further errors from wrong ones.
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
    Item: participantItem.write(
      participantKey(organization, number.round, number.scope, number.author),
      {
        ideas: is + missing,
      },
    ),
    ...andUnlessNewer(participantItem, {
      ConditionExpression: is === 0 ? 'attribute_not_exists(pk) OR ideas = :is' : 'ideas = :is',
      ExpressionAttributeValues: { ':is': is },
    }),
  };
  return [{ Put }];
}

/**
 * An update for each item, with all of its missing amounts. The organization's own numbers come
 * last: once they agree, the later counters of the whole round count as known.
 */
function additions(
  { name }: Table,
  organization: OrganizationId,
  drift: readonly Drift[],
): Action[] {
  const items = new Map<string, { place: Place; add: Map<string, number> }>();
  const isWhole = ({ number }: Drift): boolean =>
    number.of === 'scope' && number.scope.by === 'organization';
  for (const { number, missing } of [
    ...drift.filter(one => !isWhole(one)),
    ...drift.filter(isWhole),
  ]) {
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
  /** The item's own description. */
  readonly identity: Item;
  readonly counter: string;
}

/** The item of a number that may be added to; an author's count is not one. */
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
    case 'supports':
    case 'comments': {
      const { of, idea, submittedAt } = number;
      return {
        key: supportCountKey({ organization, id: idea, firstSubmittedAt: submittedAt }),
        of: supportsItem,
        identity: { ideaId: idea },
        counter: of,
      };
    }
  }
}

function readAuthorship(item: Item): Authorship {
  return { ...participantIn(keyIn(item)), ideas: participantItem.read(item).ideas };
}
