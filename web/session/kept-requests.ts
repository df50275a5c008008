/**
 * Waiting requests, kept in the tab's storage with their owner. If signing in again, or the
 * browser, discards the page, they are sent when the same person is back. Requests that nobody may
 * find on a shared device are not kept.
 */
import type { HeldRequest } from './held-requests.ts';
import { KEPT_REQUESTS } from './keys.ts';

/** As stored. */
interface KeptRequests {
  readonly subject: string;
  /** Milliseconds since 1970, by the device's clock. */
  readonly at: number;
  readonly requests: readonly KeptRequest[];
}

interface KeptRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: [name: string, value: string][];
  readonly body?: string;
}

/** After an hour nobody expects their earlier press to take effect. */
const LONGEST_MS = 60 * 60 * 1000;

export interface Kept {
  readonly requests: readonly HeldRequest[];
  readonly tooLate: boolean;
}

/**
 * Keeps exactly these. Files and requests about unnamed ideas are not kept: they stay with the
 * page.
 */
export function keepRequests(
  subject: string,
  requests: readonly HeldRequest[],
  storage: Storage,
): void {
  const keepable = requests
    .filter(isKeepable)
    .map(({ url, init: { method = 'GET', headers, body } }) => ({
      url,
      method,
      headers: [...new Headers(headers)].filter(([name]) => name !== 'authorization'),
      ...(typeof body === 'string' && { body }),
    }));
  if (keepable.length === 0) storage.removeItem(KEPT_REQUESTS);
  else
    storage.setItem(KEPT_REQUESTS, JSON.stringify({ subject, at: Date.now(), requests: keepable }));
}

/** Takes the kept requests out. Another person's are discarded. */
export function takeRequests(subject: string, storage: Storage): Kept | undefined {
  const text = storage.getItem(KEPT_REQUESTS);
  if (text === null) return undefined;
  storage.removeItem(KEPT_REQUESTS);
  const kept = parse(text);
  if (!isKept(kept) || kept.subject !== subject) return undefined;
  return {
    requests: kept.requests.map(({ url, ...init }) => ({ url, init })),
    tooLate: Date.now() - kept.at > LONGEST_MS,
  };
}

function isKeepable({ url, init: { body } }: HeldRequest): boolean {
  if (url.includes('/unnamed/')) return false;
  if (body === undefined || body === null) return true;
  return typeof body === 'string' && !/"unnamed":true/.test(body);
}

function isKept(value: unknown): value is KeptRequests {
  if (!isObject(value)) return false;
  const { subject, at, requests } = value;
  return (
    typeof subject === 'string' &&
    typeof at === 'number' &&
    Array.isArray(requests) &&
    requests.every(isRequest)
  );
}

function isRequest(value: unknown): value is KeptRequest {
  if (!isObject(value)) return false;
  const { url, method, headers, body } = value;
  return (
    typeof url === 'string' &&
    typeof method === 'string' &&
    Array.isArray(headers) &&
    headers.every(isHeader) &&
    (body === undefined || typeof body === 'string')
  );
}

function isHeader(value: unknown): value is [name: string, value: string] {
  return (
    Array.isArray(value) && value.length === 2 && value.every(part => typeof part === 'string')
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
