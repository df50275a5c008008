/** What the API is like. It is a large document, so no one on the shop floor has it in their function. */
import document from '#openapi';
import * as contract from '../../shared/contract/routes/organization.ts';
import { answer, anybody, type Endpoint, endpoint } from '../../shared/http/endpoint.ts';

export function getOpenApi(): Endpoint {
  return endpoint(contract.getOpenApi, anybody, async () =>
    answer(document, { 'cache-control': 'public, max-age=300' }),
  );
}
