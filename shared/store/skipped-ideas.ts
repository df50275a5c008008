/**
 * Ideas that a step of the calendar has skipped, since they could not be parsed or processed: an
 * item each, until they are processed after all. The error is not stored, because it might quote
 * the idea.
 */
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { IdeaId, OrganizationId } from '../domain/kernel/ids.ts';
import type { Instant } from '../domain/kernel/instant.ts';
import type { Table } from './client.ts';
import { organizationPartition, SKIPPED_PREFIX, skippedKey } from './keys.ts';
import { queryAll, startingWith } from './query.ts';
import { ideaId, instant, organizationId } from './schema.ts';
import { storedItem } from './stored-item.ts';
import { unlessNewer } from './transaction.ts';

export const skippedItem = storedItem<{
  readonly idea: IdeaId;
  readonly at: Instant;
  readonly handledAt?: Instant;
}>()({
  type: 'skipped',
  beside: { organization: organizationId },
  shape: () => z.strictObject({ idea: ideaId, at: instant, handledAt: z.exactOptional(instant) }),
});

export function skippedRepository(table: Table) {
  const { client, name } = table;

  async function put(
    organization: OrganizationId,
    skipped: ReturnType<typeof skippedItem.read>,
  ): Promise<void> {
    const Item = skippedItem.write(skippedKey(organization, skipped.idea), skipped, {
      organization,
    });
    const put = new PutCommand({ TableName: name, Item, ...skippedItem.unlessNewer });
    await unlessNewer(skippedItem, client.send(put));
  }

  return {
    add: (organization: OrganizationId, idea: IdeaId, at: Instant) =>
      put(organization, { idea, at }),

    /** Marks an idea as processed. */
    handled: (organization: OrganizationId, idea: IdeaId, at: Instant) =>
      put(organization, { idea, at, handledAt: at }),

    /** The ideas that still wait. */
    async waiting(organization: OrganizationId): Promise<IdeaId[]> {
      const waiting: IdeaId[] = [];
      const items = queryAll(table, {
        ...startingWith(organizationPartition(organization), SKIPPED_PREFIX),
        ConsistentRead: true,
      });
      for await (const item of items) {
        const { idea, handledAt } = skippedItem.read(item);
        if (handledAt === undefined) waiting.push(idea);
      }
      return waiting;
    },
  };
}
