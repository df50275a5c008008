/** Setting headers on answers that do not come over TLS. */
import type { ServerResponse } from 'node:http';
import { TLS_ONLY } from '../../shared/http/security-headers.ts';

/** Sets what may be said without TLS; what was set before by the same name gives way. */
export function setHeaders(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) if (name !== TLS_ONLY) response.setHeader(name, value);
}
