/**
 * The settings of an installation, from the CDK context: the pages' address, the sign-in, the
 * recipient of alarms, the organizations with metrics of their own, and a table other than the data
 * stack's. Without an issuer the stack
 * makes a Cognito user pool; with one (and its audience) it makes no pool.
 */
import type { Node } from 'constructs';
import * as z from 'zod/mini';
import { isOrganizationId, type OrganizationId } from '../../shared/domain/kernel/ids.ts';

export type SignInSettings =
  | {
      readonly by: 'issuer';
      readonly issuer: string;
      readonly audience: string;
      /** The pages' client id at the issuer. */
      readonly clientId: string;
      /** The scope that the pages request and access tokens must carry; an ID token has none. */
      readonly scope?: string;
      /** The API's name, if the issuer requires it in requests (RFC 8707). */
      readonly resource?: string;
    }
  | { readonly by: 'pool'; readonly webOrigin: string; readonly signInDomain?: string };

export interface Settings {
  readonly signIn: SignInSettings;
  /** The recipient of alarms; without one, nobody until a subscription to their topic. */
  readonly alarmEmail: string | undefined;
  /** The organizations with metrics of their own, which cost money each (ADR 11). */
  readonly watched: readonly OrganizationId[];
  /** The table to use in place of the data stack's, such as one restored from a backup. */
  readonly table: { readonly tableName: string; readonly tableStreamArn: string } | undefined;
}

/** Enough for a firm's own installation and for a handful of a zone's; the log has the others. */
export const MOST_WATCHED = 20;

/** An origin as a browser sends it; Cognito allows a return to `http` on the local machine only. */
const webOrigin = z.string().check(
  z.regex(/^(https:\/\/[a-z0-9.-]+|http:\/\/localhost)(:\d+)?$/, {
    error: 'webOrigin: an origin without a path, such as https://ideas.example.com',
  }),
);
/** Compared with the token's `iss` to the letter, so it is taken exactly as written. */
const issuer = z.string().check(
  z.regex(/^https:\/\/\S+$/, {
    error: 'issuer: an https address, exactly as it stands in the tokens',
  }),
);
const audience = z
  .string({ error: 'an issuer needs an audience: -c audience=…' })
  .check(z.minLength(1));
const clientId = z
  .string({ error: 'an issuer needs a client: -c clientId=…' })
  .check(z.minLength(1));
const scope = z.string().check(
  z.regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/, {
    error: 'scope: one scope that access tokens of the API carry',
  }),
);
const resource = z.url({ error: 'resource: an absolute address (RFC 8707)' });
const alarmEmail = z
  .string()
  .check(z.email({ error: 'alarmEmail: an address such as it@example.com' }));
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
const tableName = z
  .string()
  .check(
    z.regex(/^[A-Za-z0-9_.-]{3,255}$/, { error: 'tableName: the name of a table in this region' }),
  );
const tableStreamArn = z
  .string({ error: 'tableName needs the ARN of the table’s stream: -c tableStreamArn=…' })
  .check(
    z.regex(/^arn:aws[a-z-]*:dynamodb:[a-z0-9-]+:\d{12}:table\/[^/]+\/stream\/[\d:.T-]+$/, {
      error:
        'tableStreamArn: as LatestStreamArn of `aws dynamodb describe-table` says, such as arn:aws:dynamodb:eu-west-1:123456789012:table/…/stream/2026-10-15T09:00:00.000',
    }),
  );
const signInDomain = z.string().check(z.regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/));

/** Reads the settings from the context; throws with the reason if they cannot be used. */
export function settingsOf(node: Node): Settings {
  const given = (key: string): unknown => node.tryGetContext(key);
  const [email, organizations] = [given('alarmEmail'), given('watched')];
  return {
    signIn: signInOf(given),
    alarmEmail: email === undefined ? undefined : alarmEmail.parse(email),
    watched:
      organizations === undefined
        ? []
        : watched.parse(organizations).split(',').filter(isOrganizationId),
    table: tableOf(given),
  };
}

function tableOf(given: (key: string) => unknown): Settings['table'] {
  if (given('tableName') === undefined) {
    if (given('tableStreamArn') !== undefined)
      throw new Error('tableStreamArn means nothing without tableName');
    return undefined;
  }
  const table = {
    tableName: tableName.parse(given('tableName')),
    tableStreamArn: tableStreamArn.parse(given('tableStreamArn')),
  };
  if (!table.tableStreamArn.includes(`:table/${table.tableName}/stream/`))
    throw new Error('tableStreamArn: the stream of another table than tableName');
  return table;
}

function signInOf(given: (key: string) => unknown): SignInSettings {
  const [askedScope, askedResource] = [given('scope'), given('resource')];
  if (given('issuer') !== undefined)
    return {
      by: 'issuer',
      issuer: issuer.parse(given('issuer')),
      audience: audience.parse(given('audience')),
      clientId: clientId.parse(given('clientId')),
      ...(askedScope !== undefined && { scope: scope.parse(askedScope) }),
      ...(askedResource !== undefined && { resource: resource.parse(askedResource) }),
    };
  for (const name of ['audience', 'clientId', 'scope', 'resource'])
    if (given(name) !== undefined) throw new Error(`${name} means nothing without an issuer`);
  const domain = given('signInDomain');
  return {
    by: 'pool',
    webOrigin: webOrigin.parse(given('webOrigin')),
    ...(domain !== undefined && { signInDomain: signInDomain.parse(domain) }),
  };
}
