/** The table on one machine: created once, and brought to the present indexes with all its data. */
import { DescribeTableCommand, DynamoDBClient, UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { ensureTable } from '../../infra/local/create-table.ts';
import { ideaRepository } from '../../shared/store/ideas.ts';
import { INDEXES } from '../../shared/store/table.ts';
import { type FreshTable, freshTable } from '../fresh-table.ts';
import { HUATAI, newIdea, OCTOBER } from '../store/sample-facts.ts';

const clientOf = ({ connection }: FreshTable) => new DynamoDBClient(connection);

async function indexesOf(table: FreshTable): Promise<Map<string | undefined, unknown>> {
  const { Table } = await clientOf(table).send(new DescribeTableCommand({ TableName: table.name }));
  return new Map(Table?.GlobalSecondaryIndexes?.map(one => [one.IndexName, one.KeySchema]));
}

/**
 * Turns the table into another version's: one index is missing, one has another shape under the
 * same name, and one is obsolete.
 */
async function age(table: FreshTable): Promise<void> {
  const key = (AttributeName: string) => ({ AttributeName, KeyType: 'HASH' as const });
  const create = (IndexName: string, attribute: string) => ({
    AttributeDefinitions: ['pk', 'sk', attribute].map(AttributeName => ({
      AttributeName,
      AttributeType: 'S' as const,
    })),
    GlobalSecondaryIndexUpdates: [
      {
        Create: {
          IndexName,
          KeySchema: [key(attribute)],
          Projection: { ProjectionType: 'ALL' as const },
        },
      },
    ],
  });
  const remove = (IndexName: string) => ({
    GlobalSecondaryIndexUpdates: [{ Delete: { IndexName } }],
  });
  const { ideasByStatus, ideasByRound } = INDEXES;
  for (const change of [
    remove(ideasByStatus.name),
    remove(ideasByRound.name),
    create(ideasByRound.name, 'title'),
    create('ideas-by-weather', 'weather'),
  ]) {
    await clientOf(table).send(new UpdateTableCommand({ TableName: table.name, ...change }));
    await expect
      .poll(
        async () => {
          const { Table } = await clientOf(table).send(
            new DescribeTableCommand({ TableName: table.name }),
          );
          const states = (Table?.GlobalSecondaryIndexes ?? []).map(
            ({ IndexStatus }) => IndexStatus,
          );
          return [Table?.TableStatus, ...states].every(state => state === 'ACTIVE');
        },
        { timeout: 60_000 },
      )
      .toBe(true);
  }
}

it('an existing table is used unchanged', async () => {
  const table = await freshTable();
  expect(await ensureTable(clientOf(table), table.name)).toEqual({ streamArn: table.streamArn });
});

it('a table with other indexes gets the present ones, built from the stored data', async () => {
  const table = await freshTable();
  const today = await indexesOf(table);
  const idea = newIdea();
  await ideaRepository(table).create(idea, [], 'print');
  await age(table);
  expect(await indexesOf(table)).not.toEqual(today);

  expect(await ensureTable(clientOf(table), table.name)).toEqual({ streamArn: table.streamArn });
  expect(await indexesOf(table)).toEqual(today);
  const ideas = ideaRepository(table);
  for (const filter of [{}, { status: 'submitted' as const }])
    expect((await ideas.byRound(HUATAI, OCTOBER, filter, {})).items).toEqual([idea]);
});
