/**
 * Transactions with conflicts. DynamoDB cancels a transaction when another one is under way on the
 * same item, or when a condition fails, and names the item. This module turns that answer into
 * values and retries if only the timing was unlucky.
 */
import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Table } from './client.ts';
import type { Item } from './query.ts';
import { AGAIN, retry } from './retry.ts';
import { NewerItem, type StoredItem } from './stored-item.ts';

type Actions = NonNullable<TransactWriteCommandInput['TransactItems']>;
export type Action = Actions[number];

/** Done, or the positions (in the order of the actions) of the failed conditions. */
export type TransactionResult =
  | { readonly done: true }
  | { readonly done: false; readonly failed: readonly number[] };

/**
 * Writes all actions or none. Conflicts with other transactions are retried, with a growing and
 * varying pause; failed conditions are returned. Throws any other error, and the conflict itself
 * after the last retry.
 */
export async function writeTogether(
  { client }: Table,
  actions: Actions,
): Promise<TransactionResult> {
  let conflict: unknown;
  const result = await retry(async (): Promise<TransactionResult | typeof AGAIN> => {
    try {
      await client.send(new TransactWriteCommand({ TransactItems: actions }));
      return { done: true };
    } catch (error) {
      const codes = cancellationCodes(error);
      const failed = codes.flatMap((code, position) =>
        code === 'ConditionalCheckFailed' ? [position] : [],
      );
      if (failed.length > 0) return { done: false, failed };
      if (!codes.some(passes)) throw error;
      conflict = error;
      return AGAIN;
    }
  });
  if (result === AGAIN) throw conflict;
  return result;
}

/** The reasons of a cancelled transaction, action by action; undefined for another error. */
function cancellationCodes(error: unknown): (string | undefined)[] {
  if (error instanceof TransactionConflictException) return ['TransactionConflict'];
  return error instanceof TransactionCanceledException
    ? (error.CancellationReasons ?? []).map(reason => reason.Code)
    : [];
}

/** A write whose only condition is that there is no newer item. Throws `NewerItem` if there is. */
export async function unlessNewer(
  item: StoredItem<unknown>,
  write: Promise<unknown>,
): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException)
      throw new NewerItem(item.type, item.version);
    throw error;
  }
}

/**
 * An update that adds numbers to an item, and gives a new one its kind and version; on condition
 * that there is no newer one.
 */
export function adding(
  item: StoredItem<unknown>,
  identity: Item,
  add: ReadonlyMap<string, number>,
) {
  const counters = [...add];
  const facts = Object.entries({ ...item.stamp, ...identity });
  const { ConditionExpression, ExpressionAttributeValues } = item.unlessNewer;
  return {
    UpdateExpression: [
      ...(counters.length > 0
        ? [`ADD ${counters.map((_, at) => `#c${at} :c${at}`).join(', ')}`]
        : []),
      `SET ${facts.map((_, at) => `#f${at} = :f${at}`).join(', ')}`,
    ].join(' '),
    ConditionExpression,
    ExpressionAttributeNames: {
      ...Object.fromEntries(counters.map(([counter], at) => [`#c${at}`, counter])),
      ...Object.fromEntries(facts.map(([fact], at) => [`#f${at}`, fact])),
    },
    ExpressionAttributeValues: {
      ...ExpressionAttributeValues,
      ...Object.fromEntries(counters.map(([, change], at) => [`:c${at}`, change])),
      ...Object.fromEntries(facts.map(([, value], at) => [`:f${at}`, value])),
    },
  };
}

/** Whether a cancelled transaction may succeed when simply retried. */
function passes(code: string | undefined): boolean {
  return (
    code === 'TransactionConflict' ||
    code === 'ThrottlingError' ||
    code === 'ProvisionedThroughputExceeded'
  );
}
