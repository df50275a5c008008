/**
 * The settings of an installation, from the CDK context: the site and its address, the sign-in, the
 * recipient of alarms, the organizations with metrics of their own, and a table other than the data
 * stack's. Without an issuer the stacks make a Cognito user pool; with one (and its audience) they
 * make no pool. Settings that cannot be used together are refused with a sentence.
 */
import type { Node } from 'constructs';
import * as z from 'zod/mini';
import type { Throttles } from '../../shared/contract/throttles.ts';
import { isOrganizationId, type OrganizationId } from '../../shared/domain/kernel/ids.ts';
import { withSentences } from './bad-setting.ts';
import { type Concurrency, concurrencyOf } from './concurrency.ts';
import { throttlesOf } from './throttles.ts';

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
      /** Origins besides the issuer's that the pages call to sign in: some keep tokens elsewhere. */
      readonly otherOrigins: readonly string[];
      /** Whether the issuer gives refresh tokens only for the scope `offline_access`. */
      readonly offlineAccess: boolean;
    }
  | ({ readonly by: 'pool'; readonly signInDomain?: string } & PoolSettings);

/** What concerns the accounts themselves. */
export interface PoolSettings {
  /**
   * Essentials has sign-in pages in Chinese, and refresh tokens that serve once; Lite has neither,
   * and costs a third a person beyond the first ten thousand a month (ADR 48).
   */
  readonly plan: (typeof PLANS)[number];
  /** The sender of the pool's messages, through SES; without one, Cognito sends up to 50 a day. */
  readonly mail?: {
    readonly from: string;
    /** The verified identity: the address's own domain. */
    readonly domain: string;
    /** Of the identity, if it is not the stack's. */
    readonly region?: string;
  };
}

const PLANS = ['essentials', 'lite'] as const;

/** The site on CloudFront. */
export interface SiteSettings {
  readonly by: 'cloudfront';
  /** The firm's own name; without one, the name that CloudFront gives. */
  readonly domain: { readonly name: string; readonly certificateArn: string } | undefined;
  readonly priceClass: '100' | '200' | 'all';
  /** The number of the secret between CloudFront and the API; the next one replaces it. */
  readonly originSecret: number;
  /** The requests of one address to the API in five minutes, above which a firewall blocks it. */
  readonly waf: number | undefined;
  /** A folder of built pages; without one, they are built. */
  readonly pages: string | undefined;
}

/** The pages on a host of the firm's own, of which the stacks need to know the origin for a pool. */
interface OwnSiteSettings {
  readonly by: 'own-host';
  readonly webOrigin: string | undefined;
}

export interface Settings {
  readonly site: SiteSettings | OwnSiteSettings;
  readonly signIn: SignInSettings;
  /** The recipient of alarms; without one, nobody until a subscription to their topic. */
  readonly alarmEmail: string | undefined;
  /** The organizations with metrics of their own, which cost money each (ADR 11). */
  readonly watched: readonly OrganizationId[];
  readonly concurrency: Concurrency;
  /** The gateway's limits of each route. */
  readonly throttles: Throttles;
  /** The share of a function's time that one organization may use: `0.1` to `0.9`, or `1`. */
  readonly organizationShare: string;
  /** How a release replaces the one before (ADR 50). */
  readonly rollout: 'canary' | 'all-at-once';
  /** Whether a canary opens the address every five minutes. */
  readonly canary: boolean;
  /** The US dollars a month above which `email` is told, if there is such a limit. */
  readonly budget: { readonly dollars: number; readonly email: string } | undefined;
  /** Whether requests are traced. */
  readonly tracing: boolean;
  /** The table to use in place of the data stack's, such as one restored from a backup. */
  readonly table: { readonly tableName: string; readonly tableStreamArn: string } | undefined;
  /** The ARN of a backup vault in another account, for a daily copy of the table. */
  readonly copyTo: string | undefined;
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
  .check(z.minLength(1, { error: 'audience: the audience of access tokens' }));
const clientId = z
  .string({ error: 'an issuer needs a client: -c clientId=…' })
  .check(z.minLength(1, { error: 'clientId: the pages’ client at the issuer' }));
const scope = z.string().check(
  z.regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/, {
    error: 'scope: one scope that access tokens of the API carry',
  }),
);
const resource = z.url({ error: 'resource: an absolute address (RFC 8707)' });
const offlineAccess = z.enum(['true', 'false'], { error: 'offlineAccess: true or false' });
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
const origins = z.string().check(
  z.regex(/^https:\/\/[a-z0-9.-]+(:\d+)?(,https:\/\/[a-z0-9.-]+(:\d+)?)*$/, {
    error: 'signInOrigins: origins with commas between them, such as https://oauth2.example.com',
  }),
);
const site = z.enum(['cloudfront', 'none'], {
  error: 'site: cloudfront, or none where the pages have a host of the firm’s own',
});
const domainName = z.string().check(
  z.regex(/^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/, {
    error: 'domain: a host name without https://, such as ideas.example.com',
  }),
);
const certificateArn = z.string({ error: 'domain needs a certificate: -c certificateArn=…' }).check(
  z.regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/[0-9a-f-]{36}$/, {
    error:
      'certificateArn: CloudFront takes certificates of ACM in us-east-1 alone, such as arn:aws:acm:us-east-1:123456789012:certificate/…',
  }),
);
const priceClass = z.enum(['100', '200', 'all'], {
  error: 'priceClass: 100 (America and Europe), 200 (also Asia) or all',
});
const originSecret = z.string().check(
  z.regex(/^[1-9]\d{0,3}$/, {
    error: 'originSecret: a number from 1 on, which replaces a secret',
  }),
);
const waf = z.string().check(
  z.regex(/^[1-9]\d{1,7}$/, {
    error: 'waf: the requests of one address to the API in five minutes, such as 20000',
  }),
);
const pages = z.string().check(z.minLength(1, { error: 'pages: a folder of built pages' }));
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
const copyTo = z.string().check(
  // AWS Backup does not copy into another account's default vault.
  z.regex(
    /^arn:aws[a-z-]*:backup:[a-z0-9-]+:\d{12}:backup-vault:(?!Default$)[A-Za-z0-9_-]{2,50}$/,
    {
      error:
        'copyTo: the ARN of a backup vault in another account, not of its default one, such as arn:aws:backup:eu-west-1:123456789012:backup-vault:golden-ideas',
    },
  ),
);
const signInPlan = z.enum(PLANS, { error: 'signInPlan: essentials or lite' });
const mailFrom = z.string({ error: 'mailFrom: an address' }).check(
  z.regex(/^[a-z0-9._+-]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, {
    error:
      'mailFrom: one address in small letters, of a domain that is verified in SES, such as ideas@example.com',
  }),
);
const region = z
  .string()
  .check(
    z.regex(/^[a-z]{2}(?:-[a-z]+)+-\d$/, { error: 'mailRegion: a region such as ap-northeast-1' }),
  );
const organizationShare = z.string().check(
  z.regex(/^(1|0\.[1-9])$/, {
    error: 'organizationShare: 0.1 to 0.9 of a function’s time, or 1 for no limit',
  }),
);
const signInDomain = z.string().check(
  z.regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, {
    error: 'signInDomain: the first part of a host name, such as hongda-ideas',
  }),
);

const rollout = z.enum(['canary', 'all-at-once'], {
  error: 'rollout: canary (a tenth of the calls first, and back if they fail) or all-at-once',
});

const onOrOff = (name: string) => z.enum(['on', 'off'], { error: `${name}: on or off` });
const budget = z
  .string()
  .check(z.regex(/^[1-9]\d{0,5}$/, { error: 'budget: whole US dollars a month, such as 50' }));

type Given = (key: string) => unknown;

/**
 * Reads the settings from the context. Throws a `BadSetting` if they cannot be used in the account
 * that they are for, as far as it is known.
 */
export function settingsOf(node: Node, account?: string): Settings {
  return withSentences(() => settingsIn(node, account));
}

function settingsIn(node: Node, account: string | undefined): Settings {
  // On a command line every value is a text; in `cdk.json` a number may be one.
  const given: Given = key => {
    const value: unknown = node.tryGetContext(key);
    return typeof value === 'number' ? String(value) : value;
  };
  const [email, organizations, vault] = [given('alarmEmail'), given('watched'), given('copyTo')];
  const signIn = signInOf(given);
  const settings = {
    site: siteOf(given),
    signIn,
    alarmEmail: email === undefined ? undefined : alarmEmail.parse(email),
    watched:
      organizations === undefined
        ? []
        : watched.parse(organizations).split(',').filter(isOrganizationId),
    organizationShare: organizationShare.parse(String(given('organizationShare') ?? '0.5')),
    throttles: throttlesOf(given('throttles')),
    rollout: rollout.parse(given('rollout') ?? 'canary'),
    tracing: onOrOff('tracing').parse(given('tracing') ?? 'on') === 'on',
    budget: budgetOf(given),
    canary: onOrOff('canary').parse(given('canary') ?? 'off') === 'on',
    concurrency: concurrencyOf(given('concurrency'), given('concurrencyQuota')),
    table: tableOf(given),
    copyTo: vault === undefined ? undefined : copyOutOf(account, copyTo.parse(vault)),
  };
  if (signIn.by === 'pool' && settings.site.by === 'own-host' && !settings.site.webOrigin)
    throw new Error('site=none with a user pool needs the pages’ origin: -c webOrigin=https://…');
  if (settings.canary && settings.site.by === 'own-host' && !settings.site.webOrigin)
    throw new Error('canary needs the address of the pages: -c webOrigin=https://…');
  return settings;
}

/** A copy in the same account would be lost with it. */
function copyOutOf(account: string | undefined, vaultArn: string): string {
  if (vaultArn.split(':')[4] === account)
    throw new Error(`copyTo: a backup vault in another account; ${account} is the service’s own`);
  return vaultArn;
}

function budgetOf(given: Given): Settings['budget'] {
  const [dollars, email] = [given('budget'), given('alarmEmail')];
  if (dollars === undefined) return undefined;
  if (email === undefined) throw new Error('budget needs a recipient: -c alarmEmail=…');
  return { dollars: Number(budget.parse(dollars)), email: alarmEmail.parse(email) };
}

function siteOf(given: Given): Settings['site'] {
  const origin = given('webOrigin');
  if (given('site') !== undefined && site.parse(given('site')) === 'none') {
    refuse(given, OF_SITE, 'means nothing with site=none');
    return {
      by: 'own-host',
      webOrigin: origin === undefined ? undefined : webOrigin.parse(origin),
    };
  }
  if (origin !== undefined)
    throw new Error(
      'webOrigin is for site=none; the site on CloudFront has the address of -c domain=…, or one of CloudFront',
    );
  const [name, certificate, asked, folder] = [
    given('domain'),
    given('certificateArn'),
    given('waf'),
    given('pages'),
  ];
  if (name === undefined && certificate !== undefined)
    throw new Error('certificateArn means nothing without a domain: -c domain=…');
  return {
    by: 'cloudfront',
    domain:
      name === undefined
        ? undefined
        : { name: domainName.parse(name), certificateArn: certificateArn.parse(certificate) },
    priceClass: priceClass.parse(given('priceClass') ?? '200'),
    originSecret: Number(originSecret.parse(given('originSecret') ?? '1')),
    waf: asked === undefined ? undefined : Number(waf.parse(asked)),
    pages: folder === undefined ? undefined : pages.parse(folder),
  };
}

const OF_SITE = ['domain', 'certificateArn', 'priceClass', 'originSecret', 'waf', 'pages'];
const OF_ISSUER = ['audience', 'clientId', 'scope', 'resource', 'offlineAccess', 'signInOrigins'];
const OF_POOL = ['signInDomain', 'signInPlan', 'mailFrom', 'mailRegion'];

function refuse(given: Given, names: readonly string[], why: string): void {
  const name = names.find(name => given(name) !== undefined);
  if (name !== undefined) throw new Error(`${name} ${why}`);
}

function tableOf(given: Given): Settings['table'] {
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

function signInOf(given: Given): SignInSettings {
  const [askedScope, askedResource, other] = [
    given('scope'),
    given('resource'),
    given('signInOrigins'),
  ];
  const domain = given('signInDomain');
  if (given('issuer') !== undefined) {
    refuse(given, OF_POOL, 'means nothing with an issuer');
    return {
      by: 'issuer',
      issuer: issuer.parse(given('issuer')),
      audience: audience.parse(given('audience')),
      clientId: clientId.parse(given('clientId')),
      ...(askedScope !== undefined && { scope: scope.parse(askedScope) }),
      ...(askedResource !== undefined && { resource: resource.parse(askedResource) }),
      offlineAccess: offlineAccess.parse(given('offlineAccess') ?? 'false') === 'true',
      otherOrigins: other === undefined ? [] : origins.parse(other).split(','),
    };
  }
  refuse(given, OF_ISSUER, 'means nothing without an issuer');
  return {
    by: 'pool',
    ...(domain !== undefined && { signInDomain: signInDomain.parse(domain) }),
    plan: signInPlan.parse(given('signInPlan') ?? 'essentials'),
    ...mailOf(given),
  };
}

function mailOf(given: Given): Pick<PoolSettings, 'mail'> {
  const asked = given('mailRegion');
  if (given('mailFrom') === undefined) {
    if (asked !== undefined) throw new Error('mailRegion means nothing without mailFrom');
    return {};
  }
  const from = mailFrom.parse(given('mailFrom'));
  const domain = from.slice(from.indexOf('@') + 1);
  return { mail: { from, domain, ...(asked !== undefined && { region: region.parse(asked) }) } };
}
