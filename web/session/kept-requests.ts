/**
 * Waiting requests, kept in the tab's storage with their owner. If signing in again, or the
 * browser, discards the page, they are sent when the same person is back. Requests that nobody may
 * find on a shared device are not kept.
 */
import * as z from 'zod/mini';
import type { HeldRequest } from './held-requests.ts';
import { KEPT_REQUESTS } from './keys.ts';

const kept = z.object({
  subject: z.string(),
  /** Milliseconds since 1970, by the device's clock. */
  at: z.number(),
  requests: z.array(
    z.object({
      url: z.string(),
      method: z.string(),
      headers: z.array(z.tuple([z.string(), z.string()])),
      body: z.optional(z.string()),
    }),
  ),
});

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
  const read = kept.safeParse(parse(text));
  if (!read.success || read.data.subject !== subject) return undefined;
  const requests = read.data.requests.map(({ url, body, ...init }) => ({
    url,
    init: { ...init, ...(body !== undefined && { body }) },
  }));
  return { requests, tooLate: Date.now() - read.data.at > LONGEST_MS };
}

function isKeepable({ url, init: { body } }: HeldRequest): boolean {
  if (url.includes('/unnamed/')) return false;
  if (body === undefined || body === null) return true;
  return typeof body === 'string' && !/"unnamed":true/.test(body);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
