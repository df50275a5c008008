/**
 * The key of the keyed hash. It never leaves KMS: functions send the input there. Without it, the
 * seats of secret ballots and the claim codes of unnamed ideas are lost, so it is retained like the
 * table, and cannot be deleted by mistake.
 */
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

export class HashKey extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const key = new kms.Key(this, 'Key', {
      description: 'Golden Ideas: seats of secret ballots, and claim codes of unnamed ideas',
      keySpec: kms.KeySpec.HMAC_256,
      keyUsage: kms.KeyUsage.GENERATE_VERIFY_MAC,
      // The longest waiting period.
      pendingWindow: Duration.days(30),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // KMS has no deletion protection. This has the same effect: an administrator must change the
    // policy first.
    key.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'NoDeletion',
        effect: iam.Effect.DENY,
        principals: [new iam.AnyPrincipal()],
        actions: ['kms:ScheduleKeyDeletion'],
        resources: ['*'],
      }),
    );
    this.arn = key.keyArn;
  }
}
