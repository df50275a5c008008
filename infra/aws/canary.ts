/**
 * The canary, if the settings ask for it: every five minutes it does what a person does who opens
 * the address. It has no rights at all besides its log, and no data to see (ADR 50).
 */
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { canaryEnv } from '../../functions/canary/env.ts';
import { acceptFindings } from './accepted-findings.ts';
import type { Alarms } from './alarms.ts';
import type { Concurrency } from './concurrency.ts';
import { FailureQueue } from './failure-queue.ts';
import type { Identity } from './identity.ts';
import type { Rollout } from './rollout.ts';
import { schedulerRole } from './scheduler-role.ts';
import { ServerFunction } from './server-function.ts';

interface CanaryProps {
  /** The origin that people open. */
  readonly address: string;
  readonly identity: Identity;
  readonly alarms: Alarms;
  readonly concurrency: Concurrency;
  readonly rollout: Rollout;
  readonly tracing: boolean;
}

export class Canary extends Construct {
  /** The secret with the password of its account, if there is a pool. */
  readonly passwordArn: string | undefined;

  constructor(scope: Construct, id: string, props: CanaryProps) {
    super(scope, id);
    const { address, identity, alarms, concurrency, rollout, tracing } = props;
    const password = identity.canary && this.password();
    this.passwordArn = password?.secretArn;
    const canary = new ServerFunction(this, 'Canary', {
      name: 'canary',
      whenItFails: 'a person who opens the address may be unable to load it or to sign in.',
      schema: canaryEnv,
      environment: {
        ADDRESS: address,
        ISSUER: identity.issuer,
        CLIENT_ID: identity.canary?.clientId ?? '',
        CLIENT_SECRET: identity.canary?.clientSecret ?? '',
        // CloudFormation puts it in place. It opens nothing that is worth more.
        PASSWORD: password?.secretValue.unsafeUnwrap() ?? '',
      },
      memory: 256,
      // Seven requests, of ten seconds each.
      timeout: Duration.seconds(75),
      // A single run may meet a hiccup of the network.
      alarmAfter: { errors: 2, throttles: 2 },
      runsWithin: { period: Duration.minutes(5), periods: 3 },
      alarms,
      concurrency,
      rollout,
      tracing,
    });
    canary.live.callee.configureAsyncInvoke({
      maxEventAge: Duration.minutes(5),
      retryAttempts: 0,
    });
    acceptFindings(canary.live.resource, {
      'Serverless-LambdaAsyncFailureDestination':
        'A failed call has nothing to keep: the next one checks the same, and an alarm tells of failures.',
    });
    const undelivered = new FailureQueue(this, 'Undelivered', {
      alarms,
      name: 'canary-calls-undelivered',
      impact: 'Nobody checks whether people can open the address and sign in.',
    });
    new scheduler.Schedule(this, 'EveryFiveMinutes', {
      description: 'Checks whether people can open the address and sign in',
      schedule: scheduler.ScheduleExpression.rate(Duration.minutes(5)),
      timeWindow: scheduler.TimeWindow.off(),
      target: new LambdaInvoke(canary.live.callee, {
        role: schedulerRole(this, {
          description: 'The rights of the schedule of the canary',
          functionArn: canary.live.callee.functionArn,
          queueArn: undelivered.queueArn,
        }),
        maxEventAge: Duration.minutes(5),
        retryAttempts: 2,
        deadLetterQueue: undelivered,
      }),
    });
  }

  private password(): Secret {
    const secret = new Secret(this, 'Password', {
      description: 'Golden Ideas: the password of the canary’s account',
      generateSecretString: { passwordLength: 40, excludePunctuation: true },
      // Another deployment makes another.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    acceptFindings(secret, {
      'AwsSolutions-SMG4':
        'The account sees nothing; `npm run canary` sets a new password once the secret has one.',
    });
    return secret;
  }
}
