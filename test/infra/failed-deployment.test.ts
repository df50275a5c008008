/**
 * A first deployment that fails is rolled back: CloudFormation deletes what it has made, in the
 * order of dependencies, except what is to be retained. What it cannot delete would end the
 * rollback, and what stays under a fixed name would stand in the way of the second deployment.
 */
import { describe, expect, it } from 'vitest';
import { type Resource, stack } from './template.ts';

const resources = [...stack.resources];
const retained = resources.filter(([, { DeletionPolicy }]) => DeletionPolicy === 'Retain');

/** Why CloudFormation could not delete the resource. */
function undeletable(name: string, { Type, Properties }: Resource): string | undefined {
  const text = JSON.stringify(Properties);
  if (Type === 'AWS::DynamoDB::GlobalTable' && text.includes('"DeletionProtectionEnabled":true'))
    return 'protected';
  if (Type === 'AWS::Cognito::UserPool' && Properties.DeletionProtection === 'ACTIVE')
    return 'protected';
  if (Type === 'AWS::KMS::Key' && text.includes('kms:ScheduleKeyDeletion')) return 'denied';
  const uploads = [...stack.ofType('Custom::CDKBucketDeployment').values()];
  if (uploads.some(upload => upload.Properties.DestinationBucketName === name)) return 'has files';
  return undefined;
}

describe('a failed first deployment', () => {
  it('is rolled back to its end: what cannot be deleted is retained, and nothing else', () => {
    const stuck = resources.filter(([name, resource]) => undeletable(name, resource) !== undefined);
    expect(stuck.map(([name]) => name).toSorted()).toEqual([
      'DataTable',
      'HashesKey',
      'IdentityPool',
      'SitePages',
    ]);
    expect(retained.map(([name]) => name).toSorted()).toEqual(
      stuck.map(([name]) => name).toSorted(),
    );
  });

  it('leaves nothing under a name that the second needs', () => {
    for (const [name, { Properties }] of retained)
      expect(
        Object.keys(Properties).filter(property =>
          /^(TableName|UserPoolName|BucketName|Name)$/.test(property),
        ),
        name,
      ).toEqual([]);
  });

  it('leaves no key, the only thing that would cost money: it is made last', () => {
    expect(stack.data.resources.get('HashesKey')?.DependsOn.toSorted()).toEqual([
      'DataTable',
      'IdentityPool',
      'Photos',
      'PhotosPolicy',
    ]);
  });
});
