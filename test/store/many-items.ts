/** Stores many items at once, for tests and measurements of large tables. */
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { IdeaId, RoundId } from '../../shared/domain/kernel/ids.ts';
import type { Table } from '../../shared/store/client.ts';
import { ideaIdFor } from '../../shared/store/ideas.ts';
import { OCTOBER } from './sample-facts.ts';

/** DynamoDB's limit on one batch, and the number of concurrent batches. */
const BATCH = 25;
const AT_ONCE = 8;

export async function putItems(
  table: Table,
  items: readonly Record<string, unknown>[],
): Promise<void> {
  const batches = Array.from({ length: Math.ceil(items.length / BATCH) }, (_, at) =>
    items.slice(at * BATCH, (at + 1) * BATCH),
  );
  const put = async (): Promise<void> => {
    for (let batch = batches.pop(); batch; batch = batches.pop())
      await table.client.send(
        new BatchWriteCommand({
          RequestItems: { [table.name]: batch.map(Item => ({ PutRequest: { Item } })) },
        }),
      );
  };
  await Promise.all(Array.from({ length: AT_ONCE }, put));
}

/** The given number of ids of ideas that nobody has submitted. */
export function manyIds(many: number, round: RoundId = OCTOBER): IdeaId[] {
  return Array.from({ length: many }, (_, at) => ideaIdFor(round, [`many ${at}`]));
}
