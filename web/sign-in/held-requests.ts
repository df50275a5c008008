/**
 * Requests that wait for the person to sign in again: carried out then, what writes one after another in the order in which it was
 * asked for, and then what reads.
 */
import type { Send } from '../../shared/contract/client.ts';

export interface HeldRequest {
  readonly url: string;
  readonly init: RequestInit;
}

interface Waiting extends HeldRequest {
  /** Sends it; false if it has to wait on. */
  readonly carryOut: () => Promise<boolean>;
}

export class HeldRequests {
  #waiting: readonly Waiting[] = [];
  readonly #changed: () => void;

  /** `changed` is told whenever another request waits, or one does no more. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** What would be lost with the page, in order. */
  get writing(): readonly HeldRequest[] {
    return this.#waiting.filter(writes);
  }

  /** Waits until the request can be sent. `attempt` gives undefined as long as it cannot. */
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

  /** Sends what waits. Stops where the session has ended once more. */
  async carryOut(): Promise<void> {
    for (const waiting of this.#waiting.filter(writes)) if (!(await waiting.carryOut())) return;
    await Promise.all(this.#waiting.filter(one => !writes(one)).map(one => one.carryOut()));
  }

  #replace(waiting: readonly Waiting[]): void {
    this.#waiting = waiting;
    this.#changed();
  }
}

function writes({ init: { method = 'GET' } }: HeldRequest): boolean {
  return method !== 'GET';
}
