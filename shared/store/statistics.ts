/**
 * A round's running numbers, read from the projection. The numbers of all scopes lie side by side in one partition, and so
 * does the headcount, so reading them costs the same whether the round held sixty ideas or sixty thousand.
 */
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Department, OrganizationId, RoundId } from '../domain/ids.ts';
import type { Counter, Headcount, Scope, ScopeTotals } from '../domain/statistics.ts';
import type { Table } from './client.ts';
import { HEADCOUNT_PREFIX, type Key, organizationPartition, statisticsPrefix } from './keys.ts';
import { type Item, queryAll, startingWith } from './reading.ts';
import { category, department } from './schema.ts';

/** The item of one scope's numbers. */
export function statisticsKey(organization: OrganizationId, round: RoundId, scope: Scope): Key {
  return { pk: organizationPartition(organization), sk: `${statisticsPrefix(round)}${suffix(scope)}` };
}

/** The item of the headcount of an organization, or of one of its departments. */
export function headcountKey(organization: OrganizationId, department?: Department): Key {
  const scope: Scope =
    department === undefined ? { by: 'organization' } : { by: 'department', name: department };
  return { pk: organizationPartition(organization), sk: `${HEADCOUNT_PREFIX}${suffix(scope)}` };
}

const scopeItem = z.object({
  scope: z.discriminatedUnion('by', [
    z.object({ by: z.literal('organization') }),
    z.object({ by: z.literal('department'), name: department }),
    z.object({ by: z.literal('category'), name: category }),
  ]),
});
const participants = z.object({ participants: z._default(z.number(), 0) });
const headcountItem = z.object({ department: z.exactOptional(department), headcount: z.number() });

export function statisticsRepository(table: Table) {
  const { client, name } = table;
  return {
    /** The totals of every scope of a round. */
    async ofRound(organization: OrganizationId, round: RoundId): Promise<ScopeTotals[]> {
      const totals: ScopeTotals[] = [];
      const query = startingWith(organizationPartition(organization), statisticsPrefix(round));
      for await (const item of queryAll(table, query)) totals.push(readTotals(item));
      return totals;
    },

    /** The totals of the organization as a whole, as they are this moment. */
    async totalOf(organization: OrganizationId, round: RoundId): Promise<ScopeTotals | undefined> {
      const Key = statisticsKey(organization, round, { by: 'organization' });
      const { Item } = await client.send(new GetCommand({ TableName: name, Key, ConsistentRead: true }));
      return Item && readTotals(Item);
    },

    async headcount(organization: OrganizationId): Promise<Headcount> {
      let total = 0;
      const departments = new Map<Department, number>();
      const query = startingWith(organizationPartition(organization), HEADCOUNT_PREFIX);
      for await (const raw of queryAll(table, query)) {
        const { department, headcount } = headcountItem.parse(raw);
        if (department === undefined) total = headcount;
        else departments.set(department, headcount);
      }
      return { total, departments };
    },
  };
}

function readTotals(item: Item): ScopeTotals {
  const counts = new Map<Counter, number>();
  for (const [attribute, value] of Object.entries(item))
    if (isCounter(attribute) && typeof value === 'number') counts.set(attribute, value);
  return { scope: scopeItem.parse(item).scope, counts, participants: participants.parse(item).participants };
}

function isCounter(attribute: string): attribute is Counter {
  return (
    ['submitted', 'adopted', 'declined', 'deferred', 'decisionMillis'].includes(attribute) ||
    /^decidedByDay\d+$/.test(attribute)
  );
}

function suffix(scope: Scope): string {
  switch (scope.by) {
    case 'organization':
      return 'TOTAL';
    case 'department':
      return `DEPARTMENT#${scope.name}`;
    case 'category':
      return `CATEGORY#${scope.name}`;
  }
}
