/**
 * The clock of the monthly cycle: every minute the function is asked to take whatever step is due. A call carries nothing and
 * one is as good as the next, so what matters is that calls keep coming, not that each of them gets through.
 */
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { deliberationCycleEnv } from '../../functions/deliberation-cycle/env.ts';
import { METRIC } from '../../shared/metrics/names.ts';
import type { Alarms } from './alarms.ts';
import type { Data } from './data.ts';
import { FailureQueue } from './failure-queue.ts';
import type { HashKey } from './hash-key.ts';
import { type MetricsVariables, ofWholeSystem } from './metrics.ts';
import { schedulerRole } from './scheduler-role.ts';
import { ServerFunction } from './server-function.ts';

interface CycleProps {
  readonly data: Data;
  readonly hashKey: HashKey;
  readonly measuring: MetricsVariables;
  readonly alarms: Alarms;
}

export class Cycle extends Construct {
  constructor(scope: Construct, id: string, { data, hashKey, measuring, alarms }: CycleProps) {
    super(scope, id);
    const cycle = new ServerFunction(this, 'DeliberationCycle', {
      name: 'deliberation-cycle',
      whenItFails: 'rounds do not open, close or get published on time; it is caught up once it runs again.',
      schema: deliberationCycleEnv,
      environment: { TABLE_NAME: data.tableName, HASH_KEY: hashKey.arn, ...measuring },
      // It waits for the table most of the time.
      memory: 512,
      // Closing a round writes a transaction for each of its ideas. What does not get done in the time the next run goes on with.
      timeout: Duration.minutes(5),
      // A run may take longer than the minute until the next. Two at once would do no harm, every write being conditional, but
      // they would take the same steps and stand in each other's way.
      atOnce: 1,
      // A run that failed is made good by the next, a minute later; calls that come while a long one is at it are refused.
      alarmAfter: { errors: 2, throttles: 3 },
      // The longest run takes five minutes, in which no other begins.
      runsWithin: { period: Duration.minutes(5), periods: 2 },
      alarms,
      data,
      hashKey,
    });
    // The next minute's call does what this one did not; kept back or tried again, calls would only pile up behind a long run.
    cycle.lambda.configureAsyncInvoke({ maxEventAge: Duration.minutes(1), retryAttempts: 0 });

    // Calls that could not be handed to the function at all, with the reason: a role or a function that is gone.
    const undelivered = new FailureQueue(this, 'Undelivered', {
      alarms,
      name: 'cycle-calls-undelivered',
      impact: 'Rounds do not open, close or get published on time as long as calls do not get through.',
    });
    new scheduler.Schedule(this, 'EveryMinute', {
      description: 'Asks whether a step of any round is due',
      schedule: scheduler.ScheduleExpression.rate(Duration.minutes(1)),
      timeWindow: scheduler.TimeWindow.off(),
      target: new LambdaInvoke(cycle.lambda, {
        role: schedulerRole(this, {
          description: 'What the schedule of the cycle may do',
          functionArn: cycle.lambda.functionArn,
          queueArn: undelivered.queueArn,
        }),
        maxEventAge: Duration.minutes(1),
        retryAttempts: 2,
        deadLetterQueue: undelivered,
      }),
    });
    this.watchTargets(alarms);
    alarms.watch(this, 'IdeasSkipped', {
      name: 'ideas-skipped',
      impact:
        'A step of a round went on without ideas that could not be dealt with; they wait for somebody to mend them.',
      metric: ofWholeSystem(METRIC.skippedIdeas, Stats.MAXIMUM, Duration.minutes(5)),
      when: { reaches: 1 },
      silence: 'good',
      tells: 'event',
    });
  }

  /** Told when a round is published, by the hour, so that rounds that are published together make one alarm. */
  private watchTargets(alarms: Alarms): void {
    const published = { when: { reaches: 1 }, silence: 'good', tells: 'event' } as const;
    const worst = (metric: typeof METRIC.adoptionRateBelowTarget | typeof METRIC.submissionsBelowTarget) =>
      ofWholeSystem(metric, Stats.MAXIMUM, Duration.hours(1));
    alarms.watch(this, 'AdoptionRateBelowTarget', {
      ...published,
      name: 'adoption-rate-below-target',
      impact: 'A round was published with a smaller share of ideas adopted than its organization aims at.',
      metric: worst(METRIC.adoptionRateBelowTarget),
    });
    alarms.watch(this, 'SubmissionsBelowTarget', {
      ...published,
      name: 'submissions-below-target',
      impact: 'A round was published with fewer ideas handed in than its organization aims at.',
      metric: worst(METRIC.submissionsBelowTarget),
    });
  }
}
