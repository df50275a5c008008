/**
 * The key of the keyed hash. It lives in KMS and never leaves it: functions hand over what is to be hashed. With it go the seats
 * of secret ballots and the claim codes of unnamed ideas, so it is kept as the table is, and cannot be deleted by mistake.
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
      // The longest there is to think better of it.
      pendingWindow: Duration.days(30),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // KMS knows no deletion protection. This comes to the same: whoever means it must change the policy first.
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
