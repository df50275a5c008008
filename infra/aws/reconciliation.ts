/**
 * The audit: twice a day the function compares the running numbers with the facts. It corrects none;
 * an operator requests that by hand, once the cause is known (docs/runbook.md). What is searched, and
 * what a crash left of photos, it mends by itself.
 */
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { reconciliationEnv } from '../../functions/reconciliation/env.ts';
import { METRIC } from '../../shared/metrics/names.ts';
import { acceptFindings } from './accepted-findings.ts';
import type { Alarms } from './alarms.ts';
import type { Concurrency } from './concurrency.ts';
import type { Data } from './data.ts';
import { FailureQueue } from './failure-queue.ts';
import { type MetricsVariables, ofWholeSystem } from './metrics.ts';
import type { Photos } from './photos.ts';
import type { Rollout } from './rollout.ts';
import { schedulerRole } from './scheduler-role.ts';
import { ServerFunction } from './server-function.ts';

interface AuditProps {
  readonly data: Data;
  readonly photos: Photos;
  readonly measuring: MetricsVariables;
  readonly alarms: Alarms;
  readonly concurrency: Concurrency;
  readonly rollout: Rollout;
  readonly tracing: boolean;
}

export class Audit extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { data, photos, measuring, alarms, concurrency, rollout, tracing }: AuditProps,
  ) {
    super(scope, id);
    const audit = new ServerFunction(this, 'NumbersAudit', {
      name: 'reconciliation',
      whenItFails: 'wrong numbers go unnoticed; nothing else depends on it.',
      schema: reconciliationEnv,
      environment: { TABLE_NAME: data.tableName, ...measuring, ...photos.variables },
      // Sixteen rounds are folded concurrently, page by page.
      memory: 1024,
      // One run at a time, for two with a repair would both add the missing amount.
      concurrency,
      rollout,
      tracing,
      // It reads all ideas of the last half year and of one older round. If something differs, it
      // waits and reads again.
      timeout: Duration.minutes(15),
      // An alarm looks back a day at most. With one call a day, it would find no run whenever that
      // call is a minute late.
      runsWithin: { period: Duration.hours(6), periods: 3 },
      alarms,
      data,
    });
    // Pictures that no record leads to are removed.
    photos.allowListing(audit, 'photos');
    photos.allow(audit, 'photos', 's3:DeleteObject');
    // What it mends may be mended twice, and it will be called again.
    audit.live.callee.configureAsyncInvoke({
      maxEventAge: Duration.hours(1),
      retryAttempts: 0,
    });
    acceptFindings(audit.live.resource, {
      'Serverless-LambdaAsyncFailureDestination':
        'A failed call has nothing to keep: the next one does its work, and an alarm tells of missing runs.',
    });

    const undelivered = new FailureQueue(this, 'Undelivered', {
      alarms,
      name: 'audit-calls-undelivered',
      impact: 'The running numbers are not compared with the facts while calls fail.',
    });
    new scheduler.Schedule(this, 'TwiceADay', {
      description: 'Compares the running numbers with the facts',
      // 2 a.m. and 2 p.m. in China: well away from the hours at which rounds open and close.
      schedule: scheduler.ScheduleExpression.cron({ minute: '0', hour: '6,18' }),
      timeWindow: scheduler.TimeWindow.off(),
      target: new LambdaInvoke(audit.live.callee, {
        input: scheduler.ScheduleTargetInput.fromObject({ repair: false }),
        role: schedulerRole(this, {
          description: 'The rights of the schedule of the audit',
          functionArn: audit.live.callee.functionArn,
          queueArn: undelivered.queueArn,
        }),
        maxEventAge: Duration.hours(1),
        retryAttempts: 2,
        deadLetterQueue: undelivered,
      }),
    });

    alarms.watch(this, 'Drift', {
      name: 'audit-drift',
      impact:
        'Running numbers on the pages are wrong, or photos are missing; bulletins are made from the facts and are right.',
      metric: ofWholeSystem(METRIC.drift, Stats.MAXIMUM, Duration.hours(1)),
      when: { reaches: 1 },
      silence: 'good',
      tells: 'event',
    });
  }
}
