/**
 * The outbox of the signed-in person in this tab: it takes acts, sends them when it can, and tells
 * who looks what waits. Loaded when something is made, or waits.
 */
import type { MemberId } from '../../shared/domain/kernel/ids.ts';
import type { Network } from '../api/network.ts';
import { serverNow } from '../api/server-clock.ts';
import type { Session } from '../session/session.ts';
import { device } from '../storage/browser-storage.ts';
import { add } from './add.ts';
import { attempt } from './attempt.ts';
import { noteEntries, notePlace } from './count.ts';
import type { About, Act, AnswerTo, Entry, WaitingPhoto, Why } from './entry.ts';
import { asOnlySender } from './only-sender.ts';
import { isAnswered, isStuck, nudged, type Outcome, whyBehind } from './queue.ts';
import { sealOf } from './seal.ts';
import type { Ways } from './send-act.ts';
import { sendAll } from './sender.ts';
import { type OutboxStore, openDatabase, removeUnreadable, storeOf } from './store.ts';

/** What became of an act that was just made. A refusal is thrown, as by the client. */
export type Posted<Answer> =
  | { readonly is: 'sent'; readonly answer: Answer }
  /** By another tab, which has its answer; or it took back what nobody had heard of. */
  | { readonly is: 'settled' }
  | { readonly is: 'waiting'; readonly why: Why };

export interface NewAct {
  /** The key of its form's draft, if it has one. */
  readonly key?: string;
  readonly member: MemberId;
  readonly about: About;
  readonly photos?: readonly WaitingPhoto[];
  readonly draft?: MovingDraft;
}

/**
 * The stored draft of a form. It moves into the outbox, so that a page that is loaded again does not
 * offer as a draft what waits already; and back, if its maker is told on the form that it failed.
 */
export interface MovingDraft {
  readonly drop: () => void;
  readonly keep: () => void;
}

export type Post = <Made extends Act>(act: Made, more: NewAct) => Promise<Posted<AnswerTo<Made>>>;

export interface Engine {
  readonly post: Post;
  readonly entries: () => readonly Entry[];
  /** Calls the listener when entries change, until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Tries all again, or one. */
  readonly retry: (id?: string) => Promise<void>;
  /** Takes an entry out, unless it is being sent; `undefined` then. */
  readonly take: (id: string) => Promise<Entry | undefined>;
  /** Puts an entry back that was taken out. */
  readonly restore: (entry: Entry) => Promise<void>;
  /** Forgets an arrived idea, or a refusal, that its person has seen. */
  readonly acknowledge: (id: string) => Promise<void>;
  readonly close: () => void;
}

interface Parts {
  readonly session: Session;
  readonly network: Network;
  readonly ways: Ways;
  /** Reads again what the pages show, after what waited was sent or refused. */
  readonly readAgain: () => Promise<unknown>;
}

/** Opens it. `undefined` if the browser keeps nothing, for instance in a private window. */
export async function openEngine({ session, ...parts }: Parts): Promise<Engine | undefined> {
  try {
    const seal = await sealOf(session.subject, device);
    if (seal === undefined) return undefined;
    const database = await openDatabase();
    await removeUnreadable(database, device);
    const store = storeOf(database, session.subject, seal);
    return await engineOf({ session, store, close: () => database.close(), ...parts });
  } catch {
    return undefined;
  }
}

/** The maker of an act, who waits on this page. */
interface Attended {
  readonly tell: (result: Posted<unknown> | Error) => void;
  /** Whether a pass that knows of the act has begun. */
  due: boolean;
  readonly draft: MovingDraft | undefined;
  result: Posted<unknown> | Error | undefined;
}

async function engineOf({
  session,
  network,
  store,
  ways,
  readAgain,
  close,
}: Parts & { readonly store: OutboxStore; readonly close: () => void }): Promise<Engine> {
  const { subject } = session;
  let entries = await store.all();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let closed = false;
  const listeners = new Set<() => void>();
  /** The acts whose makers wait for an answer on this page. */
  const attended = new Map<string, Attended>();
  /** What waited and was sent, until the pages have read what came of it: none forgets a vote. */
  const unread = new Map<string, Entry>();

  const refresh = async (): Promise<void> => {
    if (closed) return;
    const stored = await store.all();
    entries = [...[...unread.values()].filter(({ id }) => !isAmong(stored, id)), ...stored];
    // Signing out has deleted the note.
    if (closed || session.state.is === 'left') return;
    noteEntries(subject, stored);
    for (const listener of listeners) listener();
  };

  const nudgeOne = (id: string, by: 'network' | 'person') =>
    store.change(id, entry => {
      const state = nudged(entry.state, by);
      return state === entry.state ? undefined : { ...entry, state };
    });

  /** An attempt whose maker is told of it on this page, if they still wait there. */
  const attemptOf = async (entry: Entry): Promise<Outcome> => {
    await refresh();
    const { outcome, ...made } = await attempt(entry, ways);
    if (isAnswered(outcome)) network.reached();
    // One that is stuck tells nothing of the network, which others may reach.
    else if (outcome.is === 'offline' && !isStuck(entry.state)) network.lost();
    const maker = attended.get(entry.id);
    if (maker === undefined) {
      if (outcome.is === 'sent' || outcome.is === 'refused') unread.set(entry.id, entry);
      return outcome;
    }
    switch (outcome.is) {
      case 'sent':
        maker.result = 'answer' in made ? { is: 'sent', answer: made.answer } : { is: 'settled' };
        // A claim code is kept until its author has written it down.
        return outcome.arrived?.claimCode === undefined ? { is: 'told' } : outcome;
      case 'needs-sign-in':
        if (session.state.is !== 'active') return outcome;
        break;
      case 'refused':
      case 'trouble':
        break;
      case 'told':
      case 'offline':
      case 'busy':
      case 'limit':
        return outcome;
    }
    maker.draft?.keep();
    maker.result = 'error' in made ? made.error : { is: 'settled' };
    return { is: 'told' };
  };

  /** Tells what came of an act, once that is stored: a claim code is never shown before. */
  const tell = ({ id }: Entry): void => {
    const maker = attended.get(id);
    if (maker?.result !== undefined) maker.tell(maker.result);
  };

  /** Tells those who still wait that their acts wait as well, or were sent by another tab. */
  const tellOthers = (): void => {
    for (const [id, maker] of attended) {
      if (!maker.due) continue;
      const state = entries.find(entry => entry.id === id)?.state;
      if (state === undefined || state.is === 'sent') maker.tell({ is: 'settled' });
      else if (state.is === 'refused') maker.tell({ is: 'waiting', why: 'trouble' });
      else if (state.is === 'waiting' && session.state.is === 'active')
        maker.tell({ is: 'waiting', why: state.why === 'new' ? whyBehind(entries) : state.why });
    }
  };

  const letRead = async (ids: readonly string[]): Promise<void> => {
    if (ids.length === 0) return;
    await readAgain().catch(() => undefined);
    for (const id of ids) unread.delete(id);
    await refresh();
  };

  /** What the closed database refuses is no fault: what waits is sent on a later visit. */
  const unlessClosed = (work: Promise<void>): Promise<void> =>
    work.catch((error: unknown) => {
      if (!closed) throw error;
    });

  /** Sends all it can, once more if something was made meanwhile. */
  const send = (): Promise<void> => {
    again = true;
    running ??= unlessClosed(sendWaiting()).finally(() => {
      running = undefined;
      if (again && !closed && session.state.is !== 'left') void send();
    });
    return running;
  };

  async function sendWaiting(): Promise<void> {
    clearTimeout(timer);
    while (again && !closed && session.state.is !== 'left') {
      again = false;
      await asOnlySender(async mine => {
        const next = await sendAll({
          store,
          now,
          mayGoOn: () => mine() && !closed && session.state.is !== 'left',
          attempt: attemptOf,
          stored: tell,
        });
        clearTimeout(timer);
        if (next !== undefined && !closed)
          timer = setTimeout(send, Math.max(next - now(), SHORTEST_PAUSE_MS));
      });
      await refresh();
      void letRead([...unread.keys()]);
    }
    tellOthers();
  }

  async function nudgeAll(begins?: () => void): Promise<void> {
    await refresh();
    for (const { id, state } of entries)
      if (nudged(state, 'network') !== state) await nudgeOne(id, 'network');
    begins?.();
    await send();
  }
  const nudge = (begins?: () => void): Promise<void> => unlessClosed(nudgeAll(begins));
  const onOnline = (): void => void nudge();
  const onVisible = (): void => {
    if (document.visibilityState === 'visible') void nudge();
  };
  const onStorage = ({ key }: StorageEvent): void => {
    if (key === notePlace(subject)) void refresh();
  };
  const unsubscribe = [
    session.subscribe(() => {
      if (session.state.is === 'active') void nudge();
    }),
    network.subscribe(() => {
      if (network.state.is === 'reached') void nudge();
    }),
  ];
  addEventListener('online', onOnline);
  addEventListener('storage', onStorage);
  document.addEventListener('visibilitychange', onVisible);

  async function post<Made extends Act>(act: Made, more: NewAct): Promise<Posted<AnswerTo<Made>>>;
  async function post(act: Act, more: NewAct): Promise<Posted<unknown>> {
    const { key: id = crypto.randomUUID(), member, about, photos = [], draft } = more;
    const made = now();
    const state = { is: 'waiting', tries: 0, after: 0, why: 'new' } as const;
    const told = new Promise<Posted<unknown> | Error>(tell => {
      attended.set(id, { tell, due: false, result: undefined, draft });
    });
    try {
      if (!(await add(store, { id, member, act, about, photos, made, state }))) {
        await refresh();
        return { is: 'settled' };
      }
      draft?.drop();
      void nudge(() => {
        const maker = attended.get(id);
        if (maker !== undefined) maker.due = true;
      });
      const result = await told;
      if (result instanceof Error) throw result;
      return result;
    } finally {
      attended.delete(id);
    }
  }

  // Sends what waits from earlier visits.
  void nudge();

  return {
    post,
    entries: () => entries,
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    retry: async only => {
      const ids = only === undefined ? entries.map(({ id }) => id) : [only];
      for (const id of ids) await nudgeOne(id, 'person');
      await send();
    },
    take: async id => {
      let taken: Entry | undefined;
      await store.change(id, entry => {
        taken = entry.state.is === 'sending' ? undefined : entry;
        return taken && 'gone';
      });
      await refresh();
      return taken;
    },
    restore: async entry => {
      await store.put(entry);
      await nudge();
    },
    acknowledge: async id => {
      await store.change(id, ({ state }) =>
        state.is === 'sent' || state.is === 'refused' ? 'gone' : undefined,
      );
      await nudge();
    },
    close: () => {
      closed = true;
      clearTimeout(timer);
      for (const end of unsubscribe) end();
      removeEventListener('online', onOnline);
      removeEventListener('storage', onStorage);
      document.removeEventListener('visibilitychange', onVisible);
      close();
    },
  };
}

function isAmong(entries: readonly Entry[], id: string): boolean {
  return entries.some(entry => entry.id === id);
}

const SHORTEST_PAUSE_MS = 1000;

/** In ms since 1970. */
const now = (): number => serverNow().getTime();
