/**
 * Transactions that meet others. DynamoDB cancels a transaction when another one is under way on the same item, or when a
 * condition does not hold, and tells which item stood in the way; this module turns that answer into values and tries
 * again where only the timing was unlucky.
 */
import { TransactionCanceledException, TransactionConflictException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Table } from './client.ts';

type Actions = NonNullable<TransactWriteCommandInput['TransactItems']>;
export type Action = Actions[number];

/** Done, or the positions (in the order of the actions) whose conditions did not hold. */
export type TransactionResult =
  | { readonly done: true }
  | { readonly done: false; readonly failed: readonly number[] };

const ATTEMPTS = 6;

/**
 * Writes all actions or none. Conflicts with other transactions are tried again, with a pause that grows and varies;
 * conditions that fail are answered. Throws whatever else goes wrong, and the conflict itself once patience is at an end.
 */
export async function writeTogether({ client }: Table, actions: Actions): Promise<TransactionResult> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.send(new TransactWriteCommand({ TransactItems: actions }));
      return { done: true };
    } catch (error) {
      const codes =
        error instanceof TransactionCanceledException
          ? (error.CancellationReasons ?? []).map(reason => reason.Code)
          : error instanceof TransactionConflictException
            ? ['TransactionConflict']
            : undefined;
      if (codes === undefined) throw error;
      const failed = codes.flatMap((code, position) => (code === 'ConditionalCheckFailed' ? [position] : []));
      if (failed.length > 0) return { done: false, failed };
      if (!codes.some(passes) || attempt === ATTEMPTS) throw error;
      await pause(attempt);
    }
  }
}

/** Waits 20 ms, 40 ms, 80 ms …, each cut short at random so that two that collided do not collide again. */
export function pause(attempt: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 20 * 2 ** (attempt - 1) * (0.5 + Math.random() / 2)));
}

/** Whether a cancelled transaction may succeed when simply tried again. */
function passes(code: string | undefined): boolean {
  return (
    code === 'TransactionConflict' || code === 'ThrottlingError' || code === 'ProvisionedThroughputExceeded'
  );
}
