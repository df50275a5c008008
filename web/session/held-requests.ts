/**
 * Requests that wait until the person signs in again. Then the writes are sent one after another in
 * their original order, followed by the reads.
 */
import type { Send } from '../../shared/contract/client.ts';

export interface HeldRequest {
  readonly url: string;
  readonly init: RequestInit;
}

interface Waiting extends HeldRequest {
  /** Sends it; false if it has to keep waiting. */
  readonly carryOut: () => Promise<boolean>;
}

export class HeldRequests {
  #waiting: readonly Waiting[] = [];
  readonly #changed: () => void;

  /** Calls `changed` whenever a request begins or ends waiting. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The requests that would be lost with the page, in order. */
  get writing(): readonly HeldRequest[] {
    return this.#waiting.filter(writes);
  }

  /** Waits until the request can be sent. `attempt` returns undefined as long as it cannot. */
  hold(
    url: string,
    init: RequestInit,
    attempt: (...request: Parameters<Send>) => Promise<Response | undefined>,
  ): Promise<Response> {
    return new Promise((resolve, reject) => {
      const forget = (): void => {
        init.signal?.removeEventListener('abort', abandon);
        this.#replace(this.#waiting.filter(one => one !== waiting));
      };
      const abandon = (): void => {
        forget();
        reject(new DOMException('aborted', 'AbortError'));
      };
      const waiting: Waiting = {
        url,
        init,
        carryOut: async () => {
          try {
            const response = await attempt(url, init);
            if (response === undefined) return false;
            resolve(response);
          } catch (error) {
            reject(error);
          }
          forget();
          return true;
        },
      };
      if (init.signal?.aborted) return abandon();
      init.signal?.addEventListener('abort', abandon);
      this.#replace([...this.#waiting, waiting]);
    });
  }

  /** Sends the waiting requests. Stops if the session has ended again. */
  async carryOut(): Promise<void> {
    for (const waiting of this.#waiting.filter(writes)) if (!(await waiting.carryOut())) return;
    await Promise.all(this.#waiting.filter(one => !writes(one)).map(one => one.carryOut()));
  }

  #replace(waiting: readonly Waiting[]): void {
    this.#waiting = waiting;
    this.#changed();
  }
}

/** This asks by a POST, because a text that is being typed does not belong into an address. */
const ASKS = /\/similar-ideas$/;

function writes({ url, init: { method = 'GET' } }: HeldRequest): boolean {
  return method !== 'GET' && !ASKS.test(url);
}
