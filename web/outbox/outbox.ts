/**
 * The outbox as pages know it. Its engine is loaded when something is made or waits, and beforehand
 * when the first page has been there for a while: without a network it could not be loaded any more.
 */
import { NetworkFailure } from '../../shared/contract/client-errors.ts';
import type { Network } from '../api/network.ts';
import type { Session } from '../session/session.ts';
import { countNoted, countUnsettled, isSettled, notePlace } from './count.ts';
import type { Engine, NewAct, Post, Posted } from './engine.ts';
import type { Act, AnswerTo } from './entry.ts';
import type { Ways } from './send-act.ts';

export interface Outbox {
  /** Takes an act. If this browser keeps nothing it is sent at once, or fails as any request does. */
  readonly post: Post;
  /** How many entries there are. */
  readonly count: () => number;
  /** How many of them signing out would lose. */
  readonly unsettled: () => number;
  /** The engine, loaded; `undefined` if it cannot be loaded, or keeps nothing. */
  readonly engine: () => Promise<Engine | undefined>;
  /** Calls the listener when entries change, until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly close: () => void;
}

interface Parts {
  readonly session: Session;
  /** Told by what is sent, and what tells when to send. */
  readonly network: Network;
  /** Fails when the session has ended. */
  readonly ways: Ways;
  /** Waits until the same person has signed in again. */
  readonly direct: Ways;
  /** Reads again what the pages show. */
  readonly readAgain: () => Promise<unknown>;
}

const LOAD_AHEAD_MS = 6000;

export function createOutbox({ session, network, ways, direct, readAgain }: Parts): Outbox {
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  let opened: Promise<Engine | undefined> | undefined;
  let engine: Engine | undefined;
  let closed = false;

  const open = (): Promise<Engine | undefined> => {
    opened ??= import('./engine.ts')
      .then(({ openEngine }) => openEngine({ session, network, ways, readAgain }))
      .then(
        opening => {
          engine = opening;
          if (closed) engine?.close();
          engine?.subscribe(tell);
          tell();
          return opening;
        },
        () => {
          opened = undefined;
          return undefined;
        },
      );
    return opened;
  };
  const timer = setTimeout(open, countNoted(session.subject) > 0 ? 0 : LOAD_AHEAD_MS);
  // Another tab has stored the first entry.
  const onStorage = ({ key }: StorageEvent): void => {
    if (key === notePlace(session.subject)) tell();
  };
  addEventListener('storage', onStorage);

  async function post<Made extends Act>(act: Made, more: NewAct): Promise<Posted<AnswerTo<Made>>>;
  async function post(act: Act, more: NewAct): Promise<Posted<unknown>> {
    const loaded = await open();
    if (loaded !== undefined) return loaded.post(act, more);
    const { key: id = crypto.randomUUID(), photos = [] } = more;
    const { sendAct } = await import('./send-act.ts').catch((cause: unknown) => {
      throw new NetworkFailure('what sends an act cannot be loaded', { cause });
    });
    return { is: 'sent', answer: await sendAct({ id, act, photos }, direct) };
  }

  return {
    post,
    count: () => engine?.entries().length ?? countNoted(session.subject),
    unsettled: () =>
      engine?.entries().filter(entry => !isSettled(entry)).length ??
      countUnsettled(session.subject),
    engine: open,
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      closed = true;
      clearTimeout(timer);
      removeEventListener('storage', onStorage);
      engine?.close();
    },
  };
}
