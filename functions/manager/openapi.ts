/**
 * What the API is like. The description needs all schemas and a library besides, so it is served
 * from here, where nobody on the shop floor waits for it to be made.
 */
import { openApiDocument } from '../../shared/contract/openapi.ts';
import * as contract from '../../shared/contract/routes/organization.ts';
import { answer, anybody, type Endpoint, endpoint } from '../../shared/http/endpoint.ts';

export function getOpenApi(): Endpoint {
  let document: ReturnType<typeof openApiDocument> | undefined;
  return endpoint(contract.getOpenApi, anybody, async () => {
    document ??= openApiDocument();
    return answer(document, { 'cache-control': 'public, max-age=300' });
  });
}
