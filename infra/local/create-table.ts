/**
 * The table on the local engine, made from the same description as the one on AWS.
 */
import {
  type AttributeDefinition,
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  type KeySchemaElement,
  ResourceNotFoundException,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { EXPIRY, INDEXES, PARTITION_KEY, SORT_KEY } from '../../shared/store/table.ts';

/** Makes the table if it is not there; answers with the stream that follows it. */
export async function ensureTable(client: DynamoDBClient, name: string): Promise<{ streamArn: string }> {
  const existing = await streamOf(client, name);
  if (existing !== undefined) return { streamArn: existing };
  const attributes = new Set<string>([PARTITION_KEY, SORT_KEY]);
  const indexes = Object.values(INDEXES).map(({ name: IndexName, partition, sort }) => {
    for (const attribute of [...partition, ...sort]) attributes.add(attribute);
    return {
      IndexName,
      KeySchema: [...partition.map(hash), ...sort.map(range)],
      Projection: { ProjectionType: 'ALL' as const },
    };
  });
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
  const streamArn = await streamOf(client, name);
  if (streamArn === undefined) throw new Error('a new table without a stream');
  return { streamArn };
}

async function streamOf(client: DynamoDBClient, name: string): Promise<string | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table?.LatestStreamArn;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

const hash = (AttributeName: string): KeySchemaElement => ({ AttributeName, KeyType: 'HASH' });
const range = (AttributeName: string): KeySchemaElement => ({ AttributeName, KeyType: 'RANGE' });
