/**
 * The parts of the stack besides the functions: the table, the API's routes, sign-in, the schedules
 * and the stream.
 */
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { initialPassword } from '../../infra/cli/initial-password.ts';
import { PAGES_CLIENT } from '../../infra/sign-in/pages-client.ts';
import { INITIAL_PASSWORD_DAYS, LEAST_PASSWORD_LENGTH } from '../../infra/sign-in/passwords.ts';
import { version } from '../../package.json';
import { API_PREFIX } from '../../shared/contract/route.ts';
import { ROUTES } from '../../shared/contract/routes/table.ts';
import { INDEXES } from '../../shared/store/table.ts';
import { parseConfiguration } from '../../web/session/configuration.ts';
import { CALLBACK_PATH } from '../../web/session/own-paths.ts';
import { get, lambdas, stack, synthesize } from './template.ts';

const only = (type: string) => {
  const found = [...stack.ofType(type).values()];
  expect(found, type).toHaveLength(1);
  return found[0]!.Properties;
};

describe('a resource with data', () => {
  it('stays when the stack or the resource is deleted', () => {
    const stateful = [...stack.resources].filter(([, { Type }]) => STATEFUL.includes(Type));
    expect(stateful).toHaveLength(1 + 1 + 1 + 5 + 8 + 16);
    for (const [name, { Type, DeletionPolicy, UpdateReplacePolicy }] of stateful) {
      expect(UpdateReplacePolicy, name).toBe('Retain');
      // After a failed first deployment these are empty, and may be deleted.
      const passing = ['AWS::SQS::Queue', 'AWS::S3::Bucket', 'AWS::Logs::LogGroup'].includes(Type);
      expect(DeletionPolicy, name).toBe(
        passing && name !== 'SitePages' ? 'RetainExceptOnCreate' : 'Retain',
      );
    }
  });

  it('is of a known kind', () => {
    const known = [...STATEFUL, ...STATELESS];
    expect(
      [...stack.resources.values()].map(({ Type }) => Type).filter(type => !known.includes(type)),
    ).toEqual([]);
  });

  it('deletes logs after their retention, all of them', () => {
    for (const [name, { Properties }] of stack.ofType('AWS::Logs::LogGroup'))
      expect(Properties.RetentionInDays, name).toBe(90);
  });

  it('is tagged', () => {
    expect(only('AWS::Cognito::UserPool').UserPoolTags).toEqual({
      project: 'golden-ideas',
      capability: 'identity',
    });
    expect(get(stack.ofType('AWS::Lambda::Function'), 'ApiEmployeeFunction').Tags).toEqual([
      { Key: 'capability', Value: 'api' },
      { Key: 'project', Value: 'golden-ideas' },
    ]);
  });

  it('leaves the dashboard untagged, even if everything else is tagged: some regions refuse tags', () => {
    const tagged = synthesize({}, { costs: 'works' });
    const [board] = tagged.ofType('AWS::CloudWatch::Dashboard').values();
    expect(board?.Properties).not.toHaveProperty('Tags');
    expect(get(tagged.ofType('AWS::Lambda::Function'), 'ApiEmployeeFunction').Tags).toContainEqual({
      Key: 'costs',
      Value: 'works',
    });
  });
});

describe('the table', () => {
  const table = only('AWS::DynamoDB::GlobalTable');

  it('is keyed, billed, streamed and expired as the store expects', () => {
    expect(table).toMatchObject({
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      BillingMode: 'PAY_PER_REQUEST',
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    });
  });

  it('is protected', () => {
    expect(table.Replicas).toEqual([
      expect.objectContaining({
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: {
          PointInTimeRecoveryEnabled: true,
          RecoveryPeriodInDays: 35,
        },
      }),
    ]);
  });

  it('has exactly the indexes of the store, with their keys in order and whole items', () => {
    expect(table.GlobalSecondaryIndexes).toHaveLength(Object.keys(INDEXES).length);
    for (const { name, partition, sort } of Object.values(INDEXES))
      expect(table.GlobalSecondaryIndexes).toContainEqual({
        IndexName: name,
        KeySchema: [
          ...partition.map(AttributeName => ({ AttributeName, KeyType: 'HASH' })),
          ...sort.map(AttributeName => ({ AttributeName, KeyType: 'RANGE' })),
        ],
        Projection: { ProjectionType: 'ALL' },
      });
  });
});

describe('the key of the keyed hash', () => {
  const key = only('AWS::KMS::Key');

  it('makes hashes and does nothing else', () => {
    expect(key).toMatchObject({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' });
    // Another key would make other hashes.
    expect(key.EnableKeyRotation).toBeUndefined();
  });

  it('cannot be deleted by mistake', () => {
    expect(key.PendingWindowInDays).toBe(30);
    expect(key.KeyPolicy).toMatchObject({
      Statement: expect.arrayContaining([
        {
          Sid: 'NoDeletion',
          Effect: 'Deny',
          Action: 'kms:ScheduleKeyDeletion',
          Principal: { AWS: '*' },
          Resource: '*',
        },
      ]),
    });
  });
});

describe('the API', () => {
  const FUNCTION = {
    employee: 'ApiEmployee',
    committee: 'ApiCommittee',
    manager: 'ApiManager',
    administrator: 'ApiAdministrator',
    search: 'ApiSearch',
    zone: 'ApiZone',
    photos: 'ApiPictures',
  };
  const routes = [...stack.ofType('AWS::ApiGatewayV2::Route').values()].map(
    ({ Properties }) => Properties,
  );

  it('has the routes of the contract and no other', () => {
    const contract = ROUTES.map(({ method, path }) => `${method} ${API_PREFIX}${path}`);
    expect(routes.map(({ RouteKey }) => RouteKey).toSorted()).toEqual(contract.toSorted());
  });

  it.for(ROUTES)(
    'leads $method $path to its audience, behind the authorizer',
    ({ method, path, audience, access }) => {
      const route = routes.find(({ RouteKey }) => RouteKey === `${method} ${API_PREFIX}${path}`)!;
      const integration = String(route.Target).replace('integrations/', '');
      expect(get(stack.ofType('AWS::ApiGatewayV2::Integration'), integration)).toMatchObject({
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: `${FUNCTION[audience]}Live`,
        PayloadFormatVersion: '2.0',
      });
      // Of a pool's tokens only access tokens carry a scope.
      expect([route.AuthorizationType, route.AuthorizerId, route.AuthorizationScopes]).toEqual(
        access.who === 'anybody'
          ? ['NONE', undefined, undefined]
          : ['JWT', 'ApiHttpSignedIn', ['openid']],
      );
    },
  );

  it('may call the functions behind its routes, and is the only gateway that may', () => {
    const permissions = [...stack.ofType('AWS::Lambda::Permission').values()]
      .map(({ Properties }) => Properties)
      // EventBridge’s, for uploads.
      .filter(({ FunctionName }) => FunctionName !== 'PhotosCleaningLive');
    expect(permissions.map(({ FunctionName }) => FunctionName).toSorted()).toEqual(
      Object.values(FUNCTION)
        .map(name => `${name}Live`)
        .toSorted(),
    );
    for (const { Principal, SourceArn } of permissions) {
      expect(Principal).toBe('apigateway.amazonaws.com');
      expect(SourceArn).toMatch(/:execute-api:AWS::Region:AWS::AccountId:ApiHttp\/\*\/\*\/\*$/);
    }
  });

  it('requires a token of the pool, for its client', () => {
    expect(only('AWS::ApiGatewayV2::Authorizer')).toMatchObject({
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer: 'IdentityPool.ProviderURL', Audience: ['IdentityPoolWeb'] },
    });
  });

  it('is throttled, and logs requests without their callers', () => {
    const { DefaultRouteSettings, AccessLogSettings, StageName } = only('AWS::ApiGatewayV2::Stage');
    expect(StageName).toBe('$default');
    expect(DefaultRouteSettings).toEqual({ ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 });
    const { DestinationArn, Format } = z
      .object({ DestinationArn: z.string(), Format: z.string() })
      .parse(AccessLogSettings);
    expect(DestinationArn).toBe('ApiAccessLogs.Arn');
    const logged = z.record(z.string(), z.string()).parse(JSON.parse(Format));
    expect(Object.values(logged).toSorted()).toEqual([
      '$context.error.responseType',
      '$context.integrationLatency',
      '$context.integrationStatus',
      '$context.requestId',
      '$context.requestTime',
      '$context.responseLatency',
      '$context.responseLength',
      '$context.routeKey',
      '$context.status',
    ]);
  });
});

describe('sign-in', () => {
  it('by the pool: no self sign-up, an optional second factor, protected', () => {
    expect(only('AWS::Cognito::UserPool')).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'OPTIONAL',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      DeletionProtection: 'ACTIVE',
    });
  });

  it('by the pool: a client without a secret, by code only, returning to the pages only', () => {
    expect(only('AWS::Cognito::UserPoolClient')).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthScopes: ['openid'],
      // The address of the site, which this very deployment makes.
      CallbackURLs: ['https://SiteDistribution.DomainName/signed-in'],
      LogoutURLs: ['https://SiteDistribution.DomainName/'],
      // Not empty, because then Cognito would allow its usual flows; none that works without a function.
      ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH'],
      PreventUserExistenceErrors: 'ENABLED',
      EnableTokenRevocation: true,
    });
    expect(only('AWS::Cognito::UserPool')).not.toHaveProperty('LambdaConfig');
  });

  it('by the pool: its client permits what the pages and the local sign-in use, and no more', () => {
    const client = only('AWS::Cognito::UserPoolClient');
    const path = (urls: unknown) =>
      z
        .array(z.url())
        .parse(urls)
        .map(one => new URL(one).pathname);
    const lives = z
      .object({
        AccessTokenValidity: z.number(),
        IdTokenValidity: z.number(),
        RefreshTokenValidity: z.number(),
        TokenValidityUnits: z.object({
          AccessToken: z.literal('minutes'),
          IdToken: z.literal('minutes'),
          RefreshToken: z.literal('minutes'),
        }),
      })
      .parse(client);
    expect({
      callbackPath: path(client.CallbackURLs).join(),
      signedOutPath: path(client.LogoutURLs).join(),
      scopes: client.AllowedOAuthScopes,
      accessTokenSeconds: lives.AccessTokenValidity * 60,
      refreshTokenSeconds: lives.RefreshTokenValidity * 60,
      rotation: client.RefreshTokenRotation,
    }).toEqual({
      callbackPath: PAGES_CLIENT.callbackPath,
      signedOutPath: PAGES_CLIENT.signedOutPath,
      scopes: PAGES_CLIENT.scopes,
      accessTokenSeconds: PAGES_CLIENT.accessTokenSeconds,
      refreshTokenSeconds: PAGES_CLIENT.refreshTokenSeconds,
      rotation: {
        Feature: 'ENABLED',
        RetryGracePeriodSeconds: PAGES_CLIENT.rotationGraceSeconds,
      },
    });
    expect(lives.IdTokenValidity).toBe(lives.AccessTokenValidity);
    expect(CALLBACK_PATH).toBe(PAGES_CLIENT.callbackPath);
    const { scope } = parseConfiguration({ issuer: '', clientId: '' });
    expect(scope.split(' ')).toEqual(PAGES_CLIENT.scopes);
  });

  it('by the pool: passwords as the command for accounts makes them', () => {
    expect(only('AWS::Cognito::UserPool').Policies).toEqual({
      PasswordPolicy: {
        MinimumLength: LEAST_PASSWORD_LENGTH,
        RequireLowercase: false,
        RequireNumbers: false,
        RequireSymbols: false,
        RequireUppercase: false,
        TemporaryPasswordValidityDays: INITIAL_PASSWORD_DAYS,
      },
    });
    for (let count = 0; count < 20; count += 1)
      expect(initialPassword().length).toBeGreaterThanOrEqual(LEAST_PASSWORD_LENGTH);
  });

  it('by the pool on Lite: no feature of Essentials; mail through SES', { timeout: 30_000 }, () => {
    const lite = synthesize({
      site: 'none',
      webOrigin: 'https://golden-ideas.example',
      signInPlan: 'lite',
      mailFrom: 'ideas@golden-ideas.example',
    });
    const [pool] = [...lite.ofType('AWS::Cognito::UserPool').values()];
    expect(pool?.Properties).toMatchObject({
      UserPoolTier: 'LITE',
      EmailConfiguration: {
        EmailSendingAccount: 'DEVELOPER',
        From: expect.stringContaining('<ideas@golden-ideas.example>'),
        SourceArn: expect.anything(),
      },
    });
    expect(JSON.stringify(pool?.Properties.EmailConfiguration)).toContain(
      'identity/golden-ideas.example',
    );
    const [client] = [...lite.ofType('AWS::Cognito::UserPoolClient').values()];
    expect(client?.Properties.ExplicitAuthFlows).toEqual(['ALLOW_REFRESH_TOKEN_AUTH']);
    expect(client?.Properties).not.toHaveProperty('RefreshTokenRotation');
    const [domain] = [...lite.ofType('AWS::Cognito::UserPoolDomain').values()];
    expect(domain?.Properties.ManagedLoginVersion).toBe(1);
    expect([...lite.ofType('AWS::Cognito::ManagedLoginBranding').values()]).toEqual([]);
    expect(only('AWS::Cognito::UserPool')).toMatchObject({ UserPoolTier: 'ESSENTIALS' });
    expect(only('AWS::Cognito::UserPool')).not.toHaveProperty('EmailConfiguration');
  });

  it("by the firm's own issuer: no pool, and its tokens asked for", { timeout: 30_000 }, () => {
    const own = synthesize({
      issuer: 'https://login.example/realm',
      audience: 'golden-ideas',
      clientId: 'pages',
      scope: 'ideas.use',
      offlineAccess: 'true',
    });
    expect(
      [...own.resources.values()].filter(({ Type }) => Type.startsWith('AWS::Cognito::')),
    ).toEqual([]);
    expect(
      get(own.ofType('AWS::ApiGatewayV2::Authorizer'), 'ApiHttpSignedIn').JwtConfiguration,
    ).toEqual({
      Issuer: 'https://login.example/realm',
      Audience: ['golden-ideas'],
    });
    expect(own.outputs).toMatchObject({
      Issuer: 'https://login.example/realm',
      Audience: 'golden-ideas',
    });
    expect(parseConfiguration(JSON.parse(String(own.outputs.Configuration)))).toEqual({
      issuer: 'https://login.example/realm',
      clientId: 'pages',
      scope: 'openid ideas.use offline_access',
    });
    const scopes = own.ofType('AWS::ApiGatewayV2::Route').values();
    expect(
      new Set([...scopes].map(({ Properties }) => JSON.stringify(Properties.AuthorizationScopes))),
    ).toEqual(new Set([undefined, '["ideas.use"]']));
  });
});

describe.for([
  {
    prefix: 'Cycle',
    schedule: 'CycleEveryMinute',
    lambda: 'CycleDueRounds',
    expression: 'rate(1 minute)',
    seconds: 60,
  },
  {
    prefix: 'Audit',
    schedule: 'AuditTwiceADay',
    lambda: 'AuditNumbersAudit',
    expression: 'cron(0 6,18 * * ? *)',
    seconds: 60 * 60,
  },
])('the schedule $schedule', ({ prefix, schedule, lambda, expression, seconds }) => {
  it('calls its function, and keeps undelivered calls', () => {
    expect(get(stack.ofType('AWS::Scheduler::Schedule'), schedule)).toMatchObject({
      ScheduleExpression: expression,
      FlexibleTimeWindow: { Mode: 'OFF' },
      State: 'ENABLED',
      Target: {
        Arn: `${lambda}Live`,
        RoleArn: `${prefix}CallerRole.Arn`,
        RetryPolicy: { MaximumEventAgeInSeconds: seconds, MaximumRetryAttempts: 2 },
        DeadLetterConfig: { Arn: `${prefix}Undelivered.Arn` },
      },
    });
  });

  it('may call that function and report a failure, and nothing else', () => {
    expect(
      get(stack.ofType('AWS::IAM::Policy'), `${prefix}CallerRoleDefaultPolicy`).PolicyDocument,
    ).toMatchObject({
      Statement: [
        { Action: 'lambda:InvokeFunction', Effect: 'Allow', Resource: `${lambda}Live` },
        { Action: 'sqs:SendMessage', Effect: 'Allow', Resource: `${prefix}Undelivered.Arn` },
      ],
    });
    expect(
      get(stack.ofType('AWS::IAM::Role'), `${prefix}CallerRole`).AssumeRolePolicyDocument,
    ).toMatchObject({
      Statement: [
        {
          Principal: { Service: 'scheduler.amazonaws.com' },
          Condition: {
            StringEquals: {
              'aws:SourceAccount': 'AWS::AccountId',
              'aws:SourceArn': expect.stringMatching(/:schedule-group\/default$/),
            },
          },
        },
      ],
    });
  });

  it('drops late calls', () => {
    expect(
      get(stack.ofType('AWS::Lambda::EventInvokeConfig'), `${lambda}LiveEventInvokeConfig`),
    ).toMatchObject({
      FunctionName: `${lambda}Function`,
      MaximumEventAgeInSeconds: seconds,
      MaximumRetryAttempts: 0,
    });
  });
});

describe('schedules', () => {
  it('are those two, and their functions run one at a time', () => {
    expect([...stack.ofType('AWS::Scheduler::Schedule').keys()].toSorted()).toEqual([
      'AuditTwiceADay',
      'CycleEveryMinute',
    ]);
    for (const name of ['AuditNumbersAuditFunction', 'CycleDueRoundsFunction'])
      expect(get(lambdas, name).ReservedConcurrentExecutions, name).toBe(1);
  });

  it('only compare numbers: an operator requests corrections by hand', () => {
    const { Target } = get(stack.ofType('AWS::Scheduler::Schedule'), 'AuditTwiceADay');
    expect(Target).toMatchObject({ Input: '{"repair":false}' });
  });
});

describe.for([
  {
    name: 'the stream to numbers',
    mapping: 'MetricsStream',
    callee: 'MetricsAdoptionMetrics',
    records: 'MetricsUncountedRecords',
    types: ['idea', 'vote', 'support', 'comment', 'member', 'probe'],
  },
  {
    name: 'the stream to what is searched',
    mapping: 'SearchStream',
    callee: 'SearchIndex',
    records: 'SearchUnindexedRecords',
    types: ['idea'],
  },
])('$name', ({ mapping: id, callee, records, types }) => {
  const mapping = get(stack.ofType('AWS::Lambda::EventSourceMapping'), id);

  it('starts its function with batches, from the first record on, and gives a record up in the end', () => {
    expect(mapping).toMatchObject({
      EventSourceArn: 'DataTable.StreamArn',
      FunctionName: `part 6 of ${callee}Live:live`,
      StartingPosition: 'TRIM_HORIZON',
      BatchSize: 100,
      MaximumBatchingWindowInSeconds: 1,
      ParallelizationFactor: 1,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 20,
      MaximumRecordAgeInSeconds: 22 * 60 * 60,
      DestinationConfig: { OnFailure: { Destination: `${records}.Arn` } },
    });
  });

  it('is mapped once its role may read it', () => {
    expect(stack.resources.get(id)?.DependsOn).toContain(`${callee}RoleDefaultPolicy`);
  });

  it.for(types)('passes on changes of items of type %s', type => {
    const image = { type: { S: type } };
    expect(passes({ eventName: 'INSERT', dynamodb: { NewImage: image } })).toBe(true);
    expect(passes({ eventName: 'MODIFY', dynamodb: { NewImage: image, OldImage: image } })).toBe(
      true,
    );
    expect(passes({ eventName: 'REMOVE', dynamodb: { OldImage: image } })).toBe(true);
  });

  it.for([
    'statistics',
    'tally',
    'supports',
    'headcount',
    'participant',
    'round',
    'bulletin',
    'organization',
    'search-segment',
    'search-version',
  ])('leaves items of type %s aside', type => {
    const image = { type: { S: type } };
    expect(passes({ eventName: 'MODIFY', dynamodb: { NewImage: image, OldImage: image } })).toBe(
      false,
    );
    expect(passes({ eventName: 'REMOVE', dynamodb: { OldImage: image } })).toBe(false);
  });

  it('ignores markers, which have no type, also when they expire', () => {
    const image = { pk: { S: 'SEEN#1' } };
    expect(passes({ eventName: 'INSERT', dynamodb: { NewImage: image } })).toBe(false);
    expect(passes({ eventName: 'REMOVE', dynamodb: { OldImage: image } })).toBe(false);
  });

  /**
   * Whether one of the mapping's filters matches, as Lambda matches: lists are alternatives,
   * objects are nested.
   */
  function passes(record: object): boolean {
    const { Filters } = z
      .object({ Filters: z.array(z.object({ Pattern: z.string() })) })
      .parse(mapping.FilterCriteria);
    return Filters.some(({ Pattern }) => matches(JSON.parse(Pattern), record));
  }
});

describe('the queues', () => {
  const queues = stack.ofType('AWS::SQS::Queue');

  it('are those of the schedules and the stream', () => {
    expect([...queues.keys()].toSorted()).toEqual([
      'AuditUndelivered',
      'CycleUndelivered',
      'MetricsUncountedUnlisted',
      'MetricsUncountedWaiting',
      'PhotosUncleaned',
      'PhotosUndelivered',
      'SearchUnindexedUnlisted',
      'SearchUnindexedWaiting',
    ]);
  });

  it.for([...queues.keys()])(
    '%s is encrypted, keeps messages for two weeks and refuses plain HTTP',
    name => {
      expect(queues.get(name)?.Properties).toMatchObject({
        SqsManagedSseEnabled: true,
        MessageRetentionPeriod: 14 * 24 * 60 * 60,
      });
      expect(get(stack.ofType('AWS::SQS::QueuePolicy'), `${name}Policy`)).toMatchObject({
        Queues: [name],
        PolicyDocument: {
          Statement: expect.arrayContaining([
            {
              Effect: 'Deny',
              Action: 'sqs:*',
              Principal: { AWS: '*' },
              Resource: `${name}.Arn`,
              Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            },
          ]),
        },
      });
    },
  );
});

it('outputs the pages’ configuration of signing in at the pool, and out', () => {
  const { Configuration } = stack.outputs;
  expect(parseConfiguration(JSON.parse(String(Configuration)))).toEqual({
    issuer: 'IdentityPool.ProviderURL',
    clientId: 'IdentityPoolWeb',
    scope: 'openid',
    logout: { like: 'cognito', url: expect.stringMatching(/^https:\/\/.+\/logout$/) },
  });
  expect(JSON.parse(String(Configuration))).toMatchObject({ release: version });
});

it('outputs the API’s address and the issuer and audience of its tokens', () => {
  expect(stack.outputs).toEqual({
    Configuration: expect.any(String),
    Address: 'https://SiteDistribution.DomainName',
    DistributionHost: 'SiteDistribution.DomainName',
    ApiUrl: 'ApiHttp.ApiEndpoint',
    Issuer: 'IdentityPool.ProviderURL',
    Audience: 'IdentityPoolWeb',
    AlarmTopic: 'AlarmsTopic',
    UncountedQueue: 'MetricsUncountedWaiting',
    Release: version,
    CountingFunction: 'MetricsAdoptionMetricsFunction:live',
    UnindexedQueue: 'SearchUnindexedWaiting',
    SearchIndexFunction: 'SearchIndexFunction:live',
    FoundingFunction: 'FoundingFunction:live',
  });
});

const STATEFUL = [
  'AWS::DynamoDB::GlobalTable',
  'AWS::KMS::Key',
  'AWS::Cognito::UserPool',
  'AWS::S3::Bucket',
  'AWS::SQS::Queue',
  'AWS::Logs::LogGroup',
];
const STATELESS = [
  'AWS::Logs::MetricFilter',
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::CloudFront::CachePolicy',
  'AWS::CloudFront::Distribution',
  'AWS::CloudFront::Function',
  'AWS::CloudFront::OriginAccessControl',
  'AWS::CloudFront::ResponseHeadersPolicy',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::CodeDeploy::Application',
  'AWS::CodeDeploy::DeploymentGroup',
  'AWS::Cognito::ManagedLoginBranding',
  'AWS::Cognito::UserPoolClient',
  'AWS::Cognito::UserPoolDomain',
  'AWS::Events::Rule',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::Lambda::Alias',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::Lambda::LayerVersion',
  'AWS::Lambda::Permission',
  'AWS::Lambda::Version',
  'AWS::S3::BucketPolicy',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
  'AWS::Scheduler::Schedule',
  'AWS::SecretsManager::Secret',
  'Custom::CDKBucketDeployment',
];

function matches(pattern: unknown, value: unknown): boolean {
  if (Array.isArray(pattern)) return pattern.includes(value);
  if (
    typeof pattern !== 'object' ||
    pattern === null ||
    typeof value !== 'object' ||
    value === null
  )
    return false;
  const fields = new Map(Object.entries(value));
  return Object.entries(pattern).every(([key, inner]) => matches(inner, fields.get(key)));
}
