/**
 * From facts to numbers: the table's stream starts `adoption-metrics` with each batch of changes to ideas, votes, supports and
 * members. A record that cannot be counted holds its part of the stream up for some tries; then it goes to a queue, and on it goes.
 */

import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { adoptionMetricsEnv } from '../../functions/adoption-metrics/env.ts';
import type { Data } from './data.ts';
import { FailureQueue } from './failure-queue.ts';
import { ServerFunction } from './server-function.ts';

/** The CloudWatch namespace of everything the system measures. */
const METRICS_NAMESPACE = 'GoldenIdeas';

/** The types of items that count. All others, the function's own numbers and markers above all, must not start it again. */
const COUNTED = ['idea', 'vote', 'support', 'member'];

export class Metrics extends Construct {
  constructor(scope: Construct, id: string, { data }: { readonly data: Data }) {
    super(scope, id);
    const metrics = new ServerFunction(this, 'AdoptionMetrics', {
      name: 'adoption-metrics',
      whenItFails:
        'numbers, tallies and headcounts stand still; decisions and bulletins do not depend on them.',
      schema: adoptionMetricsEnv,
      environment: { TABLE_NAME: data.tableName, METRICS_NAMESPACE },
      // It waits for the table most of the time.
      memory: 512,
      // A full batch is a handful of transactions, each of which may have to be tried six times.
      timeout: Duration.minutes(1),
      data,
    });

    // A message says where in the stream the records stand, not what they say. The stream keeps them for a day; after that
    // numbers are made right again from the facts in the table.
    const uncounted = new FailureQueue(this, 'Uncounted');
    metrics.allow({ actions: ['sqs:SendMessage'], resources: [uncounted.queueArn] });
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
      // Enough to get over a bad few minutes, few enough to leave most of the day to see to what is in the queue.
      retryAttempts: 20,
      maxRecordAge: Duration.hours(6),
      onFailure: { bind: () => ({ destination: uncounted.queueArn }) },
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
  }
}

const ofCountedType = { type: { S: lambda.FilterRule.or(...COUNTED) } };
