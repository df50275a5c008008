/**
 * Rounds in the table. Until it is published a round has the instant of its next step, and an index
 * over those instants tells the cycle job in one query whether any step is due.
 */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { MemberId, OrganizationId, RoundId } from '../domain/kernel/ids.ts';
import type { Instant } from '../domain/kernel/instant.ts';
import type { Schedule } from '../domain/organization/calendar.ts';
import type { Organization } from '../domain/organization/organization.ts';
import { type CollectingRound, nextStep, type Round } from '../domain/round/round.ts';
import type { Table } from './client.ts';
import { organizationPartition, profileKey, ROUND_PREFIX, ROUNDS_DUE, roundKey } from './keys.ts';
import { type Item, type Page, queryAll, startingWith } from './query.ts';
import { instant, organizationId, roundItem } from './schema.ts';
import { andUnlessNewer, type Conditional } from './stored-item.ts';
import { INDEXES } from './table.ts';
import { type Action, writeTogether } from './transaction.ts';

export type RoundRepository = ReturnType<typeof roundRepository>;

/**
 * A round lasts at most into the next month, so this many of the newest include all unpublished
 * ones.
 */
const RECENT = 12;

const dueIn = roundItem.part({ organization: organizationId, dueAt: instant });

export function roundRepository(table: Table) {
  const { client, name } = table;

  async function newestFirst(
    organization: OrganizationId,
    {
      cursor,
      limit,
      consistent = true,
    }: { readonly cursor?: RoundId; readonly limit: number; readonly consistent?: boolean },
  ): Promise<Page<Round, RoundId>> {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: name,
        ...startingWith(organizationPartition(organization), ROUND_PREFIX),
        ScanIndexForward: false,
        ConsistentRead: consistent,
        // One more than requested shows whether the list continues.
        Limit: limit + 1,
        ...(cursor !== undefined && { ExclusiveStartKey: roundKey(organization, cursor) }),
      }),
    );
    const rounds = Items.map(item => roundItem.read(item));
    const items = rounds.slice(0, limit);
    const end = items.at(-1);
    return { items, ...(rounds.length > limit && end && { nextCursor: end.id }) };
  }

  async function putIf(round: Round, condition: Conditional): Promise<boolean> {
    try {
      await client.send(new PutCommand({ TableName: name, Item: toItem(round), ...condition }));
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
      return Item && roundItem.read(Item);
    },

    /** An organization's very first round; undefined if it has none. */
    async oldest(organization: OrganizationId): Promise<RoundId | undefined> {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          ...startingWith(organizationPartition(organization), ROUND_PREFIX),
          Limit: 1,
        }),
      );
      const [item] = Items;
      return item && roundItem.read(item).id;
    },

    /** The existing rounds from one to another, the oldest first. */
    async between(organization: OrganizationId, first: RoundId, last: RoundId): Promise<Round[]> {
      const rounds: Round[] = [];
      const items = queryAll(table, {
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        ExpressionAttributeValues: {
          ':pk': organizationPartition(organization),
          ':first': roundKey(organization, first).sk,
          ':last': roundKey(organization, last).sk,
        },
        ConsistentRead: true,
      });
      for await (const item of items) rounds.push(roundItem.read(item));
      return rounds;
    },

    /**
     * Begins a round by the organization's calendar as it was read; an existing one is left
     * unchanged. Returns false if the calendar may have changed meanwhile, so that no round begins
     * by an outdated one.
     */
    async begin(round: CollectingRound, { id, version }: Organization): Promise<boolean> {
      const result = await writeTogether(table, [
        beginning(table, round),
        {
          ConditionCheck: {
            TableName: name,
            Key: profileKey(id),
            ConditionExpression: 'version = :version',
            ExpressionAttributeValues: { ':version': version },
          },
        },
      ]);
      return result.done || result.failed.includes(0);
    },

    /** Replaces a round if its next step is still the one that was read; returns whether it was. */
    async advance(before: Round, after: Round): Promise<boolean> {
      const condition = stillDue(before);
      return condition !== undefined && putIf(after, condition);
    },

    /**
     * Stores the publication time of a decided round and who requested it, if its next step is
     * still the one that was read; returns whether it was. It changes nothing else, because the
     * bulletin may be in the making.
     */
    async bringForward(before: Round, by: MemberId, schedule: Schedule): Promise<boolean> {
      const due = nextStep(before);
      if (!due) return false;
      try {
        await client.send(
          new UpdateCommand({
            TableName: name,
            Key: roundKey(before.organization, before.id),
            UpdateExpression:
              'SET schedule = :schedule, dueAt = :newlyDueAt, broughtForwardBy = :by',
            ConditionExpression: `dueAt = :dueAt AND #state = :state AND ${roundItem.ofThisVersion.ConditionExpression}`,
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: {
              ':schedule': schedule,
              ':newlyDueAt': schedule.publishesAt,
              ':by': by,
              ':dueAt': due.dueAt,
              ':state': before.state,
              ...roundItem.ofThisVersion.ExpressionAttributeValues,
            },
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },

    /** The organizations with a step due by the instant, each once, the longest overdue first. */
    async organizationsDue(by: Instant): Promise<OrganizationId[]> {
      const found = new Set<OrganizationId>();
      const items = queryAll(table, {
        IndexName: INDEXES.roundsDue.name,
        KeyConditionExpression: 'due = :due AND dueAt <= :by',
        ExpressionAttributeValues: { ':due': ROUNDS_DUE, ':by': by },
      });
      for await (const item of items) found.add(dueIn(item).organization);
      return [...found];
    },

    /** All organizations: each has a round with a next step. */
    async organizations(): Promise<OrganizationId[]> {
      const found = new Set<OrganizationId>();
      const items = queryAll(table, {
        IndexName: INDEXES.roundsDue.name,
        KeyConditionExpression: 'due = :due',
        ExpressionAttributeValues: { ':due': ROUNDS_DUE },
      });
      for await (const item of items) found.add(dueIn(item).organization);
      return [...found];
    },

    /** The time of the next step of any organization; undefined if there is none at all. */
    async nextDue(): Promise<Instant | undefined> {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          IndexName: INDEXES.roundsDue.name,
          KeyConditionExpression: 'due = :due',
          ExpressionAttributeValues: { ':due': ROUNDS_DUE },
          Limit: 1,
        }),
      );
      const [item] = Items;
      return item && dueIn(item).dueAt;
    },

    /** An organization's unpublished rounds, oldest first, read consistently. */
    async unpublished(organization: OrganizationId): Promise<Round[]> {
      const { items } = await newestFirst(organization, { limit: RECENT });
      return items.filter(round => round.state !== 'published').toReversed();
    },
  };
}

/** The action that creates a round, on condition that it does not exist yet. */
export function beginning({ name }: Table, round: Round): Action {
  return {
    Put: { TableName: name, Item: toItem(round), ConditionExpression: 'attribute_not_exists(pk)' },
  };
}

/** The action that gives a collecting round another schedule. */
export function rescheduling(
  table: Table,
  before: CollectingRound,
  after: CollectingRound,
): Action {
  return { Put: { TableName: table.name, Item: toItem(after), ...stillDue(before) } };
}

/** The condition that a round has not begun. */
export function notBegun(table: Table, organization: OrganizationId, round: RoundId): Action {
  return {
    ConditionCheck: {
      TableName: table.name,
      Key: roundKey(organization, round),
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
}

/** The condition that a round's next step is the given one's; undefined if it has none. */
function stillDue(round: Round): Conditional | undefined {
  const step = nextStep(round);
  return (
    step &&
    andUnlessNewer(roundItem, {
      ConditionExpression: 'dueAt = :dueAt AND #state = :state',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':dueAt': step.dueAt, ':state': round.state },
    })
  );
}

function toItem(round: Round): Item {
  const step = nextStep(round);
  return roundItem.write(roundKey(round.organization, round.id), round, {
    ...(step && { due: ROUNDS_DUE, dueAt: step.dueAt }),
  });
}
