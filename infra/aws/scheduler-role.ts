/**
 * The role of a schedule: it may call its one function, and report calls that it could not deliver.
 */
import * as iam from 'aws-cdk-lib/aws-iam';
import { Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

/** Makes the role, for the schedules of the default group only. */
export function schedulerRole(
  scope: Construct,
  of: { readonly description: string; readonly functionArn: string; readonly queueArn: string },
): iam.IRole {
  const stack = Stack.of(scope);
  const role = new iam.Role(scope, 'CallerRole', {
    description: of.description,
    assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com', {
      conditions: {
        StringEquals: {
          'aws:SourceAccount': stack.account,
          'aws:SourceArn': stack.formatArn({
            service: 'scheduler',
            resource: 'schedule-group',
            resourceName: 'default',
          }),
        },
      },
    }),
  });
  role.addToPolicy(
    new iam.PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [of.functionArn] }),
  );
  role.addToPolicy(
    new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: [of.queueArn] }),
  );
  // The target would also add the right to call every version of the function.
  return role.withoutPolicyUpdates();
}
