/**
 * Signs in and out again, with tokens in the storage that all tabs share. It returns to the former
 * page, and signs in again without leaving the page. The issuer's part is loaded when it is needed: a
 * page with a valid access token begins without it.
 */
import { device, tab } from '../storage/browser-storage.ts';
import { dropKeptReplies } from '../storage/drop-kept-replies.ts';
import type { Issuer } from './issuer.ts';
import { type Kept, keepRequests, takeRequests } from './kept-requests.ts';
import { KEPT_REQUESTS, SIGNED_OUT } from './keys.ts';
import { oneTabAtATime } from './one-tab.ts';
import { AGAIN_PATH, CALLBACK_PATH } from './own-paths.ts';
import { forget, forgetBlobs } from './own-places.ts';
import { Session } from './session.ts';
import { removeUsers, storedTokens, storedUser } from './stored-user.ts';
import { workingStorage } from './token-storage.ts';

/** How long the issuer has before somebody sees what they saw last. */
const PATIENCE_MS = 4000;

/** The browser stores nothing, so nobody could return from the issuer. */
export class StorageRefused extends Error {}

/** A session, and the person's acts on it. */
export interface OpenSession {
  readonly session: Session;
  readonly signInAgain: () => void;
  readonly signOut: () => Promise<void>;
  /** Whether there are requests that waited when the page was left. */
  readonly hasKept: () => boolean;
  /** Takes them. */
  readonly takeKept: () => Kept | undefined;
}

export interface SignIn {
  /**
   * The session of the signed-in person. If it has to be renewed and the issuer cannot be reached, it
   * goes on for somebody who `hasSeen` what they can see again, and throws for others.
   */
  readonly resume: (
    hasSeen: (subject: string) => Promise<boolean>,
  ) => Promise<OpenSession | undefined>;
  readonly begin: (returnTo: string) => Promise<void>;
  /** Signs in in a separate window, for a waiting page. */
  readonly beginInWindow: () => Promise<void>;
  /**
   * Takes the issuer's answer out of the address and returns the page to continue on; undefined if
   * it is invalid.
   */
  readonly complete: () => Promise<
    { readonly returnTo: string; readonly inWindow: boolean } | undefined
  >;
}

/** Throws `StorageRefused` if the browser stores nothing. */
export function createSignIn(): SignIn {
  const working = workingStorage();
  if (working === undefined) throw new StorageRefused();
  const { storage, shared } = working;

  let opened: Promise<Issuer> | undefined;
  /** Throws if the issuer's part or its configuration cannot be loaded; then it is tried again. */
  async function issuer(): Promise<Issuer> {
    opened ??= import('./issuer.ts').then(({ openIssuer }) => openIssuer(storage));
    try {
      return await opened;
    } catch (error) {
      opened = undefined;
      throw error;
    }
  }

  const begin = async (returnTo: string, inWindow = false): Promise<void> =>
    (await issuer()).begin({ returnTo, inWindow });

  function open(subject: string): OpenSession {
    const session = new Session({
      subject,
      tokens: {
        current: async () => storedTokens(storage),
        renew: async () => (await issuer()).renew(),
      },
      send: (url, init) => fetch(url, init),
      keep: requests => keepRequests(subject, requests, tab),
    });
    const look = (): void => void session.look();
    addEventListener('storage', look);
    // A suspended page may have missed it, and one that the back button restores certainly has.
    addEventListener('pageshow', look);
    document.addEventListener('visibilitychange', look);
    session.subscribe(() => {
      if (session.state.is !== 'left') return;
      tab.removeItem(KEPT_REQUESTS);
      forget(subject, tab);
      // If another person came without their signing out, they find their typed text again.
      if (session.state.how === 'signing-out' || storage.getItem(SIGNED_OUT) !== null)
        forget(subject, device);
    });

    return {
      session,
      hasKept: () => tab.getItem(KEPT_REQUESTS) !== null,
      takeKept: () => takeRequests(subject, tab),
      signInAgain: () => {
        const beside = shared && !isWebView(navigator.userAgent);
        const address = `${AGAIN_PATH}?${new URLSearchParams({ to: here() })}`;
        if (!beside || window.open(address) === null) void begin(here());
      },
      signOut: async () => {
        session.leave('signing-out');
        dropKeptReplies();
        const former = await oneTabAtATime(async () => {
          const user = storedUser(storage);
          // First, so that other tabs know that this is more than a change of person.
          storage.setItem(SIGNED_OUT, 'yes');
          removeUsers(storage);
          return user;
        });
        const [reached] = await Promise.all([
          issuer().catch(() => undefined),
          // Without a network they stay unread, until the next form with photos sweeps them away.
          forgetBlobs(subject).catch(() => undefined),
        ]);
        if (reached === undefined) location.assign('/');
        else await reached.leave(former);
      },
    };
  }

  return {
    begin: returnTo => begin(returnTo),
    beginInWindow: () => {
      // A new window begins with a copy of the opening page's waiting requests. That page still
      // exists, and sends them.
      if (window.opener !== null) tab.removeItem(KEPT_REQUESTS);
      return begin(new URLSearchParams(location.search).get('to') ?? '/', true);
    },
    resume: async hasSeen => {
      const subject = storedTokens(storage)?.subject;
      if (subject === undefined) return undefined;
      const opened = open(subject);
      const good = opened.session.isGood();
      const seenOrGood = async (): Promise<boolean> => (await hasSeen(subject)) || good;
      // A weak network may keep the issuer's answer for minutes.
      const late = new Promise(resolve => setTimeout(resolve, PATIENCE_MS)).then(seenOrGood);
      late.catch(() => undefined);
      return (await Promise.race([good, late]).catch(seenOrGood)) ? opened : undefined;
    },
    complete: async () => {
      const { complete } = await issuer();
      return complete().then(whereTo, () => undefined);
    },
  };
}

export function here(): string {
  return `${location.pathname}${location.search}`;
}

/** The state that the issuer hands back; the front page if it is not ours. */
export function whereTo(state: unknown): { readonly returnTo: string; readonly inWindow: boolean } {
  if (typeof state !== 'object' || state === null) return { returnTo: '/', inWindow: false };
  const returnTo = 'returnTo' in state && typeof state.returnTo === 'string' ? state.returnTo : '/';
  return {
    returnTo: isOwnPath(returnTo) ? returnTo : '/',
    inWindow: 'inWindow' in state && state.inWindow === true,
  };
}

/** A path of these pages, not an address elsewhere. */
function isOwnPath(path: string): boolean {
  return (
    /^\/(?![/\\])/.test(path) && !path.startsWith(CALLBACK_PATH) && !path.startsWith(AGAIN_PATH)
  );
}

/** Whether the pages are shown inside another application, which has a single window. */
export function isWebView(userAgent: string): boolean {
  return (
    /MicroMessenger|wxwork|DingTalk|Feishu|Lark\/|; wv\)/i.test(userAgent) ||
    (/iPhone|iPad|iPod/.test(userAgent) && !/Safari\//.test(userAgent))
  );
}
