/**
 * How a function follows the table's stream: in batches of a second, again from the first record it
 * reports on, with bisected batches, and giving up on a record after some tries into a dead-letter
 * bucket.
 */
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { acceptFindings, anyObjectOf } from './accepted-findings.ts';
import type { Data } from './data.ts';
import type { DeadLetter } from './dead-letter.ts';
import type { ServerFunction } from './server-function.ts';

interface Following {
  readonly by: ServerFunction;
  readonly data: Data;
  readonly givenUp: DeadLetter;
  /** The types of items whose changes start the function; what it writes itself must not be. */
  readonly types: readonly [string, ...string[]];
  /** The types of items of which only the removal does. */
  readonly removed?: readonly string[];
}

export function followStream(
  scope: Construct,
  { by, data, givenUp, types, removed = [] }: Following,
): void {
  const { records } = givenUp;
  by.allow({ actions: ['s3:ListBucket'], resources: [records.bucketArn] });
  by.allow({ actions: ['s3:PutObject'], resources: [records.arnForObjects('*')] });
  acceptFindings(by, {
    [anyObjectOf(records)]:
      'Lambda names the objects of given-up batches itself; the bucket has nothing else.',
  });
  by.allow({
    actions: [
      'dynamodb:DescribeStream',
      'dynamodb:GetRecords',
      'dynamodb:GetShardIterator',
      'dynamodb:ListStreams',
    ],
    resources: [data.streamArn],
  });
  const ofType = (...some: readonly string[]) => ({ type: { S: lambda.FilterRule.or(...some) } });
  const mapping = new lambda.EventSourceMapping(scope, 'Stream', {
    target: by.live.callee,
    eventSourceArn: data.streamArn,
    startingPosition: lambda.StartingPosition.TRIM_HORIZON,
    // The changes of a second are written together: on a busy day that is far fewer writes to the
    // same few items, and nobody sees the difference.
    batchSize: 100,
    maxBatchingWindow: Duration.seconds(1),
    // All changes of a round end in the same few items; concurrent batches would only collide
    // there.
    parallelizationFactor: 1,
    reportBatchItemFailures: true,
    bisectBatchOnError: true,
    // Enough tries to survive a bad few minutes, few enough that one record does not delay all
    // others for long.
    retryAttempts: 20,
    // Tries are not used up while the function is throttled; after a night of that it catches up
    // by itself. Two hours before the stream drops them, at the end of a day, records go to the
    // dead-letter bucket all the same.
    maxRecordAge: Duration.hours(22),
    onFailure: { bind: () => ({ destination: records.bucketArn }) },
    filters: [
      lambda.FilterCriteria.filter({ dynamodb: { NewImage: ofType(...types) } }),
      lambda.FilterCriteria.filter({
        eventName: lambda.FilterRule.isEqual('REMOVE'),
        dynamodb: { OldImage: ofType(...types, ...removed) },
      }),
    ],
  });
  // Creating the mapping tests the rights, so they must exist before.
  mapping.node.addDependency(by);
}
