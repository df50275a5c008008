/**
 * The templates against CloudFormation's own schemas of resources and cfn-lint's rules, in the
 * regions where they are deployed. AWS's engine for both is a part of CDK and knows the schemas of
 * each region; `npm run synth` runs it too, without a region.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { CloudFormationValidatePlugin } from 'aws-cdk-lib/core';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { INSTALLATION_NAMES, type InstallationName, installationOf } from './installations.ts';
import { ROOT } from './template.ts';

const ABROAD = ['us-east-1', 'ap-southeast-1', 'eu-central-1'];
const IN_CHINA = ['cn-north-1', 'cn-northwest-1'];

const isInChina = (name: InstallationName): boolean => name.includes('aws-cn');

const engine = new CloudFormationValidatePlugin();

/** What the engine says about a template in a region, from a warning on. */
function findingsIn(path: string, region: string): string[] {
  const stack = {
    stackConstructPath: 'Stack',
    templatePath: path,
    accountId: '123456789012',
    region,
  };
  const { violations } = engine.validate({
    templatePaths: [path],
    stackTemplates: [stack],
    appConstruct: installationOf(INSTALLATION_NAMES[0]!).app,
  });
  return violations
    .filter(({ severity }) => severity !== 'informational' && severity !== 'debug')
    .flatMap(({ ruleName, description, violatingResources }) =>
      violatingResources.map(
        ({ resourceLogicalId }) => `${ruleName} ${resourceLogicalId}: ${description}`,
      ),
    );
}

/** The usual installation in every region, and every other in one region and in all of China. */
const deployed = INSTALLATION_NAMES.flatMap((name, index) => {
  if (isInChina(name)) return IN_CHINA.map(region => ({ name, region }));
  const regions = index === 0 ? ABROAD : ABROAD.slice(index % ABROAD.length).slice(0, 1);
  return regions.map(region => ({ name, region }));
});

it.for(deployed)('with $name, $region takes every stack', ({ name, region }) => {
  for (const template of installationOf(name).templates)
    expect(findingsIn(template.path, template.region ?? region), template.stackName).toEqual([]);
});

it('China has no user pool, for which it needs an own issuer', () => {
  const found = installationOf(
    'a pool and CloudFront’s own address, with a canary',
  ).templates.flatMap(({ path }) => findingsIn(path, 'cn-north-1'));
  expect(found).toContainEqual(expect.stringMatching(/AWS::Cognito::UserPool' does not exist/));
});

const database = z.object({
  schema: z.object({
    resource: z.object({
      entities: z.array(
        z.object({
          cloudFormationType: z.string(),
          properties: z.record(z.string(), z.unknown()),
        }),
      ),
    }),
  }),
});
const template = z.looseObject({
  Resources: z.record(
    z.string(),
    z.looseObject({
      Type: z.string(),
      Properties: z._default(z.record(z.string(), z.unknown()), {}),
    }),
  ),
});

/** The engine takes a value for a property that is only read; CloudFormation does not. */
it('every property can be written, by the schemas that `cdk diff` has', () => {
  const file = gunzipSync(readFileSync(`${ROOT}node_modules/aws-cdk/db.json.gz`));
  const { entities } = database.parse(JSON.parse(file.toString())).schema.resource;
  const writable = new Map(entities.map(one => [one.cloudFormationType, one.properties]));
  const resources = INSTALLATION_NAMES.flatMap(name => installationOf(name).templates).flatMap(
    ({ path }) => Object.values(template.parse(JSON.parse(readFileSync(path, 'utf8'))).Resources),
  );
  const set = resources
    .filter(({ Type }) => !Type.startsWith('Custom::'))
    .flatMap(({ Type, Properties }) => Object.keys(Properties).map(name => [Type, name] as const));
  expect(set.length).toBeGreaterThan(1000);
  const others = set.filter(([type, name]) => writable.get(type)?.[name] === undefined);
  expect(new Set(others.map(([type, name]) => `${type} ${name}`))).toEqual(new Set());
  expect(Object.keys(writable.get('AWS::SQS::Queue') ?? {})).not.toContain('Arn');
});

/** Mistakes, each made in a resource of the type that has none yet. */
const MISTAKES = {
  'an unknown property': ['AWS::SQS::Queue', { Retention: 14 }],
  'a value outside of its range': ['AWS::SQS::Queue', { MessageRetentionPeriod: 1_209_601 }],
  'a value that is none of the possible': ['AWS::Lambda::Function', { Runtime: 'nodejs99.x' }],
  'a property of another type': ['AWS::Lambda::Function', { Timeout: 'soon' }],
  'a text that does not fit its pattern': ['AWS::Lambda::Function', { Role: 'employee' }],
  'a missing property': ['AWS::Scheduler::Schedule', { Target: undefined }],
} as const;

describe('the check would find', () => {
  const mistaken = new Map<string, string>();
  let found: string[] = [];
  beforeAll(() => {
    const { path } = installationOf(INSTALLATION_NAMES[0]!).templates.find(
      ({ stackName }) => stackName === 'GoldenIdeas',
    )!;
    const copied = template.parse(JSON.parse(readFileSync(path, 'utf8')));
    for (const [what, [type, mistake]] of Object.entries(MISTAKES)) {
      const [id, resource] = Object.entries(copied.Resources).find(
        ([id, { Type }]) => Type === type && !mistaken.has(id),
      )!;
      Object.assign(resource.Properties, mistake);
      mistaken.set(id, what);
    }
    const copy = `${path}.mistaken.json`;
    writeFileSync(copy, JSON.stringify(copied));
    found = findingsIn(copy, 'eu-central-1');
  });

  it.for(Object.keys(MISTAKES))('%s', what => {
    const [id] = [...mistaken].find(([, made]) => made === what)!;
    expect(found).toContainEqual(expect.stringContaining(` ${id}: `));
  });
});
