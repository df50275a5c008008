/**
 * The table on the local engine, made from the same description as the one on AWS.
 */
import {
  type AttributeDefinition,
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  type GlobalSecondaryIndexDescription,
  type KeySchemaElement,
  ResourceNotFoundException,
  type TableDescription,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { EXPIRY, INDEXES, PARTITION_KEY, SORT_KEY } from '../../shared/store/table.ts';
import { StartFailure } from './failure.ts';

/** Makes the table if it is not there; answers with the stream that follows it. Throws `StartFailure` if one of another shape is. */
export async function ensureTable(client: DynamoDBClient, name: string): Promise<{ streamArn: string }> {
  const attributes = new Set<string>([PARTITION_KEY, SORT_KEY]);
  const indexes = Object.values(INDEXES).map(({ name: IndexName, partition, sort }) => {
    for (const attribute of [...partition, ...sort]) attributes.add(attribute);
    return {
      IndexName,
      KeySchema: [...partition.map(hash), ...sort.map(range)],
      Projection: { ProjectionType: 'ALL' as const },
    };
  });
  const existing = await tableOf(client, name);
  if (existing?.LatestStreamArn !== undefined) {
    if (shapeOf(existing.GlobalSecondaryIndexes) !== shapeOf(indexes))
      throw new StartFailure(
        'The data that is kept was made by another version, with other indexes. Start anew with: npm start -- --fresh (this deletes it)',
      );
    return { streamArn: existing.LatestStreamArn };
  }
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [hash(PARTITION_KEY), range(SORT_KEY)],
      AttributeDefinitions: [...attributes].map(
        (AttributeName): AttributeDefinition => ({ AttributeName, AttributeType: 'S' }),
      ),
      GlobalSecondaryIndexes: indexes,
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    }),
  );
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName: name,
      TimeToLiveSpecification: { AttributeName: EXPIRY, Enabled: true },
    }),
  );
  const streamArn = (await tableOf(client, name))?.LatestStreamArn;
  if (streamArn === undefined) throw new Error('a new table without a stream');
  return { streamArn };
}

async function tableOf(client: DynamoDBClient, name: string): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

/** Indexes with their keys, as a text to compare. */
function shapeOf(
  indexes: readonly Pick<GlobalSecondaryIndexDescription, 'IndexName' | 'KeySchema'>[] = [],
): string {
  return indexes
    .map(({ IndexName, KeySchema = [] }) =>
      [IndexName, ...KeySchema.map(({ AttributeName, KeyType }) => `${KeyType} ${AttributeName}`)].join(),
    )
    .toSorted()
    .join('\n');
}

const hash = (AttributeName: string): KeySchemaElement => ({ AttributeName, KeyType: 'HASH' });
const range = (AttributeName: string): KeySchemaElement => ({ AttributeName, KeyType: 'RANGE' });
