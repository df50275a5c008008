/**
 * The description of the API. It is a large document, so no function for the shop floor contains
 * it.
 */
import document from '#openapi';
import * as contract from '../../shared/contract/routes/organization.ts';
import { answer, anybody, type Endpoint, endpoint } from '../../shared/http/endpoint.ts';

export function getOpenApi(): Endpoint {
  return endpoint(contract.getOpenApi, anybody, async () =>
    answer(document, { 'cache-control': 'public, max-age=300' }),
  );
}
