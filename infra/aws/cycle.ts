/**
 * The clock of the monthly cycle: every minute `due-rounds` is asked to have every due step taken.
 * A call carries nothing and all calls are alike, so calls have to keep coming, but not every one
 * has to succeed. It calls `deliberation-cycle`, several calls at a time, and waits for the answers
 * (ADR 49).
 */
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { deliberationCycleEnv } from '../../functions/deliberation-cycle/env.ts';
import { dueRoundsEnv } from '../../functions/due-rounds/env.ts';
import { METRIC } from '../../shared/metrics/names.ts';
import { acceptFindings } from './accepted-findings.ts';
import type { Alarms } from './alarms.ts';
import type { Concurrency } from './concurrency.ts';
import type { Data } from './data.ts';
import { FailureQueue } from './failure-queue.ts';
import type { HashKey } from './hash-key.ts';
import { type MetricsVariables, ofWholeSystem } from './metrics.ts';
import type { Rollout } from './rollout.ts';
import { schedulerRole } from './scheduler-role.ts';
import { ServerFunction } from './server-function.ts';

interface CycleProps {
  readonly data: Data;
  readonly hashKey: HashKey;
  readonly measuring: MetricsVariables;
  readonly alarms: Alarms;
  readonly concurrency: Concurrency;
  readonly rollout: Rollout;
  readonly tracing: boolean;
}

export class Cycle extends Construct {
  constructor(scope: Construct, id: string, props: CycleProps) {
    super(scope, id);
    const { data, measuring, alarms, concurrency, rollout, tracing } = props;
    const cycle = this.steps(props);
    const dueRounds = new ServerFunction(this, 'DueRounds', {
      name: 'due-rounds',
      whenItFails:
        'rounds are not opened, closed or published on time; the next successful run catches up.',
      schema: dueRoundsEnv,
      environment: {
        TABLE_NAME: data.tableName,
        CYCLE_FUNCTION: cycle.liveArn,
        CYCLE_CALLS: String(concurrency.cycleCalls),
        ...measuring,
      },
      // It waits most of the time.
      memory: 512,
      // It begins calls as long as the longest of them still fits in; the next run continues.
      timeout: Duration.minutes(10),
      // A run may take longer than the minute until the next. Two concurrent runs would do no harm,
      // because every write is conditional, but they would take the same steps and obstruct each
      // other.
      concurrency,
      // The next run, a minute later, makes up for a failed one; calls during a long run are
      // refused.
      alarmAfter: { errors: 2, throttles: 4 },
      // The longest run takes ten minutes, in which no other begins.
      runsWithin: { period: Duration.minutes(5), periods: 3 },
      alarms,
      rollout,
      tracing,
      data,
    });
    dueRounds.allow({
      actions: ['lambda:InvokeFunction'],
      resources: [cycle.liveArn],
    });
    // The next minute's call does the work of this one; retries would only pile up behind a long
    // run.
    dueRounds.live.callee.configureAsyncInvoke({
      maxEventAge: Duration.minutes(1),
      retryAttempts: 0,
    });
    acceptFindings(dueRounds.live.resource, {
      'Serverless-LambdaAsyncFailureDestination':
        'A failed call has nothing to keep: the next one does its work, and an alarm tells of missing runs.',
    });

    // Calls that could not be delivered to the function, with the reason: a missing role or
    // function.
    const undelivered = new FailureQueue(this, 'Undelivered', {
      alarms,
      name: 'cycle-calls-undelivered',
      impact: 'Rounds are not opened, closed or published on time while calls fail.',
    });
    const everyMinute = new scheduler.Schedule(this, 'EveryMinute', {
      description: 'Takes the due steps of all rounds',
      schedule: scheduler.ScheduleExpression.rate(Duration.minutes(1)),
      timeWindow: scheduler.TimeWindow.off(),
      target: new LambdaInvoke(dueRounds.live.callee, {
        role: schedulerRole(this, {
          description: 'The rights of the schedule of the cycle',
          functionArn: dueRounds.live.callee.functionArn,
          queueArn: undelivered.queueArn,
        }),
        maxEventAge: Duration.minutes(1),
        retryAttempts: 2,
        deadLetterQueue: undelivered,
      }),
    });
    // It calls what is there.
    everyMinute.node.addDependency(cycle);
    this.watchTargets(alarms);
    alarms.watch(this, 'IdeasSkipped', {
      name: 'ideas-skipped',
      impact:
        'A step of a round skipped ideas that it could not process; they wait until an operator mends them.',
      metric: ofWholeSystem(METRIC.skippedIdeas, Stats.MAXIMUM, Duration.minutes(5)),
      when: { reaches: 1 },
      silence: 'good',
      tells: 'event',
    });
  }

  /** The function that takes the steps, of some organizations in each call. */
  private steps({
    data,
    hashKey,
    measuring,
    alarms,
    concurrency,
    rollout,
    tracing,
  }: CycleProps): ServerFunction {
    return new ServerFunction(this, 'DeliberationCycle', {
      name: 'deliberation-cycle',
      whenItFails:
        'some rounds are not opened, closed or published on time; the next successful run catches up.',
      schema: deliberationCycleEnv,
      environment: { TABLE_NAME: data.tableName, HASH_KEY: hashKey.arn, ...measuring },
      // A whole processor: with sixteen organizations at a time it computes more than it waits.
      memory: 1769,
      // Closing a round writes a transaction for each of its ideas. The next run continues with the
      // rest.
      timeout: Duration.minutes(5),
      concurrency,
      // The next run, a minute later, makes up for a failed call.
      alarmAfter: { errors: 2, throttles: 2 },
      alarms,
      rollout,
      tracing,
      data,
      hashKey,
    });
  }

  /**
   * Emitted when a round is published; summed by the hour, so that rounds published together make
   * one alarm.
   */
  private watchTargets(alarms: Alarms): void {
    const published = { when: { reaches: 1 }, silence: 'good', tells: 'event' } as const;
    const worst = (
      metric: typeof METRIC.adoptionRateBelowTarget | typeof METRIC.submissionsBelowTarget,
    ) => ofWholeSystem(metric, Stats.MAXIMUM, Duration.hours(1));
    alarms.watch(this, 'AdoptionRateBelowTarget', {
      ...published,
      name: 'adoption-rate-below-target',
      impact: 'A round was published with an adoption rate below the target of its organization.',
      metric: worst(METRIC.adoptionRateBelowTarget),
    });
    alarms.watch(this, 'SubmissionsBelowTarget', {
      ...published,
      name: 'submissions-below-target',
      impact:
        'A round was published with fewer submitted ideas than the target of its organization.',
      metric: worst(METRIC.submissionsBelowTarget),
    });
  }
}
