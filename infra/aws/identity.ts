/**
 * Who signs people in: the firm's own OIDC issuer where there is one, otherwise a Cognito user pool with a client for the pages.
 * Either way all that the rest of the system knows is an issuer, an audience, the scope of access tokens, and what the pages are told. In regions without user pools, those in China
 * among them, an issuer is the way.
 */
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Aws, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { SignInSettings } from './settings.ts';

/** Where the pages take the issuer's answer; `web/sign-in` listens there. */
const CALLBACK_PATH = '/signed-in';

const SCOPE = 'openid';

interface SignInFacts {
  readonly issuer: string;
  readonly audience: string;
  readonly scopes: readonly string[];
  /** What the pages are told beside the issuer. */
  readonly pages: Configuration;
}

type Configuration = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

function ofIssuer({
  issuer,
  audience,
  clientId,
  scope,
  resource,
}: Extract<SignInSettings, { by: 'issuer' }>): SignInFacts {
  return {
    issuer,
    audience,
    // Without a scope the audience tells access tokens from ID tokens: those are for the client, and not for the API.
    scopes: scope === undefined ? [] : [scope],
    pages: {
      clientId,
      scope: scope === undefined || scope === SCOPE ? SCOPE : `${SCOPE} ${scope}`,
      ...(resource !== undefined && { resource }),
    },
  };
}

export class Identity extends Construct {
  readonly issuer: string;
  readonly audience: string;
  /** What an access token has to carry. An ID token carries no scope, so it opens nothing. */
  readonly scopes: readonly string[];
  /** The content of `/config.json`, by which the pages find the sign-in; see `web/sign-in/configuration.ts`. */
  readonly configuration: string;

  constructor(scope: Construct, id: string, settings: SignInSettings) {
    super(scope, id);
    const { issuer, audience, scopes, pages } =
      settings.by === 'issuer' ? ofIssuer(settings) : this.pool(settings);
    this.issuer = issuer;
    this.audience = audience;
    this.scopes = scopes;
    this.configuration = Stack.of(this).toJsonString({ issuer, ...pages });
  }

  private pool({ webOrigin, signInDomain }: Extract<SignInSettings, { by: 'pool' }>): SignInFacts {
    const pool = new cognito.UserPool(this, 'Pool', {
      // Members are invited by their administrator: a stranger with an account would still be nobody's member, but why have one.
      selfSignUpEnabled: false,
      // An employee number, or the address if there is one; on the shop floor many have none.
      signInAliases: { username: true, email: true },
      signInCaseSensitive: false,
      mfa: cognito.Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        // Length is what counts; rules about kinds of characters make passwords end up on slips of paper.
        minLength: 12,
        requireLowercase: false,
        requireUppercase: false,
        requireDigits: false,
        requireSymbols: false,
        tempPasswordValidity: Duration.days(7),
      },
      accountRecovery: cognito.AccountRecovery.EMAIL_ONLY,
      // The plan with the newer sign-in pages, which can speak Chinese.
      featurePlan: cognito.FeaturePlan.ESSENTIALS,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const domain = pool.addDomain('SignIn', {
      // Domains are shared by everybody in the region; the account's number makes ours our own.
      cognitoDomain: { domainPrefix: signInDomain ?? `golden-ideas-${Aws.ACCOUNT_ID}` },
      managedLoginVersion: cognito.ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    const client = pool.addClient('Web', {
      // A page can keep no secret: authorization code with PKCE, which Cognito asks of a client without one.
      generateSecret: false,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [cognito.OAuthScope.OPENID],
        callbackUrls: [`${webOrigin}${CALLBACK_PATH}`],
        logoutUrls: [`${webOrigin}/`],
      },
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      // The sign-in pages are the only door: no flow in which a script sends a password.
      authFlows: { userPassword: false, userSrp: false, adminUserPassword: false, custom: false },
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      // What the local sign-in gives, too. Who leaves the firm is out by the member list at once, whatever their token says.
      accessTokenValidity: Duration.minutes(30),
      idTokenValidity: Duration.minutes(30),
      // From one deliberation day to the next a phone need not sign in again.
      refreshTokenValidity: Duration.days(40),
    });
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
      pages: { clientId, scope: SCOPE, logout: { like: 'cognito', url: `${domain.baseUrl()}/logout` } },
    };
  }
}
