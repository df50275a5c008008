/**
 * Rounds in the table. Until it is published a round carries the instant of its next step, and an index over those instants
 * tells the cycle job in one query whether anything is due anywhere.
 */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, type PutCommandInput, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { OrganizationId, RoundId } from '../domain/ids.ts';
import { roundAfter } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import { nextStep, type Round } from '../domain/round.ts';
import type { Table } from './client.ts';
import { organizationPartition, ROUND_PREFIX, roundKey } from './keys.ts';
import { type Page, queryAll } from './reading.ts';
import { instant, organizationId, roundItem } from './schema.ts';
import { INDEXES } from './table.ts';

export type RoundRepository = ReturnType<typeof roundRepository>;

/** The one partition of the index of due rounds; a few thousand organizations' next steps fit it with ease. */
const DUE = 'round';
/** A round takes part in the next month's at the most, so this many of the newest hold all that is not yet published … */
const RECENT = 12;

type Condition = Pick<
  PutCommandInput,
  'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
>;

const dueItem = z.object({ organization: organizationId, dueAt: instant });

export function roundRepository(table: Table) {
  const { client, name } = table;

  async function newestFirst(
    organization: OrganizationId,
    { cursor, limit }: { readonly cursor?: RoundId; readonly limit: number },
  ): Promise<Page<Round, RoundId>> {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: name,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        ExpressionAttributeValues: {
          ':pk': organizationPartition(organization),
          ':first': ROUND_PREFIX,
          ':last': `${ROUND_PREFIX}${cursor === undefined ? '9' : roundAfter(cursor, -1)}`,
        },
        ScanIndexForward: false,
        ConsistentRead: true,
        Limit: limit + 1,
      }),
    );
    const rounds = Items.map(item => roundItem.parse(item));
    const items = rounds.slice(0, limit);
    const end = items.at(-1);
    return { items, ...(rounds.length > limit && end && { nextCursor: end.id }) };
  }

  async function putIf(round: Round, condition: Condition): Promise<boolean> {
    const step = nextStep(round);
    try {
      await client.send(
        new PutCommand({
          TableName: name,
          Item: {
            ...roundKey(round.organization, round.id),
            type: 'round',
            ...round,
            ...(step && { due: DUE, dueAt: step.dueAt }),
          },
          ...condition,
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  return {
    newestFirst,

    async get(organization: OrganizationId, id: RoundId): Promise<Round | undefined> {
      const { Item } = await client.send(
        new GetCommand({ TableName: name, Key: roundKey(organization, id), ConsistentRead: true }),
      );
      return Item && roundItem.parse(Item);
    },

    /** Begins a round; one that exists is left as it is. */
    async create(round: Round): Promise<void> {
      await putIf(round, { ConditionExpression: 'attribute_not_exists(pk)' });
    },

    /** Replaces a round if its next step is still the one that was read; says whether it was. */
    async advance(before: Round, after: Round): Promise<boolean> {
      const step = nextStep(before);
      if (!step) return false;
      return putIf(after, {
        ConditionExpression: 'dueAt = :dueAt AND #state = :state',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':dueAt': step.dueAt, ':state': before.state },
      });
    },

    /** The organizations in which something was due by the instant, each once, the longest overdue first. */
    async organizationsDue(by: Instant): Promise<OrganizationId[]> {
      const found = new Set<OrganizationId>();
      const items = queryAll(table, {
        IndexName: INDEXES.roundsDue.name,
        KeyConditionExpression: 'due = :due AND dueAt <= :by',
        ExpressionAttributeValues: { ':due': DUE, ':by': by },
      });
      for await (const item of items) found.add(dueItem.parse(item).organization);
      return [...found];
    },

    /** When the next step of any organization is due; undefined if there is none at all. */
    async nextDue(): Promise<Instant | undefined> {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          IndexName: INDEXES.roundsDue.name,
          KeyConditionExpression: 'due = :due',
          ExpressionAttributeValues: { ':due': DUE },
          Limit: 1,
        }),
      );
      const [item] = Items;
      return item && dueItem.parse(item).dueAt;
    },

    /** An organization's rounds that are not yet published, oldest first, read consistently. */
    async unpublished(organization: OrganizationId): Promise<Round[]> {
      const { items } = await newestFirst(organization, { limit: RECENT });
      return items.filter(round => round.state !== 'published').toReversed();
    },
  };
}
