/**
 * The issuer of tokens, through the OIDC library: authorization code with PKCE, renewal, and signing
 * out in the issuer's own way. Loaded only when one of these is needed.
 */
import { ErrorResponse, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { KeptTexts } from '../storage/browser-storage.ts';
import { fetchConfiguration } from './configuration.ts';
import { PREFIX, SIGN_INS, SIGNED_OUT } from './keys.ts';
import { CALLBACK_PATH } from './own-paths.ts';
import type { Tokens } from './session.ts';
import { removeUsers, type StoredUser, tokensOf } from './stored-user.ts';

const TIMEOUT_SECONDS = 10;
/** Temporary errors of an issuer; any other means that it does not renew this session any more. */
const PASSING: ReadonlySet<string> = new Set([
  'server_error',
  'temporarily_unavailable',
  'slow_down',
]);

export interface Issuer {
  /** Leaves for the issuer, which hands `state` back. */
  readonly begin: (state: unknown) => Promise<void>;
  /** Takes the issuer's answer out of the address, and returns the state. Throws if it is invalid. */
  readonly complete: () => Promise<unknown>;
  /** Exchanges the refresh token. Throws if the issuer could not be reached. */
  readonly renew: () => Promise<Tokens | 'refused'>;
  /** Revokes the tokens of a person who has left, and ends the issuer's own session. */
  readonly leave: (former: StoredUser | undefined) => Promise<void>;
}

/** Throws if the configuration cannot be read. */
export async function openIssuer(storage: KeptTexts): Promise<Issuer> {
  const { issuer, clientId, scope, resource, logout } = await fetchConfiguration();
  const storeUnder = (prefix: string) => new WebStorageStateStore({ store: storage, prefix });
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
    requestTimeoutInSeconds: TIMEOUT_SECONDS,
    loadUserInfo: false,
    monitorSession: false,
    automaticSilentRenew: false,
    userStore: storeUnder(PREFIX),
    // A prefix of its own: at each sign-in the library deletes all under it that it cannot read.
    stateStore: storeUnder(SIGN_INS),
  });

  /**
   * Revokes the refresh token. The tab leaves without waiting for the answer; if it does not
   * arrive, the token is deleted here all the same.
   */
  async function revoke(token: string | undefined): Promise<void> {
    const endpoint = await manager.metadataService.getRevocationEndpoint().catch(() => undefined);
    if (endpoint === undefined || !token) return;
    void fetch(endpoint, {
      method: 'POST',
      keepalive: true,
      body: new URLSearchParams({ token, token_type_hint: 'refresh_token', client_id: clientId }),
    }).catch(() => undefined);
  }

  async function endSession(idToken: string | undefined): Promise<void> {
    if (logout !== undefined)
      return location.assign(
        `${logout.url}?${new URLSearchParams({ client_id: clientId, logout_uri: home })}`,
      );
    const endpoint = await manager.metadataService.getEndSessionEndpoint().catch(() => undefined);
    if (endpoint === undefined) return location.assign('/');
    return manager.signoutRedirect(idToken === undefined ? {} : { id_token_hint: idToken });
  }

  return {
    begin: state =>
      manager.signinRedirect({
        state,
        ...inLanguage(logout !== undefined),
        // After a sign-out, the next person says who they are, even if the issuer's own session
        // lives on.
        ...(storage.getItem(SIGNED_OUT) !== null && { prompt: 'login' }),
      }),
    complete: async () => {
      const { state } = await manager.signinRedirectCallback();
      removeUsers(storage, `${issuer}:${clientId}`);
      storage.removeItem(SIGNED_OUT);
      return state;
    },
    renew: async () => {
      const user = await manager.getUser();
      if (!user?.refresh_token) return 'refused';
      try {
        const renewed = await manager.signinSilent({
          silentRequestTimeoutInSeconds: TIMEOUT_SECONDS,
          ...target,
        });
        return renewed === null ? 'refused' : tokensOf(renewed);
      } catch (error) {
        if (error instanceof ErrorResponse && !PASSING.has(error.error ?? '')) return 'refused';
        throw error;
      }
    },
    leave: async former => {
      await revoke(former?.refresh_token);
      await endSession(former?.id_token);
    },
  };
}

/**
 * Asks for sign-in pages in the language of this page: in OIDC's way, or in Cognito's, whose pages
 * are in English otherwise.
 */
function inLanguage(cognito: boolean): {
  readonly ui_locales?: string;
  readonly extraQueryParams?: Record<string, string>;
} {
  const { lang } = document.documentElement;
  return cognito ? { extraQueryParams: { lang } } : { ui_locales: lang };
}
