/**
 * What the worker uses of its global scope. TypeScript's own description of workers contradicts that
 * of pages, with which all other files are checked.
 */
interface ExtendableEvent {
  /** Keeps the worker alive until the work is done. */
  readonly waitUntil: (work: Promise<unknown>) => void;
}

export interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  readonly respondWith: (answer: Promise<Response>) => void;
}

export interface MessageFromPage extends ExtendableEvent {
  readonly data: unknown;
  readonly source: { readonly postMessage: (message: unknown) => void } | null;
}

interface Events {
  readonly install: ExtendableEvent;
  readonly activate: ExtendableEvent;
  readonly fetch: FetchEvent;
  readonly message: MessageFromPage;
}

export interface WorkerScope {
  readonly addEventListener: <Name extends keyof Events>(
    name: Name,
    listener: (event: Events[Name]) => void,
  ) => void;
  readonly skipWaiting: () => Promise<void>;
  readonly clients: {
    readonly claim: () => Promise<void>;
    readonly matchAll: (options: {
      readonly type: 'window';
      readonly includeUncontrolled: true;
    }) => Promise<readonly unknown[]>;
  };
  readonly registration: Pick<
    ServiceWorkerRegistration,
    'update' | 'unregister' | 'installing' | 'waiting'
  >;
}
