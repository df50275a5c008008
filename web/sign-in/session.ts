/**
 * A person's session as the pages know it: it sends requests with a good access token, renews the token before it ends, and where it
 * cannot be renewed it ends in place: requests wait until the same person has signed in again. It never sends a request of one person
 * with the token of another.
 */
import type { Send } from '../../shared/contract/client.ts';
import { type HeldRequest, HeldRequests } from './held-requests.ts';
import { oneTabAtATime } from './one-tab.ts';

export interface Tokens {
  readonly access: string;
  /** Whose they are: the issuer's `sub`. */
  readonly subject: string;
  /** Until the access token ends, by this device; not positive once it has. */
  readonly secondsLeft: number;
}

/** The tokens that all tabs share. */
export interface TokenSource {
  readonly current: () => Promise<Tokens | undefined>;
  /** Exchanges the refresh token. Throws where the issuer could not be asked. */
  readonly renew: () => Promise<Tokens | 'refused'>;
}

export type SessionState =
  | { readonly is: 'active' }
  /** Requests wait; `holding` counts those that would write. */
  | { readonly is: 'ended'; readonly holding: number }
  /** Nothing of this person may stay on the page: they sign out here, or elsewhere, or somebody else is signed in. */
  | { readonly is: 'left'; readonly how: 'signing-out' | 'elsewhere' };

/** A token is renewed when it has this long to go, or half of its life where that is less. */
const MARGIN_SECONDS = 30;

interface Parts {
  readonly subject: string;
  readonly tokens: TokenSource;
  readonly send: Send;
  /** Keeps what waits to be written beyond the page. */
  readonly keep: (requests: readonly HeldRequest[]) => void;
  readonly oneAtATime?: typeof oneTabAtATime;
}

export class Session {
  readonly subject: string;
  readonly #tokens: TokenSource;
  readonly #fetch: Send;
  readonly #oneAtATime: typeof oneTabAtATime;
  readonly #held: HeldRequests;
  readonly #listeners = new Set<() => void>();
  #state: SessionState = { is: 'active' };
  /** The access token that could not be renewed. */
  #endedWith: string | undefined;
  #longestLife = 0;

  constructor({ subject, tokens, send, keep, oneAtATime = oneTabAtATime }: Parts) {
    this.subject = subject;
    this.#tokens = tokens;
    this.#fetch = send;
    this.#oneAtATime = oneAtATime;
    this.#held = new HeldRequests(() => {
      const { writing } = this.#held;
      keep(writing);
      if (this.#state.is === 'ended') this.#become({ is: 'ended', holding: writing.length });
    });
  }

  get state(): SessionState {
    return this.#state;
  }

  /** Calls the listener whenever the state changes, until the function it gives back is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Sends with an access token. Where the session has ended it waits, for as long as it takes. */
  readonly send: Send = async (url, init) =>
    (await this.#attempt(url, init)) ?? this.#held.hold(url, init, this.#attempt);

  /** Whether there is a good token, or one can be had. Throws where the issuer could not be asked. */
  async isGood(): Promise<boolean> {
    return (await this.#usable()) !== undefined;
  }

  /** Looks at what other tabs have done: signed out, signed in again, or signed somebody else in. */
  async look(): Promise<void> {
    if (this.#state.is === 'left') return;
    const tokens = await this.#tokens.current();
    if (tokens?.subject !== this.subject) return this.leave('elsewhere');
    if (this.#state.is !== 'ended' || tokens.access === this.#endedWith) return;
    this.#become({ is: 'active' });
    await this.#held.carryOut();
  }

  /** Sends nothing any more. */
  leave(how: 'signing-out' | 'elsewhere'): void {
    this.#become({ is: 'left', how });
  }

  /** One try; undefined where the session has ended. */
  readonly #attempt = async (url: string, init: RequestInit): Promise<Response | undefined> => {
    const access = await this.#usable();
    if (access === undefined) return undefined;
    const response = await this.#fetch(url, authorized(init, access));
    // Refused although it looked good: taken back, or this device's clock is wrong. No handler has seen the request.
    if (response.status !== 401) return response;
    const renewed = await this.#renewed(access);
    return renewed === undefined ? undefined : this.#fetch(url, authorized(init, renewed));
  };

  async #usable(): Promise<string | undefined> {
    const { access, secondsLeft } = await this.#own();
    if (access === this.#endedWith) return undefined;
    this.#longestLife = Math.max(this.#longestLife, secondsLeft);
    if (secondsLeft > Math.min(MARGIN_SECONDS, this.#longestLife / 2)) return access;
    try {
      return await this.#renewed(access);
    } catch (error) {
      if (secondsLeft > 0 && this.#state.is !== 'left') return access;
      throw error;
    }
  }

  /** Another access token than this one, got by this tab or by another; undefined where there is none to be had. */
  #renewed(old: string): Promise<string | undefined> {
    return this.#oneAtATime(async () => {
      const { access } = await this.#own();
      if (access !== old) return access;
      if (old === this.#endedWith) return undefined;
      const renewed = await this.#tokens.renew();
      if (renewed !== 'refused') return renewed.access;
      this.#endedWith = old;
      this.#become({ is: 'ended', holding: this.#held.writing.length });
      return undefined;
    });
  }

  /** The tokens of this very person. Throws where they are another's, or nobody's. */
  async #own(): Promise<Tokens> {
    const tokens = this.#state.is === 'left' ? undefined : await this.#tokens.current();
    if (tokens?.subject === this.subject) return tokens;
    this.leave('elsewhere');
    throw new Error('this person is not signed in any more');
  }

  #become(state: SessionState): void {
    if (this.#state.is === 'left') return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

function authorized(init: RequestInit, access: string): RequestInit {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${access}`);
  return { ...init, headers };
}
