/** The two stacks: what each has, and what the one takes from the other. */
import { describe, expect, it } from 'vitest';
import { get, lambdas, stack, synthesize } from './template.ts';

const { data, service } = stack;

/** Types of resources whose content nobody can make again. */
const IRREPLACEABLE = ['AWS::DynamoDB::GlobalTable', 'AWS::KMS::Key', 'AWS::Cognito::UserPool'];
/** Kinds that the service has as well, for what can be made again. */
const PHOTOS = ['AWS::S3::Bucket', 'AWS::S3::BucketPolicy'];

describe('the data stack', () => {
  it('has what cannot be made again, and nothing else', () => {
    const types = [...data.resources.values()].map(({ Type }) => Type);
    expect(types.toSorted()).toEqual([...IRREPLACEABLE, ...PHOTOS].toSorted());
    const elsewhere = [...service.resources.values()].map(({ Type }) => Type);
    expect(elsewhere.filter(type => IRREPLACEABLE.includes(type))).toEqual([]);
  });

  it('is deployed first and alone', () => {
    expect(data.dependsOn).toEqual([]);
    expect(service.dependsOn).toEqual(['GoldenIdeasData']);
  });

  it('is protected from deletion, as is the service', () => {
    expect([data.terminationProtection, service.terminationProtection]).toEqual([true, true]);
  });

  it('exports the same, whatever the service reads', () => {
    const restored = synthesize({
      tableName: 'restored',
      tableStreamArn: streamOf('restored'),
    });
    expect(restored.data.outputs).toEqual(data.outputs);
    expect(Object.values(data.outputs).toSorted()).toEqual([
      'DataTable',
      'DataTable.Arn',
      'DataTable.StreamArn',
      'HashesKey.Arn',
      'IdentityPool',
      'IdentityPool.ProviderURL',
      'Photos',
      'Photos.Arn',
    ]);
  });
});

describe('another table', () => {
  const restored = synthesize({ tableName: 'restored', tableStreamArn: streamOf('restored') });

  it('is what every function, alarm and the stream use', () => {
    const text = JSON.stringify([...restored.service.resources.values()]);
    expect(text).not.toContain('DataTable');
    for (const [name, { Properties }] of restored.ofType('AWS::Lambda::Function')) {
      if (!lambdas.has(name)) continue;
      expect(Properties.Environment, name).toMatchObject({ Variables: { TABLE_NAME: 'restored' } });
    }
    expect(get(restored.resources, 'MetricsStream').EventSourceArn).toBe(streamOf('restored'));
  });

  it('leaves the data stack’s own table where it is', () => {
    expect(restored.data.resources).toEqual(data.resources);
  });
});

it.for([
  [{ tableName: 'restored' }, /tableName needs/],
  [{ tableName: 'two words', tableStreamArn: streamOf('restored') }, /tableName: /],
  [{ tableStreamArn: streamOf('restored') }, /means nothing without tableName/],
  [{ tableName: 'restored', tableStreamArn: 'arn:aws:dynamodb:eu-west-1' }, /tableStreamArn: /],
  [{ tableName: 'other', tableStreamArn: streamOf('restored') }, /another table/],
] as const)('refuses the settings %o', ([context, why]) => {
  expect(() => synthesize(context)).toThrow(why);
});

function streamOf(table: string): string {
  return `arn:aws:dynamodb:eu-west-1:123456789012:table/${table}/stream/2026-10-15T09:00:00.000`;
}
