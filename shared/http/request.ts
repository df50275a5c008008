/**
 * Reads a request from the gateway's event: headers, and the body in the one type that the route
 * accepts. A body that is too large, of another type or malformed is refused before any rule is
 * checked.
 */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { FILE_TYPES, type RequestBody } from '../contract/route.ts';
import { err, ok, type Result } from '../domain/kernel/result.ts';
import type { RequestRefusal } from './refusal.ts';

const BODY_LIMIT = 256 * 1024;

/** A header, in any spelling. */
export function headerOf(event: APIGatewayProxyEventV2, name: string): string | undefined {
  return Object.entries(event.headers).find(
    ([header]) => header.toLowerCase() === name.toLowerCase(),
  )?.[1];
}

/** The body as the route's schema takes it: parsed JSON, the bytes of a CSV file, or nothing. */
export function bodyOf(
  event: APIGatewayProxyEventV2,
  { type }: RequestBody,
): Result<unknown, RequestRefusal> {
  if (type === 'none') return ok(undefined);
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > BODY_LIMIT) return err({ code: 'body-too-large', limit: BODY_LIMIT });
  const mediaType = headerOf(event, 'content-type')?.split(';')[0]?.trim().toLowerCase();
  const types: readonly (string | undefined)[] = type === 'text/csv' ? FILE_TYPES : [type];
  if (!types.includes(mediaType)) return err({ code: 'unsupported-media-type', expected: type });
  if (type === 'text/csv') return ok(new Uint8Array(bytes));
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return err({ code: 'malformed-json' });
  }
}
