/**
 * From facts to numbers: the table's stream starts `adoption-metrics` with each batch of changes to
 * ideas, votes, supports and members. A record that cannot be counted blocks its part of the stream
 * for some tries; then it goes to the dead-letter bucket, to be replayed, and the stream continues.
 */
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { adoptionMetricsEnv } from '../../functions/adoption-metrics/env.ts';
import type { Alarms } from './alarms.ts';
import type { Concurrency } from './concurrency.ts';
import type { Data } from './data.ts';
import { DeadLetter } from './dead-letter.ts';
import type { MetricsVariables } from './metrics.ts';
import type { Photos } from './photos.ts';
import type { Rollout } from './rollout.ts';
import { ServerFunction } from './server-function.ts';
import { followStream } from './stream-mapping.ts';

interface MetricsProps {
  readonly data: Data;
  readonly photos: Photos;
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
const COUNTED = ['idea', 'vote', 'support', 'comment', 'member', 'probe'] as const;

/** The permitted delay of counting before an alarm. */
const LAG = Duration.minutes(10);

export class Projections extends Construct {
  /** The inputs of a replay. */
  readonly replay: { readonly queueUrl: string; readonly functionName: string };
  readonly lag: cloudwatch.IMetric;

  constructor(
    scope: Construct,
    id: string,
    { data, photos, measuring, alarms, concurrency, rollout, tracing }: MetricsProps,
  ) {
    super(scope, id);
    const metrics = new ServerFunction(this, 'AdoptionMetrics', {
      name: 'adoption-metrics',
      whenItFails:
        'numbers, tallies and headcounts do not change; decisions and bulletins do not depend on them.',
      schema: adoptionMetricsEnv,
      environment: { TABLE_NAME: data.tableName, ...measuring, ...photos.variables },
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

    const uncounted = new DeadLetter(this, 'Uncounted', {
      alarms,
      waiting: {
        name: 'records-uncounted',
        impact:
          'Running numbers, tallies and headcounts lack these records until they are replayed.',
      },
      unlisted: {
        name: 'records-unlisted',
        impact: 'Records that could not be counted wait unseen; a replay does not find them.',
      },
    });
    followStream(this, {
      ...{ by: metrics, data, givenUp: uncounted },
      types: COUNTED,
      // The pictures of a photo go with its record.
      removed: ['photo'],
    });
    photos.allow(metrics, 'photos', 's3:DeleteObject');
    photos.allow(metrics, 'uploads', 's3:DeleteObject');
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
