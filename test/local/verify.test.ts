/** Asks the running system whether its published bulletins agree with the facts. */
import { createServer, type Server } from 'node:http';
import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, expect, it } from 'vitest';
import { verifyRoute } from '../../infra/local/admin/verify.ts';
import type { Table } from '../../shared/store/client.ts';
import { months, NEXT } from '../functions/months.ts';
import { AT } from '../functions/small-firm.ts';
import { OCTOBER } from '../store/sample-facts.ts';

let server: Server | undefined;
afterEach(() => server?.close());

/** Calls the admin endpoint of a table; returns the status and the result. */
async function asking(table: Table) {
  const door = verifyRoute(table);
  const listening = createServer((request, response) => void door(request, response));
  server = listening;
  await new Promise<void>(resolve => listening.listen(0, '127.0.0.1', resolve));
  const address = listening.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return async (query = '', method = 'GET') => {
    const reply = await fetch(`http://127.0.0.1:${port}/local/verify${query}`, { method });
    return { status: reply.status, ...(await reply.json()) };
  };
}

async function twoMonths() {
  const firm = await months();
  const idea = await firm.handIn();
  await firm.until(AT.opens);
  await firm.adopt(idea);
  await firm.until(NEXT.publishes);
  return firm;
}

it('recomputes every published bulletin, or those of one organization or round, and finds no difference', async () => {
  const { table } = await twoMonths();
  const ask = await asking(table);
  const [october, november] = [
    { organization: 'huatai', round: OCTOBER, ideas: 1, discrepancies: [] },
    { organization: 'huatai', round: '2026-11', ideas: 0, discrepancies: [] },
  ];
  expect(await ask()).toEqual({ status: 200, bulletins: [october, november] });
  expect(await ask('?organization=huatai')).toMatchObject({ bulletins: [october, november] });
  expect(await ask('?organization=huatai&round=2026-11')).toMatchObject({ bulletins: [november] });
  expect(await ask('?organization=huatai&round=2026-12')).toMatchObject({ status: 404 });
  expect(await ask('?organization=elsewhere')).toMatchObject({ status: 404 });
  expect(await ask('?organization=huatai&round=December')).toMatchObject({ status: 400 });
  expect(await ask('?organization=HUA TAI')).toMatchObject({ status: 400 });
  expect(await ask('', 'POST')).toMatchObject({ status: 405 });
});

it('names data that was changed behind its back, and a missing bulletin', async () => {
  const { table } = await twoMonths();
  const ask = await asking(table);
  const Key = { pk: 'ORG#huatai', sk: `BULLETIN#${OCTOBER}#NUMBERS` };
  await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key,
      UpdateExpression: 'SET #statistics.#total.adopted = :more',
      ExpressionAttributeNames: { '#statistics': 'statistics', '#total': 'total' },
      ExpressionAttributeValues: { ':more': 4 },
    }),
  );
  expect((await ask()).bulletins).toMatchObject([
    {
      round: OCTOBER,
      discrepancies: [{ where: 'statistics.total.adopted', published: '4', recomputed: '1' }],
    },
    { round: '2026-11', discrepancies: [] },
  ]);
  await table.client.send(new DeleteCommand({ TableName: table.name, Key }));
  expect((await ask()).bulletins[0]).toMatchObject({
    round: OCTOBER,
    discrepancies: [{ where: 'bulletin' }],
  });
});

it('says that nothing is published yet', async () => {
  const { table } = await months();
  const ask = await asking(table);
  expect(await ask()).toEqual({ status: 200, bulletins: [] });
});
