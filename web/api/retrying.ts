/**
 * Repeats a request if the gateway or a handler had no capacity: 429, 502, 503, 504. Only requests
 * that may be repeated; after `Retry-After` if that is short, and with jitter between devices.
 */
import { retryAfterSeconds, type Send } from '../../shared/contract/client.ts';

const PASSING: ReadonlySet<number> = new Set([429, 502, 503, 504]);
const MOST_SENDINGS = 3;
const FIRST_PAUSE_MS = 500;
/** The longest wait on a page without a message. After that the user is told, and decides. */
const LONGEST_PAUSE_MS = 10_000;

interface Chance {
  readonly pause: (milliseconds: number, signal?: AbortSignal | null) => Promise<void>;
  /** From 0 to less than 1. */
  readonly random: () => number;
}

/** Sends up to three times. `chance` provides time and randomness, for tests. */
export function retrying(
  send: Send,
  { pause, random }: Chance = { pause: wait, random: Math.random },
): Send {
  return async (url, init) => {
    for (let sent = 1; ; sent += 1) {
      const response = await send(url, init);
      if (!PASSING.has(response.status) || !mayComeTwice(init, response) || sent === MOST_SENDINGS)
        return response;
      const least = Math.max(retryAfterSeconds(response) * 1000, FIRST_PAUSE_MS * 2 ** (sent - 1));
      if (least > LONGEST_PAUSE_MS) return response;
      await pause(least * (1 + random() / 2), init.signal);
    }
  };
}

/**
 * Whether a request may be repeated automatically. A request with an expected version may not: if
 * it succeeded and its answer was lost, the second would find another version.
 */
function mayComeTwice(
  { method = 'GET', headers }: RequestInit,
  { status, headers: answered }: Response,
): boolean {
  // The gateway's own 429 comes before any handler.
  const isProblem = answered.get('content-type')?.startsWith('application/problem+json') ?? false;
  if (status === 429 && !isProblem) return true;
  const sent = new Headers(headers);
  if (sent.has('if-match')) return false;
  return method !== 'POST' || sent.has('idempotency-key');
}

function wait(milliseconds: number, signal?: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(new DOMException('aborted', 'AbortError'));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop);
  });
}
