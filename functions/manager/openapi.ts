/**
 * What the API is like. The description needs all schemas and a library besides, which are loaded by the first who asks for it.
 */
import * as contract from '../../shared/contract/routes/organization.ts';
import { answer, anybody, type Endpoint, endpoint } from '../../shared/http/endpoint.ts';

export function getOpenApi(): Endpoint {
  let document: Record<string, unknown> | undefined;
  return endpoint(contract.getOpenApi, anybody, async () => {
    document ??= (await import('../../shared/contract/openapi.ts')).openApiDocument();
    return answer(document, { 'cache-control': 'public, max-age=300' });
  });
}
