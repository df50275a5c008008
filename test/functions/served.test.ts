/** The functions of all audiences answer every route of the contract. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { ROUTES } from '../../shared/contract/routes/table.ts';
import { openTable } from '../../shared/store/client.ts';
import { AT, eventOf, handlersOf, NO_CONTEXT, SetClock } from './small-firm.ts';

const nowhere = openTable(
  new DynamoDBClient({ region: 'local', endpoint: 'http://127.0.0.1:9', maxAttempts: 1 }),
  'nowhere',
);
const handlers = handlersOf(nowhere, new SetClock(AT.collecting));

it.for(ROUTES)('$id is answered by the $audience function', async route => {
  const { body = '' } = await handlers[route.audience](eventOf(route, {}), NO_CONTEXT);
  // Nobody is signed in, there is no path and no table; but the route is known.
  expect(JSON.parse(body).code).not.toBe('no-such-route');
});
