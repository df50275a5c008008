/**
 * From facts to numbers: the table's stream starts `adoption-metrics` with each batch of changes to
 * ideas, votes, supports and members. A record that cannot be counted blocks its part of the stream
 * for some tries; then it goes to the dead-letter bucket, to be replayed, and the stream continues.
 */
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { adoptionMetricsEnv } from '../../functions/adoption-metrics/env.ts';
import { acceptFindings, anyObjectOf } from './accepted-findings.ts';
import type { Alarms } from './alarms.ts';
import type { Concurrency } from './concurrency.ts';
import type { Data } from './data.ts';
import { DeadLetter } from './dead-letter.ts';
import type { MetricsVariables } from './metrics.ts';
import type { Rollout } from './rollout.ts';
import { ServerFunction } from './server-function.ts';

interface MetricsProps {
  readonly data: Data;
  readonly measuring: MetricsVariables;
  readonly alarms: Alarms;
  readonly concurrency: Concurrency;
  readonly rollout: Rollout;
  readonly tracing: boolean;
}

/**
 * The types of items that are counted, and barriers, which show how far counting has come. All
 * other items, above all the function's own numbers and markers, must not start it again.
 */
const COUNTED = ['idea', 'vote', 'support', 'comment', 'member', 'probe'];

/** The permitted delay of counting before an alarm. */
const LAG = Duration.minutes(10);

export class Projections extends Construct {
  /** The inputs of a replay. */
  readonly replay: { readonly queueUrl: string; readonly functionName: string };
  readonly lag: cloudwatch.IMetric;

  constructor(
    scope: Construct,
    id: string,
    { data, measuring, alarms, concurrency, rollout, tracing }: MetricsProps,
  ) {
    super(scope, id);
    const metrics = new ServerFunction(this, 'AdoptionMetrics', {
      name: 'adoption-metrics',
      whenItFails:
        'numbers, tallies and headcounts do not change; decisions and bulletins do not depend on them.',
      schema: adoptionMetricsEnv,
      environment: { TABLE_NAME: data.tableName, ...measuring },
      // It waits for the table most of the time.
      memory: 512,
      // A full batch is a handful of transactions, each of which may need six tries.
      timeout: Duration.minutes(1),
      alarms,
      concurrency,
      rollout,
      tracing,
      data,
    });

    const uncounted = new DeadLetter(this, 'Uncounted', { alarms });
    metrics.allow({ actions: ['s3:ListBucket'], resources: [uncounted.records.bucketArn] });
    metrics.allow({
      actions: ['s3:PutObject'],
      resources: [uncounted.records.arnForObjects('*')],
    });
    acceptFindings(metrics, {
      [anyObjectOf(uncounted.records)]:
        'Lambda names the objects of given-up batches itself; the bucket has nothing else.',
    });
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
      target: metrics.live.callee,
      eventSourceArn: data.streamArn,
      startingPosition: lambda.StartingPosition.TRIM_HORIZON,
      // The changes of a second are added up and written once: on a busy day that is far fewer
      // writes to the round's numbers, and nobody sees the difference.
      batchSize: 100,
      maxBatchingWindow: Duration.seconds(1),
      // All changes of a round end in the same few items; concurrent batches would only collide
      // there.
      parallelizationFactor: 1,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      // Enough tries to survive a bad few minutes, few enough that one record does not delay the
      // numbers of all others for long.
      retryAttempts: 20,
      // Tries are not used up while the function is throttled; after a night of that it catches up
      // by itself. Two hours before the stream drops them, at the end of a day, records go to the
      // dead-letter bucket all the same.
      maxRecordAge: Duration.hours(22),
      onFailure: { bind: () => ({ destination: uncounted.records.bucketArn }) },
      filters: [
        lambda.FilterCriteria.filter({ dynamodb: { NewImage: ofCountedType } }),
        lambda.FilterCriteria.filter({
          eventName: lambda.FilterRule.isEqual('REMOVE'),
          dynamodb: { OldImage: ofCountedType },
        }),
      ],
    });
    // Creating the mapping tests the rights, so they must exist before.
    mapping.node.addDependency(metrics);
    this.replay = { queueUrl: uncounted.queueUrl, functionName: metrics.liveName };
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
        'Running numbers, counts of support and headcounts lag; decisions and bulletins are not affected.',
      metric: this.lag,
      when: { reaches: LAG.toMilliseconds() },
      periods: 2,
      silence: 'good',
      tells: 'state',
    });
  }
}

const ofCountedType = { type: { S: lambda.FilterRule.or(...COUNTED) } };
