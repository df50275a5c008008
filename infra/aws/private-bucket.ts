/**
 * A bucket of S3 as all of this system's are: encrypted, closed to the public and to connections in
 * the clear, and without logs of its requests.
 */
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { acceptFindings } from './accepted-findings.ts';

interface PrivateBucketProps extends Pick<s3.BucketProps, 'versioned' | 'lifecycleRules' | 'cors'> {
  readonly removalPolicy: RemovalPolicy;
  /** Why its requests are not logged. */
  readonly unlogged: string;
  /** Whether EventBridge hears of its objects; it does not by default. */
  readonly tells?: boolean;
}

export class PrivateBucket extends s3.Bucket {
  constructor(
    scope: Construct,
    id: string,
    { unlogged, tells = false, ...props }: PrivateBucketProps,
  ) {
    super(scope, id, {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      ...props,
    });
    acceptFindings(this, { 'AwsSolutions-S1': unlogged });
    if (!tells) return;
    const resource = this.node.defaultChild;
    if (!(resource instanceof s3.CfnBucket))
      throw new Error('the construct’s resource is no bucket');
    // Set below the construct, which would make a function of its own for it.
    resource.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
  }

  /** It is read by S3's own interface, and not as a web site. */
  override get isWebsite(): boolean {
    return false;
  }
}
