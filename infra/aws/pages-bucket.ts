/** The bucket of the built pages, which CloudFront alone reads. */
import { RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { PrivateBucket } from './private-bucket.ts';

export class PagesBucket extends PrivateBucket {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      // CloudFormation cannot delete a bucket with files in it: the rollback of a failed first
      // deployment would end there.
      removalPolicy: RemovalPolicy.RETAIN,
      unlogged: 'It has the pages, which everybody may read, and CloudFront alone reads it.',
    });
  }
}
