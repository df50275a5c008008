/**
 * The bucket of cleaned photos. It belongs to the data: no picture can be made again. A removed one
 * can be brought back for as long as the table can be restored, and no longer.
 */
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { PrivateBucket } from './private-bucket.ts';
import { RECOVERY_DAYS } from './table.ts';

export class PhotoBucket extends PrivateBucket {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      versioned: true,
      lifecycleRules: [
        {
          noncurrentVersionExpiration: Duration.days(RECOVERY_DAYS),
          expiredObjectDeleteMarker: true,
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      unlogged:
        'Logs would tell which photo was read or stored when, and of an unnamed idea nobody is to know.',
    });
  }
}
