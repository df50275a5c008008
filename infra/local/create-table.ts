/**
 * The table on the local engine, made from the same description as the one on AWS.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type AttributeDefinition,
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  type GlobalSecondaryIndex,
  type GlobalSecondaryIndexDescription,
  type GlobalSecondaryIndexUpdate,
  type IndexStatus,
  type KeySchemaElement,
  ResourceNotFoundException,
  type TableDescription,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import {
  EXPIRY,
  INDEXES,
  type IndexDefinition,
  PARTITION_KEY,
  SORT_KEY,
} from '../../shared/store/table.ts';
import { StartFailure } from './start-failure.ts';

/** Building an index of a hundred thousand items takes the engine a minute or two. */
const READY_WITHIN_MS = 600_000;

/**
 * Creates the table if it does not exist, and rebuilds indexes that differ from the present ones;
 * the data stays as it is. Returns the ARN of the table's stream. After an interruption the next
 * start continues.
 */
export async function ensureTable(
  client: DynamoDBClient,
  name: string,
): Promise<{ streamArn: string }> {
  const existing = await tableOf(client, name);
  if (existing?.LatestStreamArn !== undefined) {
    await renewIndexes(client, name, existing.GlobalSecondaryIndexes ?? []);
    return { streamArn: existing.LatestStreamArn };
  }
  const indexes = Object.values(INDEXES).map(asIndex);
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [hash(PARTITION_KEY), range(SORT_KEY)],
      AttributeDefinitions: attributesOf([PARTITION_KEY, SORT_KEY], indexes),
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

/** Removes indexes that are gone or changed, and creates the missing ones, one after another. */
async function renewIndexes(
  client: DynamoDBClient,
  name: string,
  existing: readonly GlobalSecondaryIndexDescription[],
): Promise<void> {
  const wanted = Object.values(INDEXES).map(asIndex);
  const same = (one: Keyed) => (other: Keyed) => shapeOf(one) === shapeOf(other);
  // An interrupted start leaves an index that is still being built.
  const going = existing.filter(one => one.IndexStatus === 'DELETING' || !wanted.some(same(one)));
  const staying = existing.filter(one => !going.includes(one));
  for (const { IndexName, IndexStatus } of going) {
    if (IndexStatus !== 'DELETING') await update(client, name, [{ Delete: { IndexName } }]);
    await indexIs(client, name, IndexName, undefined);
  }
  for (const index of wanted) {
    const found = staying.find(same(index));
    if (found?.IndexStatus === 'ACTIVE') continue;
    if (!found)
      await update(
        client,
        name,
        [{ Create: index }],
        attributesOf([PARTITION_KEY, SORT_KEY], [index]),
      );
    await indexIs(client, name, index.IndexName, 'ACTIVE');
  }
}

async function update(
  client: DynamoDBClient,
  TableName: string,
  GlobalSecondaryIndexUpdates: GlobalSecondaryIndexUpdate[],
  AttributeDefinitions?: AttributeDefinition[],
): Promise<void> {
  await client.send(
    new UpdateTableCommand({
      TableName,
      GlobalSecondaryIndexUpdates,
      ...(AttributeDefinitions && { AttributeDefinitions }),
    }),
  );
}

/** Waits until an index is in a state, or gone. */
async function indexIs(
  client: DynamoDBClient,
  name: string,
  index: string | undefined,
  status: IndexStatus | undefined,
): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const table = await tableOf(client, name);
    const found = table?.GlobalSecondaryIndexes?.find(({ IndexName }) => IndexName === index);
    if (found?.IndexStatus === status && table?.TableStatus === 'ACTIVE') return;
    if (Date.now() > deadline)
      throw new StartFailure(
        `The index ${index} of the stored data could not be rebuilt. Start again; or start without the data: npm start -- --in-memory`,
      );
    await sleep(50);
  }
}

async function tableOf(
  client: DynamoDBClient,
  name: string,
): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

type Keyed = Pick<GlobalSecondaryIndexDescription, 'IndexName' | 'KeySchema'>;

function asIndex({ name: IndexName, partition, sort }: IndexDefinition): GlobalSecondaryIndex {
  return {
    IndexName,
    KeySchema: [...partition.map(hash), ...sort.map(range)],
    Projection: { ProjectionType: 'ALL' },
  };
}

/** The attributes of all keys, each once. */
function attributesOf(keys: readonly string[], indexes: readonly Keyed[]): AttributeDefinition[] {
  const ofIndexes = indexes.flatMap(({ KeySchema = [] }) =>
    KeySchema.map(({ AttributeName }) => AttributeName),
  );
  return [...new Set([...keys, ...ofIndexes])].map(AttributeName => ({
    AttributeName,
    AttributeType: 'S',
  }));
}

/** An index with its keys, as a text to compare. */
function shapeOf({ IndexName, KeySchema = [] }: Keyed): string {
  return [
    IndexName,
    ...KeySchema.map(({ AttributeName, KeyType }) => `${KeyType} ${AttributeName}`),
  ].join();
}

const hash = (AttributeName: string): KeySchemaElement => ({ AttributeName, KeyType: 'HASH' });
const range = (AttributeName: string): KeySchemaElement => ({ AttributeName, KeyType: 'RANGE' });
