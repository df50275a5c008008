/** Sets headers on answers that do not come over TLS. */
import type { ServerResponse } from 'node:http';
import { TLS_ONLY } from '../../shared/http/security-headers.ts';

/** Sets the headers that may be sent without TLS; they replace earlier ones of the same name. */
export function setHeaders(
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
): void {
  for (const [name, value] of Object.entries(headers))
    if (name !== TLS_ONLY) response.setHeader(name, value);
}
