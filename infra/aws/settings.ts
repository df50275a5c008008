/**
 * What differs from one installation to the next, taken from the CDK context: where the pages live, whose sign-in is used, who is
 * told of alarms, and whose numbers are metrics of their own. Without an issuer a Cognito user pool is made; with one (and its
 * audience) there is no pool.
 */
import type { Node } from 'constructs';
import * as z from 'zod/mini';
import { isOrganizationId, type OrganizationId } from '../../shared/domain/ids.ts';

export type SignInSettings =
  | { readonly by: 'issuer'; readonly issuer: string; readonly audience: string }
  | { readonly by: 'pool'; readonly webOrigin: string; readonly signInDomain?: string };

export interface Settings {
  readonly signIn: SignInSettings;
  /** Whom alarms are sent to; nobody, if not given, until somebody subscribes to their topic. */
  readonly alarmEmail: string | undefined;
  /** The organizations that have metrics of their own, which cost money each (ADR 11). */
  readonly watched: readonly OrganizationId[];
}

/** Enough for a firm's own installation and for a handful of a zone's; more are looked up in the log. */
export const MOST_WATCHED = 20;

/** An origin as a browser sends it; Cognito lets pages come back to `http` on one's own machine only. */
const webOrigin = z.string().check(
  z.regex(/^(https:\/\/[a-z0-9.-]+|http:\/\/localhost)(:\d+)?$/, {
    error: 'webOrigin: an origin without a path, such as https://ideas.example.com',
  }),
);
/** Compared with the token's `iss` to the letter, so it is taken exactly as it is written. */
const issuer = z
  .string()
  .check(
    z.regex(/^https:\/\/\S+$/, { error: 'issuer: an https address, exactly as it stands in the tokens' }),
  );
const audience = z.string({ error: 'an issuer needs an audience: -c audience=…' }).check(z.minLength(1));
const alarmEmail = z.string().check(z.email({ error: 'alarmEmail: an address such as it@example.com' }));
const watched = z.string().check(
  z.refine(
    text => {
      const names = text.split(',');
      return names.every(isOrganizationId) && names.length <= MOST_WATCHED;
    },
    {
      error: `watched: up to ${MOST_WATCHED} organizations with commas between them, such as huatai,zhongcheng`,
    },
  ),
);
const signInDomain = z.string().check(z.regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/));

/** Reads the settings from the context; throws with what is wrong if they cannot be used. */
export function settingsOf(node: Node): Settings {
  const given = (key: string): unknown => node.tryGetContext(key);
  const [email, organizations] = [given('alarmEmail'), given('watched')];
  return {
    signIn: signInOf(given),
    alarmEmail: email === undefined ? undefined : alarmEmail.parse(email),
    watched:
      organizations === undefined ? [] : watched.parse(organizations).split(',').filter(isOrganizationId),
  };
}

function signInOf(given: (key: string) => unknown): SignInSettings {
  if (given('issuer') !== undefined)
    return {
      by: 'issuer',
      issuer: issuer.parse(given('issuer')),
      audience: audience.parse(given('audience')),
    };
  if (given('audience') !== undefined) throw new Error('an audience means nothing without its issuer');
  const domain = given('signInDomain');
  return {
    by: 'pool',
    webOrigin: webOrigin.parse(given('webOrigin')),
    ...(domain !== undefined && { signInDomain: signInDomain.parse(domain) }),
  };
}
