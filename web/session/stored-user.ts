/**
 * The tokens of the signed-in person, as the OIDC library stores them. They are read without the
 * library: a page with a valid access token does not need it.
 */
import type { KeptTexts } from '../storage/browser-storage.ts';
import { PREFIX } from './keys.ts';
import type { Tokens } from './session.ts';

/** The issuer and the client follow. */
const USERS = `${PREFIX}user:`;

/** What the pages know of it; the library knows more. */
export interface StoredUser {
  readonly access_token: string;
  readonly refresh_token?: string | undefined;
  readonly id_token?: string | undefined;
  /** In seconds since 1970. */
  readonly expires_at?: number | undefined;
  /** The claims of the ID token. */
  readonly profile: { readonly sub: string };
}

/** The signed-in person; undefined if there is nobody. */
export function storedUser(storage: KeptTexts): StoredUser | undefined {
  for (const place of placesOf(storage)) {
    const user = read(storage.getItem(place));
    if (user !== undefined) return user;
  }
  return undefined;
}

export function storedTokens(storage: KeptTexts): Tokens | undefined {
  const user = storedUser(storage);
  return user && tokensOf(user);
}

/**
 * Removes everybody, or everybody but the person of one issuer and client (`issuer:client`): a former
 * issuer's person would otherwise stay signed in.
 */
export function removeUsers(storage: KeptTexts, except?: string): void {
  for (const place of placesOf(storage))
    if (place !== `${USERS}${except}`) storage.removeItem(place);
}

export function tokensOf({ access_token, expires_at, profile }: StoredUser): Tokens {
  return {
    access: access_token,
    subject: profile.sub,
    secondsLeft: expires_at === undefined ? 0 : expires_at - Math.floor(Date.now() / 1000),
  };
}

function placesOf(storage: KeptTexts): string[] {
  return storage.names().filter(name => name.startsWith(USERS));
}

function read(text: string | null): StoredUser | undefined {
  if (text === null) return undefined;
  try {
    const user: unknown = JSON.parse(text);
    return isUser(user) ? user : undefined;
  } catch {
    return undefined;
  }
}

function isUser(value: unknown): value is StoredUser {
  if (!isObject(value)) return false;
  const { access_token, refresh_token, id_token, expires_at, profile } = value;
  return (
    typeof access_token === 'string' &&
    [refresh_token, id_token].every(token => token === undefined || typeof token === 'string') &&
    (expires_at === undefined || typeof expires_at === 'number') &&
    isObject(profile) &&
    typeof profile.sub === 'string'
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
