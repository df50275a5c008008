/**
 * The bucket of cleaned photos. It belongs to the data: no picture can be made again. A removed one
 * can be brought back for as long as the table can be restored, and no longer.
 */
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { acceptFindings } from './accepted-findings.ts';
import { RECOVERY_DAYS } from './table.ts';

export class PhotoBucket extends s3.Bucket {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      versioned: true,
      lifecycleRules: [
        {
          noncurrentVersionExpiration: Duration.days(RECOVERY_DAYS),
          expiredObjectDeleteMarker: true,
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    acceptFindings(this, {
      'AwsSolutions-S1':
        'Logs would tell which photo was read or stored when, and of an unnamed idea nobody is to know.',
    });
  }
  /** It is read by S3's own interface, and not as a web site. */
  override get isWebsite(): boolean {
    return false;
  }
}
