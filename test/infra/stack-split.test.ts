/**
 * The way from the one stack of earlier releases to two, tried on templates: the old one as it was
 * deployed (in part), what the command makes of it, and those of this release. A value of CloudFormation
 * is a text here, the same before and after, so that equal texts are equal values.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { movedIn, splitStack, stackTemplate } from '../../infra/cli/stack-split.ts';
import { get, type Resource, ROOT, readable, stack } from './template.ts';

const OLD = stackTemplate.parse(
  JSON.parse(readFileSync(`${ROOT}test/infra/fixtures/one-stack.template.json`, 'utf8')),
);
const old = readable(OLD);

/** A logical id without its hash. */
const nameOf = (logicalId: string): string => logicalId.replace(/[0-9A-F]{8}$/, '');

/** The existing resources, by logical id; their values are called as `readable` calls them. */
const EXISTING = new Map(
  [...movedIn(OLD).keys()].map(logicalId => {
    const id = nameOf(logicalId);
    const attributes = ['Arn', 'StreamArn', 'ProviderURL', 'ProviderName'];
    return [
      logicalId,
      { id, attributes: Object.fromEntries(attributes.map(name => [name, `${id}.${name}`])) },
    ];
  }),
);
const split = splitStack(OLD, EXISTING);
const MOVED = ['DataTable', 'HashesKey', 'IdentityPool'];
/** Of the data stack, what the one stack never had. */
const NEW = ['Photos', 'PhotosPolicy'];

describe('the one stack lets go of its data', () => {
  const service = readable(split.service);

  it('of the table, the key and the pool, and of nothing else', () => {
    const gone = [...old.resources.keys()].filter(name => !service.resources.has(name));
    expect(gone.toSorted()).toEqual(MOVED);
  });

  it('keeping them: each is retained already, in the template that is deployed', () => {
    for (const name of MOVED) expect(old.resources.get(name)?.DeletionPolicy).toBe('Retain');
  });

  it('without a change to anything else: every value stays', () => {
    for (const [name, resource] of service.resources)
      expect(resource, name).toEqual({
        ...old.resources.get(name),
        DependsOn: old.resources.get(name)?.DependsOn.filter(one => !MOVED.includes(one)),
      });
    expect(service.outputs).toEqual(old.outputs);
  });

  it('with no reference left to them', () => {
    const text = JSON.stringify(split.service);
    for (const logicalId of EXISTING.keys()) expect(text).not.toContain(logicalId);
  });
});

describe('the data stack imports them', () => {
  it('under the logical ids of this release, by what identifies each type', () => {
    const imported = Object.keys(split.data.Resources);
    expect(imported.map(nameOf).toSorted()).toEqual(MOVED);
    // Whatever else the data stack has is new, and made by its deployment after the import.
    const made = stack.data.logicalIds.filter(id => !imported.includes(id));
    expect(imported.filter(id => !stack.data.logicalIds.includes(id))).toEqual([]);
    expect(made.filter(id => id in OLD.Resources)).toEqual([]);
    expect(made.map(nameOf).toSorted()).toEqual(NEW);
    expect(
      split.resourcesToImport.map(({ ResourceType, ResourceIdentifier }) => [
        ResourceType,
        ResourceIdentifier,
      ]),
    ).toEqual([
      ['AWS::DynamoDB::GlobalTable', { TableName: 'DataTable' }],
      ['AWS::KMS::Key', { KeyId: 'HashesKey' }],
      ['AWS::Cognito::UserPool', { UserPoolId: 'IdentityPool' }],
    ]);
  });

  it('exactly as they are, with a deletion policy, which an import requires', () => {
    for (const [logicalId, resource] of Object.entries(split.data.Resources)) {
      expect(resource).toEqual(OLD.Resources[logicalId]);
      expect(resource.DeletionPolicy).toBe('Retain');
    }
  });

  it('by themselves, and without outputs, which an import refuses', () => {
    expect(Object.keys(split.data)).toEqual(['Resources']);
    // References to pseudo parameters alone.
    const references = JSON.stringify(split.data).matchAll(/"(?:Ref|Fn::GetAtt)":\[?"([^"]+)"/g);
    for (const [, target] of references) expect(target).toMatch(/^AWS::/);
  });
});

/** Properties whose change makes another resource, as AWS documents them. */
const MAKES_ANOTHER = {
  DataTable: ['TableName', 'KeySchema', 'LocalSecondaryIndexes'],
  HashesKey: ['KeySpec', 'KeyUsage', 'MultiRegion', 'Origin'],
  IdentityPool: ['AliasAttributes', 'UsernameAttributes', 'UsernameConfiguration', 'Schema'],
  IdentityPoolWeb: ['UserPoolId', 'GenerateSecret'],
  IdentityPoolSignIn: ['UserPoolId', 'Domain'],
  IdentityBranding: ['UserPoolId', 'ClientId'],
  MetricsStream: ['EventSourceArn', 'StartingPosition'],
} as const;

describe('this release is deployed on both', () => {
  it.for(Object.entries(MAKES_ANOTHER))('keeping %s', ([name, properties]) => {
    const [before, after] = [get(old.resources, name), get(stack.resources, name)];
    const of = (from: Resource['Properties']) => properties.map(property => from[property]);
    expect(of(after)).toEqual(of(before));
    expect(stack.resources.get(name)?.Type).toBe(old.resources.get(name)?.Type);
  });

  it('with the logical ids of before: nothing that has data or an address is deleted', () => {
    const missing = [...old.resources].filter(
      ([name, { Type }]) => KEPT.test(Type) && !stack.resources.has(name),
    );
    expect(missing.map(([name]) => name)).toEqual([]);
    const ids = [...stack.service.logicalIds, ...stack.data.logicalIds];
    for (const [logicalId, { Type }] of Object.entries(OLD.Resources))
      if (KEPT.test(Type)) expect(ids).toContain(logicalId);
  });
});

const KEPT =
  /^AWS::(DynamoDB|KMS|Cognito|S3|SQS|SNS|Logs::LogGroup|ApiGatewayV2::Api|Lambda::EventSourceMapping)/;

describe('a split is refused', () => {
  it('if something would be deleted', () => {
    const [first] = [...EXISTING.keys()];
    const careless = structuredClone(OLD);
    careless.Resources[first!]!.DeletionPolicy = 'Delete';
    expect(() => splitStack(careless, EXISTING)).toThrow(/is not retained: Delete/);
  });

  it('if a referred value is not known', () => {
    const [first] = [...EXISTING.keys()];
    const unknown = new Map(EXISTING).set(first!, { id: 'DataTable', attributes: {} });
    expect(() => splitStack(OLD, unknown)).toThrow(/No value of DataTable.*\./);
  });
});
