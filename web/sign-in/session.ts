/**
 * A person's session with the issuer: authorization code with PKCE, tokens in the tab's session storage. Knows how to sign in and
 * come back to where one was, how to hand out the access token, and how to sign out at the issuer too.
 */
import { UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { Configuration } from './configuration.ts';

export interface Session {
  readonly accessToken: () => Promise<string | undefined>;
  readonly signInAgain: () => void;
  readonly signOut: () => Promise<void>;
}

export interface SignIn {
  readonly session: Session;
  readonly isSignedIn: () => Promise<boolean>;
  readonly begin: (returnTo: string) => Promise<void>;
  /** Takes the issuer's answer out of the address and gives the path to go back to. Throws when it is no good. */
  readonly complete: () => Promise<string>;
}

export const CALLBACK_PATH = '/signed-in';
const SIGNED_IN_AT = 'golden-ideas:signed-in-at';

/** A fresh token that is refused is no reason to sign in again: it would go round in circles. */
const FRESH_MILLIS = 30_000;

export function createSignIn({ issuer, clientId, scope, resource }: Configuration): SignIn {
  const store = new WebStorageStateStore({ store: sessionStorage, prefix: 'golden-ideas:' });
  const manager = new UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: `${location.origin}${CALLBACK_PATH}`,
    post_logout_redirect_uri: `${location.origin}/`,
    response_type: 'code',
    scope,
    // Asked for twice (RFC 8707): when authorizing, and again when the code is exchanged for the token.
    ...(resource !== undefined && { resource, extraTokenParams: { resource } }),
    loadUserInfo: false,
    monitorSession: false,
    automaticSilentRenew: false,
    userStore: store,
    stateStore: store,
  });

  const begin = (returnTo: string): Promise<void> => manager.signinRedirect({ state: returnTo });

  let leaving = false;
  const signInAgain = (): void => {
    const signedInAt = Number(sessionStorage.getItem(SIGNED_IN_AT) ?? 0);
    if (leaving || Date.now() - signedInAt < FRESH_MILLIS) return;
    leaving = true;
    begin(here()).catch(() => {
      leaving = false;
    });
  };

  return {
    begin,
    isSignedIn: async () => (await manager.getUser())?.expired === false,
    complete: async () => {
      const user = await manager.signinCallback();
      sessionStorage.setItem(SIGNED_IN_AT, String(Date.now()));
      const returnTo = user?.state;
      return typeof returnTo === 'string' && isOwnPath(returnTo) ? returnTo : '/';
    },
    session: {
      signInAgain,
      accessToken: async () => {
        const user = await manager.getUser();
        return user === null || user.expired ? undefined : user.access_token;
      },
      signOut: async () => {
        sessionStorage.removeItem(SIGNED_IN_AT);
        const endpoint = await manager.metadataService.getEndSessionEndpoint().catch(() => undefined);
        if (endpoint !== undefined) return manager.signoutRedirect();
        await manager.removeUser();
        location.assign('/');
      },
    },
  };
}

export function here(): string {
  return `${location.pathname}${location.search}`;
}

/** A path of these pages, not an address elsewhere. */
export function isOwnPath(path: string): boolean {
  return /^\/(?![/\\])/.test(path) && !path.startsWith(CALLBACK_PATH);
}
