/** Endpoints that are loaded by the first request for one of them. */
import { expect, it } from 'vitest';
import * as contract from '../../shared/contract/routes/organization.ts';
import { api } from '../../shared/http/api.ts';
import { answer, anybody, endpoint } from '../../shared/http/endpoint.ts';
import { endpointsIn } from '../../shared/http/on-demand.ts';
import { gatewayEvent } from '../sample/gateway-event.ts';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
const OPEN_API = { openapi: '3.1.0', info: {}, paths: {} };

function served() {
  const loads = { openApi: 0, me: 0 };
  const made: string[] = [];
  const openApi = endpointsIn(async () => {
    loads.openApi += 1;
    return {
      getOpenApi: (from: string) => {
        made.push(from);
        return endpoint(contract.getOpenApi, anybody, async () => answer(OPEN_API));
      },
    };
  }, 'getOpenApi');
  const me = endpointsIn(async () => {
    loads.me += 1;
    throw new Error('loaded without need');
  }, 'getMe');
  const handler = api([...openApi('deps'), ...me('deps')], { log: SILENT });
  return { loads, made, handler };
}

it('are loaded when one is asked for, made once, and others not at all', async () => {
  const { loads, made, handler } = served();
  expect(loads).toEqual({ openApi: 0, me: 0 });
  const event = gatewayEvent({ routeKey: 'GET /api/openapi.json' });
  for (const _ of ['first', 'second'])
    expect(await handler(event, {} as never)).toMatchObject({ statusCode: 200 });
  expect(made).toEqual(['deps']);
  expect(loads).toEqual({ openApi: 1, me: 0 });
});

it('are not there under any other address', async () => {
  const { loads, handler } = served();
  const event = gatewayEvent({ routeKey: 'GET /api/nowhere' });
  expect(await handler(event, {} as never)).toMatchObject({ statusCode: 404 });
  expect(loads).toEqual({ openApi: 0, me: 0 });
});
