/**
 * A round's running numbers, read from the projection. The numbers of all scopes are side by side
 * in one partition, and so is the headcount, so reading them costs the same whether the round had
 * sixty ideas or sixty thousand.
 */
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Department, OrganizationId, RoundId } from '../domain/kernel/ids.ts';
import { type Counter, PLAIN_COUNTERS } from '../domain/numbers/counters.ts';
import type { Headcount, ScopeTotals } from '../domain/numbers/statistics.ts';
import type { Table } from './client.ts';
import { headcountItem, STATISTICS_COUNTERS, scope, statisticsItem } from './counted-items.ts';
import {
  departmentOfHeadcount,
  HEADCOUNT_PREFIX,
  headcountKey,
  organizationPartition,
  roundOfStatistics,
  statisticsEnd,
  statisticsKey,
  statisticsPrefix,
} from './keys.ts';
import { getAll, type Item, queryAll, startingWith } from './query.ts';
import { SCHEMA_VERSION } from './stored-item.ts';

/**
 * The attributes of an item of numbers besides its key, without the number of changes counted into
 * it.
 */
export const STATISTICS_ATTRIBUTES = [
  'type',
  SCHEMA_VERSION,
  'scope',
  ...STATISTICS_COUNTERS,
] as const;

const scopeIn = statisticsItem.part({ scope });
const numbersKeyIn = statisticsItem.part({ sk: z.string() });
const headcountKeyIn = headcountItem.part({ sk: z.string() });

export function statisticsRepository(table: Table) {
  const { client, name } = table;
  return {
    /** The totals of every scope of a round; as of this moment, on request. */
    async ofRound(
      organization: OrganizationId,
      round: RoundId,
      consistent = false,
    ): Promise<ScopeTotals[]> {
      const totals: ScopeTotals[] = [];
      const query = startingWith(organizationPartition(organization), statisticsPrefix(round));
      for await (const item of queryAll(table, { ...query, ConsistentRead: consistent }))
        totals.push(readTotals(item));
      return totals;
    },

    /**
     * The totals of the organization as a whole in each of the rounds; of a round without any,
     * none.
     */
    async totalsOf(
      organization: OrganizationId,
      rounds: readonly RoundId[],
    ): Promise<ReadonlyMap<RoundId, readonly ScopeTotals[]>> {
      const keys = rounds.map(round => statisticsKey(organization, round, { by: 'organization' }));
      return byRound(await getAll(table, keys, false));
    },

    /** The totals of every scope in each of the rounds from one to another, in one query. */
    async ofRounds(
      organization: OrganizationId,
      first: RoundId,
      last: RoundId,
    ): Promise<ReadonlyMap<RoundId, readonly ScopeTotals[]>> {
      const items = queryAll(table, {
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        ExpressionAttributeValues: {
          ':pk': organizationPartition(organization),
          ':first': statisticsPrefix(first),
          ':last': statisticsEnd(last),
        },
      });
      return byRound(await Array.fromAsync(items));
    },

    /** The totals of the organization as a whole, as of this moment. */
    async totalOf(organization: OrganizationId, round: RoundId): Promise<ScopeTotals | undefined> {
      const Key = statisticsKey(organization, round, { by: 'organization' });
      const { Item } = await client.send(
        new GetCommand({ TableName: name, Key, ConsistentRead: true }),
      );
      return Item && readTotals(Item);
    },

    /** The number of active members of the organization, as far as it is known. */
    async wholeHeadcount(organization: OrganizationId): Promise<number> {
      const { Item } = await client.send(
        new GetCommand({ TableName: name, Key: headcountKey(organization), ConsistentRead: true }),
      );
      return Item ? headcountItem.read(Item).headcount : 0;
    },

    /**
     * The number of active members of the organization and its departments; as of this moment, on
     * request.
     */
    async headcount(organization: OrganizationId, consistent = false): Promise<Headcount> {
      let total = 0;
      const departments = new Map<Department, number>();
      const query = startingWith(organizationPartition(organization), HEADCOUNT_PREFIX);
      for await (const raw of queryAll(table, { ...query, ConsistentRead: consistent })) {
        const { headcount } = headcountItem.read(raw);
        const department = departmentOfHeadcount(headcountKeyIn(raw));
        if (department === undefined) total = headcount;
        else departments.set(department, headcount);
      }
      return { total, departments };
    },
  };
}

function byRound(items: readonly Item[]): Map<RoundId, ScopeTotals[]> {
  const rounds = new Map<RoundId, ScopeTotals[]>();
  for (const item of items) {
    const round = roundOfStatistics(numbersKeyIn(item));
    rounds.set(round, [...(rounds.get(round) ?? []), readTotals(item)]);
  }
  return rounds;
}

function readTotals(item: Item): ScopeTotals {
  const numbers = statisticsItem.read(item);
  const { participants = 0 } = numbers;
  return { scope: scopeIn(item).scope, counts: countsIn(numbers), participants };
}

/** The counters among named numbers. */
export function countsIn(numbers: Item): Map<Counter, number> {
  const counts = new Map<Counter, number>();
  for (const [attribute, value] of Object.entries(numbers))
    if (isCounter(attribute) && typeof value === 'number') counts.set(attribute, value);
  return counts;
}

function isCounter(attribute: string): attribute is Counter {
  return (
    PLAIN_COUNTERS.some(counter => counter === attribute) || /^decidedByDay\d+$/.test(attribute)
  );
}
