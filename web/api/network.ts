/**
 * Whether the network answers, as the requests themselves tell: a phone that believes to be online
 * may be in a cellar. While it does not, it is asked for a small file from time to time.
 */
import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';

export type NetworkState =
  | { readonly is: 'reached' }
  /** `asOf`: the oldest reply on the page that was kept from an earlier visit, in ms since 1970. */
  | { readonly is: 'lost'; readonly asOf?: number };

/** A file of the pages' own host that no cache answers for. */
const PROBE = '/config.json';

export class Network {
  #state: NetworkState = { is: 'reached' };
  /** The page that `asOf` is about. */
  #page = '';
  readonly #listeners = new Set<() => void>();

  get state(): NetworkState {
    return this.#state;
  }

  /** Calls the listener at each change, until the returned function is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  reached(): void {
    if (this.#state.is === 'lost') this.#become({ is: 'reached' });
  }

  lost(): void {
    if (this.#state.is === 'reached') this.#become({ is: 'lost' });
  }

  /** A reply of this time is shown in place of a newer one. */
  shows(at: number, page = location.pathname): void {
    const { asOf } = this.#state.is === 'lost' && this.#page === page ? this.#state : {};
    this.#page = page;
    if (asOf === undefined || at < asOf) this.#become({ is: 'lost', asOf: at });
  }

  /** Asks whether the network is back, and returns the answer. */
  async probe(): Promise<boolean> {
    try {
      const { headers } = await fetch(PROBE, { method: 'HEAD', cache: 'no-store' });
      // A portal that asks for a password answers with a page.
      const answers = isJson(headers);
      if (answers) this.reached();
      return answers;
    } catch {
      return false;
    }
  }

  #become(state: NetworkState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

export function isJson(headers: Headers): boolean {
  return /^application\/(problem\+)?json\b/.test(headers.get('content-type') ?? '');
}

/** By default one that is reached always. */
const NetworkContext = createContext(new Network());
export const NetworkProvider = NetworkContext.Provider;

export function useNetwork(): Network {
  return useContext(NetworkContext);
}

/** The network's state, now and after each change. */
export function useNetworkState(): NetworkState {
  const network = useNetwork();
  const [state, setState] = useState(network.state);
  useEffect(() => {
    const update = () => setState(network.state);
    update();
    return network.subscribe(update);
  }, [network]);
  return state;
}
