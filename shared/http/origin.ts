/**
 * The API answers only what comes through the site's address. Its own address is public too, and
 * whoever asks there would pass the site's firewall by. So the site's host adds a secret to each
 * request that it passes on (ADR 47).
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { headerOf } from './request.ts';

/** The header with the secret. The host replaces what a client sends under this name. */
export const ORIGIN_HEADER = 'x-origin-secret';

/**
 * Whether the request has one of the secrets: two while one replaces the other. Without any,
 * everything comes through: on one machine, and behind a host of the firm's own.
 */
export function cameThroughSite(
  event: APIGatewayProxyEventV2,
  secrets: readonly string[],
): boolean {
  if (secrets.length === 0) return true;
  const given = digestOf(headerOf(event, ORIGIN_HEADER) ?? '');
  // All are compared, and of equal length: the time tells nothing.
  return secrets.map(secret => timingSafeEqual(digestOf(secret), given)).includes(true);
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
