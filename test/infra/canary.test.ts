/** The canary on AWS: what it may do, who is told, and what its token opens. */
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { canaryEnv } from '../../functions/canary/env.ts';
import { get, stack, synthesize } from './template.ts';

const withCanary = synthesize({ canary: 'on' });
const OWN_ISSUER = { issuer: 'https://login.example', audience: 'golden-ideas', clientId: 'pages' };

it('is not there unless asked for', () => {
  expect([...stack.resources.keys()].filter(name => name.includes('Canary'))).toEqual([]);
});

describe('with a pool', () => {
  const environment = z.object({ Variables: z.record(z.string(), z.string()) });
  const { Variables } = environment.parse(
    get(withCanary.ofType('AWS::Lambda::Function'), 'CanaryFunction').Environment,
  );

  it('knows the address, the issuer, its client and its password, and no table', () => {
    expect(Variables).toEqual({
      ADDRESS: 'https://SiteDistribution.DomainName',
      ISSUER: 'IdentityPool.ProviderURL',
      CLIENT_ID: 'IdentityCanary',
      CLIENT_SECRET: 'IdentityCanary.ClientSecret',
      PASSWORD: '{{resolve:secretsmanager:CanaryPassword:SecretString:::}}',
    });
    expect(Object.keys(canaryEnv.shape).toSorted()).toEqual(Object.keys(Variables).toSorted());
  });

  it('may write its log and its traces, and nothing else', () => {
    const { PolicyDocument } = get(
      withCanary.ofType('AWS::IAM::Policy'),
      'CanaryRoleDefaultPolicy',
    );
    const { Statement } = z
      .object({ Statement: z.array(z.object({ Action: z.unknown() })) })
      .parse(PolicyDocument);
    expect(Statement.flatMap(({ Action }) => Action).toSorted()).toEqual([
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      'xray:PutTelemetryRecords',
      'xray:PutTraceSegments',
    ]);
  });

  it('has a client that needs a secret, gives no refresh for long, and opens no sign-in page', () => {
    expect(get(withCanary.ofType('AWS::Cognito::UserPoolClient'), 'IdentityCanary')).toMatchObject({
      GenerateSecret: true,
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      AllowedOAuthFlowsUserPoolClient: false,
      PreventUserExistenceErrors: 'ENABLED',
      AccessTokenValidity: 5,
    });
    // The pages' client still lets no script send a password.
    expect(get(withCanary.resources, 'IdentityPoolWeb')).toEqual(
      get(stack.resources, 'IdentityPoolWeb'),
    );
  });

  it('has a token that opens the one route of the question who one is', () => {
    expect(
      get(withCanary.ofType('AWS::ApiGatewayV2::Authorizer'), 'ApiHttpSignedIn').JwtConfiguration,
    ).toEqual({
      Issuer: 'IdentityPool.ProviderURL',
      Audience: ['IdentityPoolWeb', 'IdentityCanary'],
    });
    const open = [...withCanary.ofType('AWS::ApiGatewayV2::Route').values()].flatMap(
      ({ Properties: { AuthorizationScopes, RouteKey } }) =>
        JSON.stringify(AuthorizationScopes)?.includes('aws.cognito.signin.user.admin')
          ? [RouteKey]
          : [],
    );
    expect(open).toEqual(['GET /api/me']);
  });

  it('runs every five minutes; failing and not running raise alarms', () => {
    expect(
      get(withCanary.ofType('AWS::Scheduler::Schedule'), 'CanaryEveryFiveMinutes'),
    ).toMatchObject({
      ScheduleExpression: 'rate(5 minutes)',
      Target: { Arn: 'CanaryLive', DeadLetterConfig: { Arn: 'CanaryUndelivered.Arn' } },
    });
    const alarms = withCanary.ofType('AWS::CloudWatch::Alarm');
    expect(get(alarms, 'CanaryErrors')).toMatchObject({ Threshold: 1, EvaluationPeriods: 2 });
    expect(get(alarms, 'CanaryNotRunning')).toMatchObject({
      MetricName: 'Invocations',
      TreatMissingData: 'breaching',
      Period: 300,
      EvaluationPeriods: 3,
    });
  });

  it('says where the password is, for the command that makes the account', () => {
    expect(withCanary.outputs.CanaryPassword).toBe('CanaryPassword');
  });
});

describe('with an issuer of the firm’s own', () => {
  const own = synthesize({ ...OWN_ISSUER, canary: 'on' });

  it('has no account, and reads what strangers can', () => {
    expect(get(own.ofType('AWS::Lambda::Function'), 'CanaryFunction').Environment).toMatchObject({
      Variables: {
        CLIENT_ID: '',
        CLIENT_SECRET: '',
        PASSWORD: '',
        ISSUER: 'https://login.example',
      },
    });
    expect(own.outputs.CanaryPassword).toBeUndefined();
  });
});

it.for([
  [{ canary: 'yes' }, /canary: on or off/],
  [{ ...OWN_ISSUER, site: 'none', canary: 'on' }, /canary needs the address/],
] as const)('refuses %o', ([context, why]) => {
  expect(() => synthesize(context)).toThrow(why);
});
