/**
 * The clock of the monthly cycle: every minute the function is asked to take whatever step is due. A call carries nothing and
 * one is as good as the next, so what matters is that calls keep coming, not that each of them gets through.
 */

import * as iam from 'aws-cdk-lib/aws-iam';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Duration, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { deliberationCycleEnv } from '../../functions/deliberation-cycle/env.ts';
import type { Data } from './data.ts';
import { FailureQueue } from './failure-queue.ts';
import { ServerFunction } from './server-function.ts';

export class Cycle extends Construct {
  constructor(scope: Construct, id: string, { data }: { readonly data: Data }) {
    super(scope, id);
    const cycle = new ServerFunction(this, 'DeliberationCycle', {
      name: 'deliberation-cycle',
      whenItFails: 'rounds do not open, close or get published on time; it is caught up once it runs again.',
      schema: deliberationCycleEnv,
      environment: { TABLE_NAME: data.tableName },
      // It waits for the table most of the time.
      memory: 512,
      // Closing a round writes a transaction for each of its ideas, one after the other, for each organization that is due.
      timeout: Duration.minutes(5),
      // A run may take longer than the minute until the next. Two at once would do no harm, every write being conditional, but
      // they would take the same steps and stand in each other's way.
      atOnce: 1,
      data,
    });
    // The next minute's call does what this one did not; kept back or tried again, calls would only pile up behind a long run.
    cycle.lambda.configureAsyncInvoke({ maxEventAge: Duration.minutes(1), retryAttempts: 0 });

    // Calls that could not be handed to the function at all, with the reason: a role or a function that is gone.
    const undelivered = new FailureQueue(this, 'Undelivered');
    new scheduler.Schedule(this, 'EveryMinute', {
      description: 'Asks whether a step of any round is due',
      schedule: scheduler.ScheduleExpression.rate(Duration.minutes(1)),
      timeWindow: scheduler.TimeWindow.off(),
      target: new LambdaInvoke(cycle.lambda, {
        role: this.callerOf(cycle.lambda.functionArn, undelivered.queueArn),
        maxEventAge: Duration.minutes(1),
        retryAttempts: 2,
        deadLetterQueue: undelivered,
      }),
    });
  }

  /** The role of the schedule: to call this function, and to say when it could not. */
  private callerOf(functionArn: string, queueArn: string): iam.IRole {
    const stack = Stack.of(this);
    const role = new iam.Role(this, 'CallerRole', {
      description: 'What the schedule of the cycle may do',
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
      new iam.PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }),
    );
    role.addToPolicy(new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queueArn] }));
    // The target would add the right to call every version of the function besides.
    return role.withoutPolicyUpdates();
  }
}
