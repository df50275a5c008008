/**
 * The accounts: a Cognito user pool, for a firm without an OIDC issuer of its own. Accounts cannot
 * be made again, because members are known by their `sub`, so the pool is kept like the table.
 */
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { INITIAL_PASSWORD_DAYS, LEAST_PASSWORD_LENGTH } from '../sign-in/passwords.ts';
import { acceptFindings } from './accepted-findings.ts';
import type { PoolSettings } from './settings.ts';

const PLANS = {
  essentials: cognito.FeaturePlan.ESSENTIALS,
  lite: cognito.FeaturePlan.LITE,
} as const;

export class UserPool extends Construct {
  readonly resource: cognito.UserPool;

  constructor(scope: Construct, id: string, { plan, mail }: PoolSettings) {
    super(scope, id);
    this.resource = new cognito.UserPool(this, 'Pool', {
      // Members are invited by their administrator. A stranger with an account would still be
      // nobody's member, but needs none.
      selfSignUpEnabled: false,
      // An employee number, or the e-mail address if there is one; on the shop floor many have
      // none.
      signInAliases: { username: true, email: true },
      signInCaseSensitive: false,
      mfa: cognito.Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: LEAST_PASSWORD_LENGTH,
        requireLowercase: false,
        requireUppercase: false,
        requireDigits: false,
        requireSymbols: false,
        tempPasswordValidity: Duration.days(INITIAL_PASSWORD_DAYS),
      },
      accountRecovery: cognito.AccountRecovery.EMAIL_ONLY,
      userVerification: {
        emailSubject: '金点子验证码 Golden Ideas: your code',
        emailBody: '您的验证码是 {####}，请勿告诉他人。Your code is {####}; tell it to nobody.',
      },
      ...(mail && {
        email: cognito.UserPoolEmail.withSES({
          fromEmail: mail.from,
          fromName: '金点子 Golden Ideas',
          sesVerifiedDomain: mail.domain,
          sesRegion: mail.region ?? Aws.REGION,
        }),
      }),
      featurePlan: PLANS[plan],
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acceptFindings(this.resource, {
      'AwsSolutions-COG1':
        'Length protects better than kinds of characters, which people on a phone get wrong (NIST SP 800-63B).',
      'AwsSolutions-COG2':
        'Hardly anybody on the shop floor has an authenticator; whoever has one may use it.',
      'AwsSolutions-COG8':
        'The Plus plan costs several times more per person and is for risks of public sign-up, which is off.',
    });
  }
}
