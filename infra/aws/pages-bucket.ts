/** The bucket of the built pages, which CloudFront alone reads. */
import * as s3 from 'aws-cdk-lib/aws-s3';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { acceptFindings } from './accepted-findings.ts';

export class PagesBucket extends s3.Bucket {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      // CloudFormation cannot delete a bucket with files in it: the rollback of a failed first
      // deployment would end there.
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acceptFindings(this, {
      'AwsSolutions-S1':
        'It has the pages, which everybody may read, and CloudFront alone reads it.',
    });
  }

  /** CloudFront reads it by S3's own interface, and not as a web site. */
  override get isWebsite(): boolean {
    return false;
  }
}
