/**
 * A person's session. It sends requests with a valid access token and renews the token before it
 * expires. If it cannot renew the token, the session ends in place: requests wait until the same
 * person has signed in again. It never sends one person's request with another's token.
 */
import type { Send } from '../../shared/contract/client.ts';
import { type HeldRequest, HeldRequests } from './held-requests.ts';
import { oneTabAtATime } from './one-tab.ts';

export interface Tokens {
  readonly access: string;
  /** Their owner: the issuer's `sub`. */
  readonly subject: string;
  /** The time until the access token expires, by this device; not positive after that. */
  readonly secondsLeft: number;
}

/** The tokens that all tabs share. */
export interface TokenSource {
  readonly current: () => Promise<Tokens | undefined>;
  /** Exchanges the refresh token. Throws if the issuer could not be reached. */
  readonly renew: () => Promise<Tokens | 'refused'>;
}

export type SessionState =
  | { readonly is: 'active' }
  /** Requests wait; `holding` counts the writes. */
  | { readonly is: 'ended'; readonly holding: number }
  /**
   * Nothing of this person may stay on the page: they signed out, here or elsewhere, or another
   * person is signed in.
   */
  | { readonly is: 'left'; readonly how: 'signing-out' | 'elsewhere' };

/** A token is renewed when it has this long to live, or half of its life if that is less. */
const MARGIN_SECONDS = 30;

interface Parts {
  readonly subject: string;
  readonly tokens: TokenSource;
  readonly send: Send;
  /** Keeps the waiting writes beyond the page. */
  readonly keep: (requests: readonly HeldRequest[]) => void;
  readonly oneAtATime?: typeof oneTabAtATime;
}

/** Nothing was sent: the session has ended, or this person is not signed in any more. */
export class SignInNeeded extends Error {}

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

  /** Calls the listener at each change of state, until the returned function is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Sends with an access token. If the session has ended it waits, however long. */
  readonly send: Send = async (url, init) =>
    (await this.#attempt(url, init)) ?? this.#held.hold(url, init, this.#attempt);

  /** Sends now or not at all. Throws `SignInNeeded` if the session has ended. */
  readonly sendNow: Send = async (url, init) => {
    const response = await this.#attempt(url, init);
    if (response === undefined) throw new SignInNeeded('the session has ended');
    return response;
  };

  /** Whether a valid token exists or can be obtained. Throws if the issuer could not be reached. */
  async isGood(): Promise<boolean> {
    return (await this.#usable()) !== undefined;
  }

  /** Checks what other tabs have done: signed out, signed in again, or signed another person in. */
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

  /** One attempt; undefined if the session has ended. */
  readonly #attempt = async (url: string, init: RequestInit): Promise<Response | undefined> => {
    const access = await this.#usable();
    if (access === undefined) return undefined;
    const response = await this.#fetch(url, authorized(init, access));
    // Refused although it looked valid: it was revoked, or this device's clock is wrong. No handler
    // has seen the request.
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

  /**
   * Another access token than this one, obtained by this tab or by another; undefined if there is
   * none.
   */
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

  /** The tokens of this very person. Throws if they are another's, or nobody's. */
  async #own(): Promise<Tokens> {
    const tokens = this.#state.is === 'left' ? undefined : await this.#tokens.current();
    if (tokens?.subject === this.subject) return tokens;
    this.leave('elsewhere');
    throw new SignInNeeded('this person is not signed in any more');
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
