/**
 * The audit of numbers: twice a day the function is asked to hold the running numbers against the facts. It looks and changes
 * nothing; putting right what is wrong is asked for by hand, once somebody has seen why (docs/runbook.md).
 */
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { reconciliationEnv } from '../../functions/reconciliation/env.ts';
import { METRIC } from '../../shared/metrics/names.ts';
import type { Alarms } from './alarms.ts';
import type { Data } from './data.ts';
import { FailureQueue } from './failure-queue.ts';
import { type MetricsVariables, ofWholeSystem } from './metrics.ts';
import { schedulerRole } from './scheduler-role.ts';
import { ServerFunction } from './server-function.ts';

interface AuditProps {
  readonly data: Data;
  readonly measuring: MetricsVariables;
  readonly alarms: Alarms;
}

export class Audit extends Construct {
  constructor(scope: Construct, id: string, { data, measuring, alarms }: AuditProps) {
    super(scope, id);
    const audit = new ServerFunction(this, 'NumbersAudit', {
      name: 'reconciliation',
      whenItFails: 'numbers that have gone wrong are not noticed; nothing else depends on it.',
      schema: reconciliationEnv,
      environment: { TABLE_NAME: data.tableName, ...measuring },
      // Sixteen rounds are folded at the same time, page by page.
      memory: 1024,
      // It reads all ideas of the last half year and of one older round, and where something differs it waits and looks again.
      timeout: Duration.minutes(15),
      // Two at once that were both asked to repair would both add what is missing.
      atOnce: 1,
      // An alarm looks back a day at the most; called once a day, it would find no run whenever that one is a minute late.
      runsWithin: { period: Duration.hours(6), periods: 3 },
      alarms,
      data,
    });
    // It only looks, and will be called again.
    audit.lambda.configureAsyncInvoke({ maxEventAge: Duration.hours(1), retryAttempts: 0 });

    const undelivered = new FailureQueue(this, 'Undelivered', {
      alarms,
      name: 'audit-calls-undelivered',
      impact: 'Nobody compares the running numbers with the facts as long as calls do not get through.',
    });
    new scheduler.Schedule(this, 'TwiceADay', {
      description: 'Asks whether the running numbers are what the facts come to',
      // Two and fourteen o'clock in China: well away from the hours at which rounds open and close.
      schedule: scheduler.ScheduleExpression.cron({ minute: '0', hour: '6,18' }),
      timeWindow: scheduler.TimeWindow.off(),
      target: new LambdaInvoke(audit.lambda, {
        input: scheduler.ScheduleTargetInput.fromObject({ repair: false }),
        role: schedulerRole(this, {
          description: 'What the schedule of the audit may do',
          functionArn: audit.lambda.functionArn,
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
        'Running numbers that somebody looks at are wrong; bulletins are folded from the facts and are not.',
      metric: ofWholeSystem(METRIC.drift, Stats.MAXIMUM, Duration.hours(1)),
      when: { reaches: 1 },
      silence: 'good',
      tells: 'event',
    });
  }
}
