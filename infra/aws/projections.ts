/**
 * From facts to numbers: the table's stream starts `adoption-metrics` with each batch of changes to ideas, votes, supports and
 * members. A record that cannot be counted holds its part of the stream up for some tries; then it is kept aside, to be replayed, and
 * on it goes.
 */
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { adoptionMetricsEnv } from '../../functions/adoption-metrics/env.ts';
import type { Alarms } from './alarms.ts';
import type { Data } from './data.ts';
import { DeadLetter } from './dead-letter.ts';
import type { MetricsVariables } from './metrics.ts';
import { ServerFunction } from './server-function.ts';

interface MetricsProps {
  readonly data: Data;
  readonly measuring: MetricsVariables;
  readonly alarms: Alarms;
}

/** The types of items that count, and probes, which tell how far counting has come. All others, the function's own numbers and markers above all, must not start it again. */
const COUNTED = ['idea', 'vote', 'support', 'member', 'probe'];

/** How far counting may be behind before somebody is told. */
const LAG = Duration.minutes(10);

export class Projections extends Construct {
  /** What replaying needs to know. */
  readonly replay: { readonly queueUrl: string; readonly functionName: string };
  readonly lag: cloudwatch.IMetric;

  constructor(scope: Construct, id: string, { data, measuring, alarms }: MetricsProps) {
    super(scope, id);
    const metrics = new ServerFunction(this, 'AdoptionMetrics', {
      name: 'adoption-metrics',
      whenItFails:
        'numbers, tallies and headcounts stand still; decisions and bulletins do not depend on them.',
      schema: adoptionMetricsEnv,
      environment: { TABLE_NAME: data.tableName, ...measuring },
      // It waits for the table most of the time.
      memory: 512,
      // A full batch is a handful of transactions, each of which may have to be tried six times.
      timeout: Duration.minutes(1),
      alarms,
      data,
    });

    const uncounted = new DeadLetter(this, 'Uncounted', { alarms });
    metrics.allow({ actions: ['s3:ListBucket'], resources: [uncounted.bucketArn] });
    metrics.allow({ actions: ['s3:PutObject'], resources: [`${uncounted.bucketArn}/*`] });
    metrics.allow({
      actions: [
        'dynamodb:DescribeStream',
        'dynamodb:GetRecords',
        'dynamodb:GetShardIterator',
        'dynamodb:ListStreams',
      ],
      resources: [data.streamArn],
    });
    const mapping = new lambda.EventSourceMapping(this, 'Stream', {
      target: metrics.lambda,
      eventSourceArn: data.streamArn,
      startingPosition: lambda.StartingPosition.TRIM_HORIZON,
      // Whatever a second brings is added up and written once: on a busy day that is far fewer writes to the round's numbers,
      // and nobody sees the difference.
      batchSize: 100,
      maxBatchingWindow: Duration.seconds(1),
      // All that counts for a round ends in the same few items; more at once would only meet there.
      parallelizationFactor: 1,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      // Enough to get over a bad few minutes, few enough that one record does not make the numbers of all others wait for long.
      retryAttempts: 20,
      // Tries do not run out while the function is not let run at all; a night of that mends itself. Two hours before the stream forgets
      // them at the end of a day, records are kept aside all the same.
      maxRecordAge: Duration.hours(22),
      onFailure: { bind: () => ({ destination: uncounted.bucketArn }) },
      filters: [
        lambda.FilterCriteria.filter({ dynamodb: { NewImage: ofCountedType } }),
        lambda.FilterCriteria.filter({
          eventName: lambda.FilterRule.isEqual('REMOVE'),
          dynamodb: { OldImage: ofCountedType },
        }),
      ],
    });
    // Making the mapping tries the rights out, so they must be there before.
    mapping.node.addDependency(metrics);
    this.replay = { queueUrl: uncounted.queueUrl, functionName: metrics.lambda.functionName };
    this.lag = metrics.lambda.metric('IteratorAge', {
      statistic: cloudwatch.Stats.MAXIMUM,
      period: Duration.minutes(5),
    });
    this.watchCounting(alarms);
  }

  private watchCounting(alarms: Alarms): void {
    alarms.watch(this, 'Lag', {
      name: 'stream-lag',
      impact:
        'Running numbers, tallies of support and headcounts are behind; decisions and bulletins are not.',
      metric: this.lag,
      when: { reaches: LAG.toMilliseconds() },
      periods: 2,
      silence: 'good',
      tells: 'state',
    });
  }
}

const ofCountedType = { type: { S: lambda.FilterRule.or(...COUNTED) } };
