/**
 * What must never be lost, as a stack of its own: the table, the photos, the key of the keyed
 * hashes and the accounts. It is deployed first and changes seldom; the service stack reads its exports, and may
 * fail, be rolled back or be deleted without touching it (ADR 46).
 */
import { Stack, Tags } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { HashKey } from './hash-key.ts';
import type { SignIn } from './identity.ts';
import { PhotoBucket } from './photo-bucket.ts';
import type { Settings } from './settings.ts';
import { Table } from './table.ts';
import { UserPool } from './user-pool.ts';

export class DataStack extends Stack {
  readonly table: Table;
  readonly hashKey: HashKey;
  readonly photos: PhotoBucket;
  readonly signIn: SignIn;

  constructor(scope: Construct, id: string, { signIn }: Settings) {
    super(scope, id, {
      description: 'Golden Ideas: the table, the photos, the key of its hashes, and the accounts',
      // Deleting a stack must not delete a firm's ideas.
      terminationProtection: true,
    });
    // The ids are those of the time when there was one stack, so that its resources can move here.
    this.table = new Table(this, 'Data');
    this.photos = new PhotoBucket(this, 'Photos');
    this.hashKey = new HashKey(this, 'Hashes');
    // The only one that costs money when it is left behind by a failed first deployment comes last.
    this.hashKey.node.addDependency(this.table, this.photos);
    const { tableName, tableArn, tableStreamArn } = this.table.resource;
    // Exported whether the service reads them or not: CloudFormation refuses to take back an export
    // in use, so one that came and went with its reader could not be deployed first.
    const { bucketName, bucketArn } = this.photos;
    const exported = [
      ...[tableName, tableArn, tableStreamArn],
      ...[bucketName, bucketArn, this.hashKey.arn],
    ];
    const capabilities: Construct[] = [this.table, this.photos, this.hashKey];
    if (signIn.by === 'pool') {
      const pool = new UserPool(this, 'Identity', signIn);
      this.hashKey.node.addDependency(pool);
      this.signIn = { ...signIn, pool: pool.resource };
      exported.push(pool.resource.userPoolId, pool.resource.userPoolProviderUrl);
      capabilities.push(pool);
    } else this.signIn = signIn;
    for (const value of exported) this.exportValue(value);

    Tags.of(this).add('project', 'golden-ideas');
    for (const capability of capabilities)
      Tags.of(capability).add('capability', capability.node.id.toLowerCase());
  }
}
