/** Rules for every Lambda: its runtime, its logs, its environment and its rights. */
import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { administratorEnv } from '../../functions/administrator/env.ts';
import { adoptionMetricsEnv } from '../../functions/adoption-metrics/env.ts';
import { committeeEnv } from '../../functions/committee/env.ts';
import { LAST_VOTES_STORED_MS } from '../../functions/deliberation-cycle/agenda.ts';
import { deliberationCycleEnv } from '../../functions/deliberation-cycle/env.ts';
import { dueRoundsEnv } from '../../functions/due-rounds/env.ts';
import { LONGEST_CALL_MS } from '../../functions/due-rounds/handler.ts';
import { employeeEnv } from '../../functions/employee/env.ts';
import { foundingEnv } from '../../functions/founding/env.ts';
import { managerEnv } from '../../functions/manager/env.ts';
import { photoCleaningEnv } from '../../functions/photo-cleaning/env.ts';
import { photosEnv } from '../../functions/photos/env.ts';
import { reconciliationEnv } from '../../functions/reconciliation/env.ts';
import { searchEnv } from '../../functions/search/env.ts';
import { searchIndexEnv } from '../../functions/search-index/env.ts';
import { zoneEnv } from '../../functions/zone/env.ts';
import { bundle } from '../../infra/aws/bundle.ts';
import { FUNCTIONS, get, lambdas, stack } from './template.ts';

const run = promisify(execFile);
const each = Object.entries(FUNCTIONS).map(([prefix, name]) => ({
  name,
  prefix,
  lambda: get(lambdas, `${prefix}Function`),
}));

it('there is a Lambda for each folder of functions, and one of CDK’s that uploads the pages', () => {
  expect([...lambdas.keys()].toSorted()).toEqual(
    each.map(({ prefix }) => `${prefix}Function`).toSorted(),
  );
  expect(stack.ofType('AWS::Lambda::Function').size).toBe(lambdas.size + 1);
});

it('no two Lambdas run the same code', () => {
  const code = z.object({ S3Key: z.string() });
  const keys = each.map(one => code.parse(one.lambda.Code).S3Key);
  expect(new Set(keys).size).toBe(each.length);
});

describe.for(each)('$name', ({ name, prefix, lambda }) => {
  it('runs on the pinned runtime and architecture, traced, with a timeout and memory of its own', () => {
    expect(lambda).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      TracingConfig: { Mode: 'Active' },
      Timeout: TIMEOUTS[name],
      MemorySize: expect.any(Number),
    });
  });

  it('logs JSON into a group of its own, with a retention', () => {
    expect(lambda.LoggingConfig).toEqual({
      LogGroup: `${prefix}Logs`,
      LogFormat: 'JSON',
      ApplicationLogLevel: 'INFO',
      SystemLogLevel: 'INFO',
    });
    expect(get(stack.ofType('AWS::Logs::LogGroup'), `${prefix}Logs`).RetentionInDays).toBe(90);
  });

  it('has the environment of its schema, and nothing else', () => {
    const { Variables } = z
      .object({ Variables: z.record(z.string(), z.string()) })
      .parse(lambda.Environment);
    const schema = ENVIRONMENTS[name];
    expect(Object.keys(Variables).toSorted()).toEqual(Object.keys(schema.shape).toSorted());
    expect(schema.parse(Variables)).toEqual(Variables);
    expect(Variables).toMatchObject({
      TABLE_NAME: 'DataTable',
      ...('HASH_KEY' in schema.shape && { HASH_KEY: 'HashesKey.Arn' }),
      ...('ORIGIN_SECRETS' in schema.shape && {
        ORIGIN_SECRETS: '{{resolve:secretsmanager:SiteOriginSecretNumber1:SecretString:::}}',
      }),
    });
  });

  it('names who is affected when it fails', () => {
    expect(lambda.Description).toMatch(new RegExp(`^${name}\\. When it fails: .{20,}\\.$`));
  });

  it('has a role of its own that only Lambda may assume', () => {
    expect(lambda.Role).toBe(`${prefix}Role.Arn`);
    const { AssumeRolePolicyDocument, ManagedPolicyArns, Policies } = get(
      stack.ofType('AWS::IAM::Role'),
      `${prefix}Role`,
    );
    expect(AssumeRolePolicyDocument).toMatchObject({
      Statement: [
        {
          Action: 'sts:AssumeRole',
          Effect: 'Allow',
          Principal: { Service: 'lambda.amazonaws.com' },
        },
      ],
    });
    expect([ManagedPolicyArns, Policies]).toEqual([undefined, undefined]);
  });

  it('may do this and no more', () => {
    expect(grantsOf(`${prefix}Role`)).toEqual(
      [
        'xray:PutTelemetryRecords on *',
        'xray:PutTraceSegments on *',
        `logs:CreateLogStream on ${prefix}Logs.Arn`,
        `logs:PutLogEvents on ${prefix}Logs.Arn`,
        ...RIGHTS[name],
      ].toSorted(),
    );
  });
});

describe('bundles', () => {
  const folders: string[] = [];
  afterAll(() => Promise.all(folders.map(folder => rm(folder, { recursive: true }))));

  /** Bundles a module; returns the path of its first file, and its size in kilobytes at a start. */
  function bundled(entry: string): { readonly index: string; readonly kilobytes: number } {
    const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
    folders.push(folder);
    const { start } = bundle(entry, folder);
    return { index: join(folder, 'index.mjs'), kilobytes: start / 1024 };
  }

  // That each runs by itself is tested with the runtime API.
  it.for(each)('that of $name keeps to its size limit', { timeout: 30_000 }, ({ name }) => {
    const { kilobytes } = bundled(`functions/${name}/index.ts`);
    expect(kilobytes).toBeLessThan(BUNDLE_KILOBYTES[name]);
  });

  it('a logged error names the lines of the source, not those of the bundle', async () => {
    const { stdout } = await run(process.execPath, [bundled('test/infra/failing.ts').index]);
    const place = /^at .*\btest\/infra\/failing\.ts:11:\d+\)?$/;
    expect(JSON.parse(stdout)).toEqual(expect.arrayContaining([expect.stringMatching(place)]));
  });
});

it('no role has a wildcard, except for tracing, which knows no resources, and for leaving objects in a bucket', () => {
  const grants = [...stack.ofType('AWS::IAM::Role').keys()].flatMap(grantsOf);
  expect(grants.length).toBeGreaterThan(50);
  // The text after “where” has patterns of keys, which narrow a grant.
  const wide = grants.filter(grant => grant.split(' where ')[0]?.includes('*'));
  expect(new Set(wide)).toEqual(
    new Set([
      'xray:PutTelemetryRecords on *',
      'xray:PutTraceSegments on *',
      's3:PutObject on MetricsUncountedRecords.Arn/*',
      's3:PutObject on SearchUnindexedRecords.Arn/*',
      's3:PutObject on SitePages.Arn/*',
      // Pictures, each in the place of its id.
      's3:PutObject on PhotosUploads.Arn/*',
      's3:GetObject on PhotosUploads.Arn/*',
      's3:DeleteObject on PhotosUploads.Arn/*',
      's3:PutObject on Photos.Arn/*',
      's3:GetObject on Photos.Arn/*',
      's3:DeleteObject on Photos.Arn/*',
      // As in AWS's own policy for CodeDeploy.
      'cloudwatch:DescribeAlarms on *',
    ]),
  );
});

it('every policy belongs to exactly one role, and every role to one caller', () => {
  const policies = [...stack.ofType('AWS::IAM::Policy').values()].map(
    ({ Properties }) => Properties.Roles,
  );
  const roles = [...stack.ofType('AWS::IAM::Role').keys()];
  expect(policies.flat().toSorted()).toEqual(roles.toSorted());
  expect(roles.toSorted()).toEqual(
    [
      ...each.map(({ prefix }) => `${prefix}Role`),
      'CycleCallerRole',
      'AuditCallerRole',
      'RolloutRole',
      'SiteUploadRole',
    ].toSorted(),
  );
});

const TIMEOUTS = {
  employee: 10,
  committee: 28,
  manager: 28,
  administrator: 28,
  search: 20,
  photos: 10,
  'photo-cleaning': 60,
  zone: 20,
  'due-rounds': 600,
  'deliberation-cycle': 300,
  'adoption-metrics': 60,
  'search-index': 60,
  reconciliation: 900,
  founding: 50,
};

it('a call of the calendar fits into the time for which it is reckoned, and into its caller’s', () => {
  expect(TIMEOUTS['deliberation-cycle'] * 1000).toBeLessThan(LONGEST_CALL_MS);
  expect(TIMEOUTS['due-rounds'] * 1000).toBeGreaterThan(LONGEST_CALL_MS + 240_000);
});

it('a function that takes a vote is ended before closing relies on all votes being stored', () => {
  expect(TIMEOUTS.committee * 1000).toBeLessThan(LAST_VOTES_STORED_MS / 2);
});

/**
 * The limit of a function's size at its start: a little above its present size, so that a
 * dependency that lengthens starts fails the test.
 */
const BUNDLE_KILOBYTES = {
  employee: 329,
  committee: 323,
  manager: 311,
  administrator: 287,
  search: 308,
  photos: 436,
  'photo-cleaning': 1_480,
  zone: 278,
  'due-rounds': 280,
  'deliberation-cycle': 309,
  'adoption-metrics': 328,
  'search-index': 281,
  reconciliation: 466,
  founding: 317,
};

const ENVIRONMENTS = {
  employee: employeeEnv,
  committee: committeeEnv,
  manager: managerEnv,
  administrator: administratorEnv,
  search: searchEnv,
  photos: photosEnv,
  'photo-cleaning': photoCleaningEnv,
  zone: zoneEnv,
  'due-rounds': dueRoundsEnv,
  'deliberation-cycle': deliberationCycleEnv,
  'adoption-metrics': adoptionMetricsEnv,
  'search-index': searchIndexEnv,
  reconciliation: reconciliationEnv,
  founding: foundingEnv,
};

const IDEAS = 'ORG#*#ROUND#*';
const VOTES_AND_SUPPORTS = 'ORG#*#IDEA#*';
const MENTIONS = 'ORG#*#MENTIONS#*';
const GUESSES = 'ORG#*#GUESSES#*';
const WRITINGS = 'ORG#*#WRITINGS#*';
const SEARCHED = 'ORG#*#SEARCH';
const PHOTOS = 'ORG#*#PHOTOS';
const OWN_PARTITION = 'where ORG#* but not ORG#*#*';
/** The attributes of numbers, headcounts, tallies and barriers. */
const NUMBERS = [
  ...['pk', 'sk', 'type', 'schemaVersion', 'scope', 'participants'],
  ...['submitted', 'adopted', 'declined', 'deferred', 'accepted', 'abandoned'],
  ...['decisionMillis', 'claimedBenefit', 'verifiedBenefit', 'followed', 'authored'],
  ...['replied', 'replyMillis', 'rewardsApproved', 'approvedFen', 'rewardsPaid', 'paidFen'],
  ...['satisfied', 'neutral', 'dissatisfied', 'excellent'],
  ...Array.from({ length: 62 }, (_, day) => `decidedByDay${day}`),
  ...['headcount', 'ideaId', 'supports', 'comments', 'approve', 'oppose', 'abstain', 'probe'],
];
const HASHES = 'kms:GenerateMac on HashesKey.Arn';

/**
 * Written out and not derived from `infra/aws/rights.ts`, so that a change of rights is visible
 * here too.
 */
const RIGHTS = {
  employee: [
    'dynamodb:GetItem on DataTable.Arn',
    'dynamodb:BatchGetItem on DataTable.Arn',
    'dynamodb:Query on DataTable.Arn',
    'dynamodb:Query on DataTable.Arn/index/members-by-subject',
    'dynamodb:Query on DataTable.Arn/index/ideas-by-round',
    'dynamodb:Query on DataTable.Arn/index/ideas-by-status',
    'dynamodb:Query on DataTable.Arn/index/ideas-by-category',
    'dynamodb:Query on DataTable.Arn/index/ideas-by-department',
    'dynamodb:Query on DataTable.Arn/index/ideas-by-author',
    'dynamodb:Query on DataTable.Arn/index/ideas-by-owner',
    'dynamodb:Query on DataTable.Arn/index/ideas-by-work',
    'dynamodb:Query on DataTable.Arn/index/supports-by-member',
    `dynamodb:PutItem on DataTable.Arn where ${IDEAS} or ${VOTES_AND_SUPPORTS} or ${MENTIONS} or ${WRITINGS}`,
    `dynamodb:UpdateItem on DataTable.Arn where ${IDEAS} or ${PHOTOS} or ${GUESSES} or ${WRITINGS}`,
    `dynamodb:DeleteItem on DataTable.Arn where ${VOTES_AND_SUPPORTS} or ${MENTIONS}`,
    'dynamodb:ConditionCheckItem on DataTable.Arn where ORG#*',
    HASHES,
  ],
  committee: [
    'dynamodb:GetItem on DataTable.Arn',
    'dynamodb:BatchGetItem on DataTable.Arn',
    'dynamodb:Query on DataTable.Arn',
    'dynamodb:Query on DataTable.Arn/index/members-by-subject',
    'dynamodb:Query on DataTable.Arn/index/ideas-by-agenda',
    'dynamodb:Query on DataTable.Arn/index/ideas-by-work',
    'dynamodb:Query on DataTable.Arn/index/supports-by-member',
    `dynamodb:PutItem on DataTable.Arn where ${IDEAS} or ${VOTES_AND_SUPPORTS} or ${MENTIONS}`,
    `dynamodb:DeleteItem on DataTable.Arn where ${MENTIONS}`,
    `dynamodb:UpdateItem on DataTable.Arn where ${IDEAS} or ${PHOTOS}`,
    'dynamodb:UpdateItem on DataTable.Arn where ORG#* of pk, sk, state, schedule, dueAt, broughtForwardBy, schemaVersion answering NONE',
    'dynamodb:ConditionCheckItem on DataTable.Arn where ORG#*',
    HASHES,
  ],
  manager: [
    'dynamodb:GetItem on DataTable.Arn',
    'dynamodb:BatchGetItem on DataTable.Arn',
    'dynamodb:Query on DataTable.Arn',
    'dynamodb:Query on DataTable.Arn/index/members-by-subject',
    'dynamodb:Query on DataTable.Arn/index/ideas-by-work',
    `dynamodb:UpdateItem on DataTable.Arn where ${IDEAS}`,
  ],
  administrator: [
    `dynamodb:GetItem on DataTable.Arn ${OWN_PARTITION}`,
    `dynamodb:BatchGetItem on DataTable.Arn ${OWN_PARTITION}`,
    `dynamodb:Query on DataTable.Arn ${OWN_PARTITION}`,
    'dynamodb:Query on DataTable.Arn/index/members-by-subject',
    'dynamodb:Query on DataTable.Arn/index/ideas-by-work of pk, sk, organization, openWork, due, id, owner, reward, schemaVersion selecting SPECIFIC_ATTRIBUTES',
    `dynamodb:PutItem on DataTable.Arn ${OWN_PARTITION}`,
    `dynamodb:DeleteItem on DataTable.Arn ${OWN_PARTITION}`,
    `dynamodb:ConditionCheckItem on DataTable.Arn ${OWN_PARTITION}`,
  ],
  search: [
    'dynamodb:GetItem on DataTable.Arn',
    'dynamodb:BatchGetItem on DataTable.Arn',
    'dynamodb:Query on DataTable.Arn',
    'dynamodb:Query on DataTable.Arn/index/members-by-subject',
    'dynamodb:Query on DataTable.Arn/index/supports-by-member',
  ],
  photos: [
    'dynamodb:GetItem on DataTable.Arn where ORG#* but not ORG#*#ROUND#*',
    'dynamodb:Query on DataTable.Arn/index/members-by-subject',
    `dynamodb:PutItem on DataTable.Arn where ${PHOTOS} or ${WRITINGS} but not ORG#*#ROUND#*`,
    `dynamodb:UpdateItem on DataTable.Arn where ${WRITINGS} but not ORG#*#ROUND#*`,
    HASHES,
    's3:PutObject on PhotosUploads.Arn/*',
    's3:GetObject on Photos.Arn/*',
    's3:ListBucket on Photos.Arn',
  ],
  'photo-cleaning': [
    `dynamodb:GetItem on DataTable.Arn where ${PHOTOS} but not ORG#*#ROUND#*`,
    `dynamodb:UpdateItem on DataTable.Arn where ${PHOTOS} but not ORG#*#ROUND#*`,
    's3:GetObject on PhotosUploads.Arn/*',
    's3:DeleteObject on PhotosUploads.Arn/*',
    's3:ListBucket on PhotosUploads.Arn',
    's3:PutObject on Photos.Arn/*',
    's3:DeleteObject on Photos.Arn/*',
    'sqs:GetQueueAttributes on PhotosUncleaned.Arn',
    'sqs:GetQueueUrl on PhotosUncleaned.Arn',
    'sqs:SendMessage on PhotosUncleaned.Arn',
  ],
  zone: [
    'dynamodb:Query on DataTable.Arn where ZONE#*#NUMBERS but not ORG#*',
    'dynamodb:Query on DataTable.Arn/index/members-by-subject',
  ],
  'due-rounds': [
    'dynamodb:GetItem on DataTable.Arn',
    'dynamodb:Query on DataTable.Arn/index/rounds-due',
    'dynamodb:Query on DataTable.Arn/index/ideas-by-work',
    'lambda:InvokeFunction on CycleDeliberationCycleFunction.Arn:live',
  ],
  'deliberation-cycle': [
    'dynamodb:GetItem on DataTable.Arn',
    'dynamodb:BatchGetItem on DataTable.Arn',
    'dynamodb:Query on DataTable.Arn',
    'dynamodb:Query on DataTable.Arn/index/ideas-by-agenda',
    'dynamodb:Query on DataTable.Arn/index/ideas-by-work',
    'dynamodb:PutItem on DataTable.Arn where ORG#* or ZONE#*#NUMBERS',
    `dynamodb:UpdateItem on DataTable.Arn where ${IDEAS}`,
    'dynamodb:ConditionCheckItem on DataTable.Arn where ORG#*',
    HASHES,
  ],
  'adoption-metrics': [
    'dynamodb:GetItem on DataTable.Arn',
    'dynamodb:BatchGetItem on DataTable.Arn',
    'dynamodb:Query on DataTable.Arn',
    'dynamodb:Query on DataTable.Arn/index/ideas-by-agenda',
    'dynamodb:Query on DataTable.Arn/index/ideas-by-author',
    'dynamodb:Query on DataTable.Arn/index/ideas-by-owner',
    `dynamodb:PutItem on DataTable.Arn where SEEN#* or ${IDEAS} or ${VOTES_AND_SUPPORTS}`,
    'dynamodb:UpdateItem on DataTable.Arn where ORG#*',
    `dynamodb:DeleteItem on DataTable.Arn where ${VOTES_AND_SUPPORTS} or ${PHOTOS}`,
    `dynamodb:ConditionCheckItem on DataTable.Arn where ${IDEAS} or ${VOTES_AND_SUPPORTS}`,
    'dynamodb:DescribeStream on DataTable.StreamArn',
    'dynamodb:GetRecords on DataTable.StreamArn',
    'dynamodb:GetShardIterator on DataTable.StreamArn',
    'dynamodb:ListStreams on DataTable.StreamArn',
    's3:ListBucket on MetricsUncountedRecords.Arn',
    's3:PutObject on MetricsUncountedRecords.Arn/*',
    's3:DeleteObject on Photos.Arn/*',
    's3:DeleteObject on PhotosUploads.Arn/*',
  ],
  'search-index': [
    'dynamodb:BatchGetItem on DataTable.Arn',
    'dynamodb:Query on DataTable.Arn',
    `dynamodb:PutItem on DataTable.Arn where ${SEARCHED}`,
    'dynamodb:DescribeStream on DataTable.StreamArn',
    'dynamodb:GetRecords on DataTable.StreamArn',
    'dynamodb:GetShardIterator on DataTable.StreamArn',
    'dynamodb:ListStreams on DataTable.StreamArn',
    's3:ListBucket on SearchUnindexedRecords.Arn',
    's3:PutObject on SearchUnindexedRecords.Arn/*',
  ],
  reconciliation: [
    'dynamodb:GetItem on DataTable.Arn',
    'dynamodb:BatchGetItem on DataTable.Arn',
    'dynamodb:Query on DataTable.Arn',
    'dynamodb:Query on DataTable.Arn/index/rounds-due',
    `dynamodb:PutItem on DataTable.Arn where ${IDEAS} or ${SEARCHED}`,
    `dynamodb:UpdateItem on DataTable.Arn where ORG#* of ${NUMBERS.join(', ')} answering NONE`,
    `dynamodb:UpdateItem on DataTable.Arn where ${PHOTOS}`,
    `dynamodb:DeleteItem on DataTable.Arn where ${PHOTOS}`,
    's3:ListBucket on Photos.Arn',
    's3:DeleteObject on Photos.Arn/*',
  ],
  founding: [
    'dynamodb:GetItem on DataTable.Arn where ORG#* or ZONE#* but not ORG#*#*',
    'dynamodb:Query on DataTable.Arn where ORG#* or ZONE#* but not ORG#*#*',
    'dynamodb:PutItem on DataTable.Arn where ORG#* or ZONE#* but not ORG#*#*',
    'dynamodb:DeleteItem on DataTable.Arn where ORG#* or ZONE#* but not ORG#*#* or ZONE#*#NUMBERS',
  ],
} as const;

/** All rights of a role, a line for each action and resource, with its keys and attributes. */
function grantsOf(role: string): string[] {
  const list = z.pipe(
    z.union([z.string(), z.array(z.string())]),
    z.transform(value => [value].flat()),
  );
  const document = z.object({
    Statement: z.array(
      z.strictObject({
        Effect: z.literal('Allow'),
        Action: list,
        Resource: list,
        Condition: z.optional(
          z.strictObject({
            'ForAllValues:StringLike': z.optional(z.strictObject({ 'dynamodb:LeadingKeys': list })),
            'ForAllValues:StringNotLike': z.optional(
              z.strictObject({ 'dynamodb:LeadingKeys': list }),
            ),
            'ForAllValues:StringEquals': z.optional(
              z.strictObject({ 'dynamodb:Attributes': list }),
            ),
            StringEquals: z.optional(z.strictObject({ 'dynamodb:Select': list })),
            StringEqualsIfExists: z.optional(z.strictObject({ 'dynamodb:ReturnValues': list })),
          }),
        ),
      }),
    ),
  });
  return [...stack.ofType('AWS::IAM::Policy').values()]
    .map(({ Properties }) => Properties)
    .filter(({ Roles }) => Array.isArray(Roles) && Roles.includes(role))
    .flatMap(({ PolicyDocument }) => document.parse(PolicyDocument).Statement)
    .flatMap(({ Action, Resource, Condition }) => {
      const held = [
        ['where', Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'], ' or '],
        ['but not', Condition?.['ForAllValues:StringNotLike']?.['dynamodb:LeadingKeys'], ' or '],
        ['of', Condition?.['ForAllValues:StringEquals']?.['dynamodb:Attributes'], ', '],
        ['selecting', Condition?.StringEquals?.['dynamodb:Select'], ', '],
        ['answering', Condition?.StringEqualsIfExists?.['dynamodb:ReturnValues'], ', '],
      ] as const;
      const where = held
        .map(([word, values, comma]) => (values ? ` ${word} ${values.join(comma)}` : ''))
        .join('');
      return Action.flatMap(action => Resource.map(resource => `${action} on ${resource}${where}`));
    })
    .toSorted();
}
