/**
 * The version of an organization's directory. Every change of a member stores another one in its
 * own transaction, so one read shows whether a known directory still holds. It is random and no
 * count: a table that is restored to an earlier time must never give a version that is known
 * already to another list. Without a version, a list is being written and must not be kept.
 */
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { OrganizationId } from '../domain/kernel/ids.ts';
import type { Table } from './client.ts';
import { directoryKey } from './keys.ts';
import type { Item } from './query.ts';
import { storedItem } from './stored-item.ts';
import type { Action } from './transaction.ts';

export const directoryItem = storedItem<{ readonly version: string }>()({
  type: 'directory',
  beside: {},
  shape: () => z.strictObject({ version: z.string() }),
});

/** The item with a new version. */
export function newDirectoryVersion(organization: OrganizationId): Item {
  return directoryItem.write(directoryKey(organization), { version: crypto.randomUUID() });
}

/** The action that belongs to every change of a member. */
export function renewingDirectory({ name }: Table, organization: OrganizationId): Action {
  return {
    Put: {
      TableName: name,
      Item: newDirectoryVersion(organization),
      ...directoryItem.unlessNewer,
    },
  };
}

/** The version as of now; undefined if there is none. */
export async function directoryVersion(
  { client, name }: Table,
  organization: OrganizationId,
): Promise<string | undefined> {
  const { Item } = await client.send(
    new GetCommand({ TableName: name, Key: directoryKey(organization), ConsistentRead: true }),
  );
  return Item && directoryItem.read(Item).version;
}
