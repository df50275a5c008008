/**
 * The sign-in: the firm's own OIDC issuer if there is one, otherwise the data stack's user pool,
 * with a client for the pages and the sign-in pages. In both cases the rest of the system knows only
 * an issuer, an audience, the scope of access tokens, and the pages' configuration. Regions without user pools, among them
 * those in China, need an issuer.
 */
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Aws, Duration, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { PAGES_CLIENT } from '../sign-in/pages-client.ts';
import { RELEASE } from './release.ts';
import type { SignInSettings } from './settings.ts';

const SCOPE = 'openid';

/** All accounts of the region share the domain names; the account's number makes ours unique. */
const DOMAIN_PREFIX = `golden-ideas-${Aws.ACCOUNT_ID}`;

type ByIssuer = Extract<SignInSettings, { by: 'issuer' }>;
type ByPool = Extract<SignInSettings, { by: 'pool' }> & { readonly pool: cognito.UserPool };
/** The settings of the sign-in, with the pool if it is by one. */
export type SignIn = ByIssuer | ByPool;

interface SignInFacts {
  readonly issuer: string;
  readonly audience: string;
  readonly scopes: readonly string[];
  /** The pages' configuration, except the issuer. */
  readonly pages: Configuration;
}

/** The origins that the pages call to sign in: their policy must allow them. */
export function signInOrigins(signIn: SignIn): readonly string[] {
  if (signIn.by === 'issuer')
    return [...new Set([new URL(signIn.issuer).origin, ...signIn.otherOrigins])];
  const { signInDomain = DOMAIN_PREFIX } = signIn;
  return [
    `https://cognito-idp.${Aws.REGION}.${Aws.URL_SUFFIX}`,
    `https://${signInDomain}.auth.${Aws.REGION}.amazoncognito.com`,
  ];
}

type Configuration = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

function ofIssuer({
  issuer,
  audience,
  clientId,
  scope,
  resource,
  offlineAccess,
}: ByIssuer): SignInFacts {
  const asked = [
    SCOPE,
    ...(scope === undefined ? [] : [scope]),
    ...(offlineAccess ? ['offline_access'] : []),
  ];
  return {
    issuer,
    audience,
    // Without a scope the audience distinguishes access tokens from ID tokens: an ID token is for
    // the client, not for the API.
    scopes: scope === undefined ? [] : [scope],
    pages: {
      clientId,
      scope: [...new Set(asked)].join(' '),
      ...(resource !== undefined && { resource }),
    },
  };
}

/** The client of the canary, and the scope of its tokens: those of no other client carry it. */
interface CanaryClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
}

interface IdentityProps {
  /** Whether a canary signs in. */
  readonly canary: boolean;
  readonly signIn: SignIn;
  readonly webOrigin: string | undefined;
}

export class Identity extends Construct {
  readonly issuer: string;
  readonly audience: string;
  /** The scope of an access token. An ID token carries no scope, so it opens nothing. */
  readonly scopes: readonly string[];
  /**
   * The content of `/config.json`, from which the pages learn the sign-in; see
   * `web/session/configuration.ts`. Its release is for people who look.
   */
  readonly configuration: string;
  /** Undefined without a canary, and with an issuer of the firm's own. */
  readonly canary: CanaryClient | undefined;

  /** @param webOrigin the pages' origin; needed for a pool */
  constructor(scope: Construct, id: string, { signIn, webOrigin, canary }: IdentityProps) {
    super(scope, id);
    const { issuer, audience, scopes, pages } =
      signIn.by === 'issuer' ? ofIssuer(signIn) : this.ofPool(signIn, webOrigin);
    this.issuer = issuer;
    this.audience = audience;
    this.scopes = scopes;
    this.canary = canary && signIn.by === 'pool' ? this.canaryOf(signIn.pool) : undefined;
    this.configuration = Stack.of(this).toJsonString({ issuer, ...pages, release: RELEASE });
  }

  /** A client for one account, which signs in with a password and the client's secret. */
  private canaryOf(userPool: cognito.UserPool): CanaryClient {
    const client = new cognito.UserPoolClient(this, 'Canary', {
      userPool,
      generateSecret: true,
      disableOAuth: true,
      authFlows: { userPassword: true },
      preventUserExistenceErrors: true,
      accessTokenValidity: Duration.minutes(5),
      idTokenValidity: Duration.minutes(5),
      refreshTokenValidity: Duration.hours(1),
    });
    const { defaultChild } = client.node;
    if (!(defaultChild instanceof cognito.CfnUserPoolClient))
      throw new Error('the construct’s resource is no client');
    return {
      clientId: client.userPoolClientId,
      clientSecret: defaultChild.attrClientSecret,
      // Cognito gives it to whoever signs in without its pages.
      scope: 'aws.cognito.signin.user.admin',
    };
  }

  private ofPool({ pool, signInDomain, plan }: ByPool, webOrigin: string | undefined): SignInFacts {
    if (webOrigin === undefined) throw new Error('a pool without the address of its pages');
    const essentials = plan === 'essentials';
    // A construct of the name that the pool had when it was in this stack: so the ids stay, and with
    // them the client and everybody's sessions.
    const place = new Construct(this, 'Pool');
    const domain = new cognito.UserPoolDomain(place, 'SignIn', {
      userPool: pool,
      cognitoDomain: { domainPrefix: signInDomain ?? DOMAIN_PREFIX },
      managedLoginVersion: essentials
        ? cognito.ManagedLoginVersion.NEWER_MANAGED_LOGIN
        : cognito.ManagedLoginVersion.CLASSIC_HOSTED_UI,
    });
    const client = new cognito.UserPoolClient(place, 'Web', {
      userPool: pool,
      // A page can keep no secret: authorization code with PKCE.
      generateSecret: false,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: PAGES_CLIENT.scopes.map(cognito.OAuthScope.custom),
        callbackUrls: [`${webOrigin}${PAGES_CLIENT.callbackPath}`],
        logoutUrls: [`${webOrigin}${PAGES_CLIENT.signedOutPath}`],
      },
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      // People sign in on the sign-in pages only: no flow lets a script send a password. With
      // rotation the flow of refresh tokens must be off. An empty list would mean Cognito's usual
      // flows, so it has the one that needs a function, of which the pool has none.
      authFlows: {
        userPassword: false,
        userSrp: false,
        adminUserPassword: false,
        custom: essentials,
      },
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.seconds(PAGES_CLIENT.accessTokenSeconds),
      idTokenValidity: Duration.seconds(PAGES_CLIENT.accessTokenSeconds),
      refreshTokenValidity: Duration.seconds(PAGES_CLIENT.refreshTokenSeconds),
      ...(essentials && {
        refreshTokenRotationGracePeriod: Duration.seconds(PAGES_CLIENT.rotationGraceSeconds),
      }),
    });
    if (essentials)
      new cognito.CfnManagedLoginBranding(this, 'Branding', {
        userPoolId: pool.userPoolId,
        clientId: client.userPoolClientId,
        useCognitoProvidedValues: true,
      });
    const clientId = client.userPoolClientId;
    return {
      issuer: pool.userPoolProviderUrl,
      audience: clientId,
      scopes: [SCOPE],
      pages: {
        clientId,
        scope: SCOPE,
        logout: { like: 'cognito', url: `${domain.baseUrl()}/logout` },
      },
    };
  }
}
