/**
 * Signs in at the issuer and out again: authorization code with PKCE, tokens in the storage that
 * all tabs share. It returns to the former page, signs in again without leaving the page, and signs
 * out in the issuer's own way.
 */
import { ErrorResponse, type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { device, tab } from '../storage/browser-storage.ts';
import type { Configuration } from './configuration.ts';
import { type Kept, keepRequests, takeRequests } from './kept-requests.ts';
import { KEPT_REQUESTS, PREFIX, SIGNED_OUT } from './keys.ts';
import { oneTabAtATime } from './one-tab.ts';
import { forget } from './own-places.ts';
import { Session, type Tokens } from './session.ts';
import { workingStorage } from './token-storage.ts';

export const CALLBACK_PATH = '/signed-in';
/** Opened in a window beside a page whose session has ended. */
export const AGAIN_PATH = '/sign-in-again';

const ISSUER_TIMEOUT_SECONDS = 10;
/** Temporary errors of an issuer; any other means that it does not renew this session any more. */
const PASSING: ReadonlySet<string> = new Set([
  'server_error',
  'temporarily_unavailable',
  'slow_down',
]);

/** The browser stores nothing, so nobody could return from the issuer. */
export class StorageRefused extends Error {}

/** A session, and the person's acts on it. */
export interface OpenSession {
  readonly session: Session;
  readonly signInAgain: () => void;
  readonly signOut: () => Promise<void>;
  /** Takes the requests that waited when the page was left. */
  readonly takeKept: () => Kept | undefined;
}

export interface SignIn {
  /**
   * The session of the signed-in person. Throws if it has to be renewed and the issuer could not be
   * reached.
   */
  readonly resume: () => Promise<OpenSession | undefined>;
  readonly begin: (returnTo: string) => Promise<void>;
  /** Signs in in a separate window, for a waiting page. */
  readonly beginInWindow: () => Promise<void>;
  /**
   * Takes the issuer's answer out of the address and returns the page to continue on. Throws if it
   * is invalid.
   */
  readonly complete: () => Promise<{ readonly returnTo: string; readonly inWindow: boolean }>;
}

/** Throws `StorageRefused` if the browser stores nothing. */
export function createSignIn({ issuer, clientId, scope, resource, logout }: Configuration): SignIn {
  const working = workingStorage();
  if (working === undefined) throw new StorageRefused();
  const { storage, shared } = working;
  const store = new WebStorageStateStore({ store: storage, prefix: PREFIX });
  const target = resource === undefined ? {} : { resource };
  const home = `${location.origin}/`;
  const manager = new UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: `${location.origin}${CALLBACK_PATH}`,
    post_logout_redirect_uri: home,
    response_type: 'code',
    scope,
    // Requested twice (RFC 8707): at authorization, and again when the code is exchanged for the
    // token.
    ...(resource !== undefined && { resource, extraTokenParams: { resource } }),
    requestTimeoutInSeconds: ISSUER_TIMEOUT_SECONDS,
    loadUserInfo: false,
    monitorSession: false,
    automaticSilentRenew: false,
    userStore: store,
    stateStore: store,
  });

  const go = (returnTo: string, inWindow: boolean): Promise<void> =>
    manager.signinRedirect({
      state: { returnTo, inWindow },
      // After a sign-out, the next person says who they are, even if the issuer's own session lives
      // on.
      ...(storage.getItem(SIGNED_OUT) !== null && { prompt: 'login' }),
    });
  const begin = (returnTo: string): Promise<void> => go(returnTo, false);

  function open(subject: string): OpenSession {
    const session = new Session({
      subject,
      tokens: {
        current: async () => tokensOf(await manager.getUser()),
        renew: async () => {
          const user = await manager.getUser();
          if (!user?.refresh_token) return 'refused';
          try {
            const renewed = await manager.signinSilent({
              silentRequestTimeoutInSeconds: ISSUER_TIMEOUT_SECONDS,
              ...target,
            });
            return tokensOf(renewed) ?? 'refused';
          } catch (error) {
            if (error instanceof ErrorResponse && !PASSING.has(error.error ?? '')) return 'refused';
            throw error;
          }
        },
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
      takeKept: () => takeRequests(subject, tab),
      signInAgain: () => {
        const beside = shared && !isWebView(navigator.userAgent);
        const address = `${AGAIN_PATH}?${new URLSearchParams({ to: here() })}`;
        if (!beside || window.open(address) === null) void begin(here());
      },
      signOut: async () => {
        session.leave('signing-out');
        const user = await oneTabAtATime(async () => {
          const user = await manager.getUser();
          // First, so that other tabs know that this is more than a change of person.
          storage.setItem(SIGNED_OUT, 'yes');
          await manager.removeUser();
          return user;
        });
        await revoke(user);
        await leaveIssuer(user?.id_token);
      },
    };
  }

  /**
   * Revokes the refresh token. The tab leaves without waiting for the answer; if it does not
   * arrive, the token is deleted here all the same.
   */
  async function revoke(user: User | null): Promise<void> {
    const endpoint = await manager.metadataService.getRevocationEndpoint().catch(() => undefined);
    if (endpoint === undefined || !user?.refresh_token) return;
    void fetch(endpoint, {
      method: 'POST',
      keepalive: true,
      body: new URLSearchParams({
        token: user.refresh_token,
        token_type_hint: 'refresh_token',
        client_id: clientId,
      }),
    }).catch(() => undefined);
  }

  async function leaveIssuer(idToken: string | undefined): Promise<void> {
    if (logout !== undefined)
      return location.assign(
        `${logout.url}?${new URLSearchParams({ client_id: clientId, logout_uri: home })}`,
      );
    const endpoint = await manager.metadataService.getEndSessionEndpoint().catch(() => undefined);
    if (endpoint === undefined) return location.assign('/');
    return manager.signoutRedirect(idToken === undefined ? {} : { id_token_hint: idToken });
  }

  return {
    begin,
    beginInWindow: () => {
      // A new window begins with a copy of the opening page's waiting requests. That page still
      // exists, and sends them.
      if (window.opener !== null) tab.removeItem(KEPT_REQUESTS);
      return go(new URLSearchParams(location.search).get('to') ?? '/', true);
    },
    resume: async () => {
      const subject = (await manager.getUser())?.profile.sub;
      if (subject === undefined) return undefined;
      const opened = open(subject);
      return (await opened.session.isGood()) ? opened : undefined;
    },
    complete: async () => {
      const user = await manager.signinRedirectCallback();
      storage.removeItem(SIGNED_OUT);
      return whereTo(user.state);
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

function tokensOf(user: User | null): Tokens | undefined {
  if (user === null) return undefined;
  return {
    access: user.access_token,
    subject: user.profile.sub,
    secondsLeft: user.expires_in ?? 0,
  };
}
