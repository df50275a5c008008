/**
 * Restores a table into a new one as a point-in-time restore of AWS does: all items under other
 * names, no stream and no expiry until they are switched on, and no record in the new stream for
 * what was restored.
 */
import {
  type AttributeValue,
  BatchWriteItemCommand,
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  paginateScan,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { EXPIRY } from '../../shared/store/table.ts';

/** How many items a batch write takes. */
const BATCH = 25;

type Item = Record<string, AttributeValue>;

/**
 * Makes the table `to` of the items of `from`, each as it is to be there, if at all; returns how
 * many there are.
 */
export async function restoreTable(
  client: DynamoDBClient,
  { from, to, as }: { from: string; to: string; as: (item: Item) => Item | undefined },
): Promise<number> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: from }));
  if (Table === undefined) throw new Error(`no table ${from}`);
  await client.send(
    new CreateTableCommand({
      TableName: to,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: Table.KeySchema,
      AttributeDefinitions: Table.AttributeDefinitions,
      GlobalSecondaryIndexes: Table.GlobalSecondaryIndexes?.map(
        ({ IndexName, KeySchema, Projection }) => ({ IndexName, KeySchema, Projection }),
      ),
    }),
  );
  let restored = 0;
  for await (const { Items = [] } of paginateScan({ client }, { TableName: from })) {
    const items = Items.map(as).filter(item => item !== undefined);
    for (let first = 0; first < items.length; first += BATCH) {
      const requests = items.slice(first, first + BATCH).map(Item => ({ PutRequest: { Item } }));
      const { UnprocessedItems = {} } = await client.send(
        new BatchWriteItemCommand({ RequestItems: { [to]: requests } }),
      );
      if (to in UnprocessedItems) throw new Error('the engine left items out');
    }
    restored += items.length;
  }
  await client.send(
    new UpdateTableCommand({
      TableName: to,
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    }),
  );
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName: to,
      TimeToLiveSpecification: { AttributeName: EXPIRY, Enabled: true },
    }),
  );
  return restored;
}
