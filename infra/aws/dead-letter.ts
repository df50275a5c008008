/**
 * The dead-letter bucket for stream records that cannot be processed: the records themselves, as
 * Lambda hands them over when it gives up. A queue would only get their positions in the stream,
 * and the stream drops them after a day. The queue here lists what waits for a replay: one message
 * for each object, until an operator has dealt with it.
 */
import * as events from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { REPLAYABLE_DAYS } from '../../functions/adoption-metrics/dead-letter.ts';
import type { Alarms } from './alarms.ts';
import { FailureQueue, type FailureQueueProps } from './failure-queue.ts';
import { PrivateBucket } from './private-bucket.ts';

interface DeadLetterProps {
  readonly alarms: Alarms;
  /** The alarm of records that wait. */
  readonly waiting: Omit<FailureQueueProps, 'alarms'>;
  /** The alarm of records that no queue lists. */
  readonly unlisted: Omit<FailureQueueProps, 'alarms'>;
}

export class DeadLetter extends Construct {
  readonly records: s3.Bucket;
  readonly queueUrl: string;

  constructor(scope: Construct, id: string, { alarms, ...names }: DeadLetterProps) {
    super(scope, id);
    const records = new PrivateBucket(this, 'Records', {
      // Records hold what people wrote: only an operator who replays them reads them, and they
      // expire once no replay is possible.
      lifecycleRules: [
        {
          expiration: Duration.days(REPLAYABLE_DAYS),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      unlogged:
        'Lambda alone writes to it, and a replay reads it; logs would need one more bucket to look after.',
      tells: true,
    });

    const waiting = new FailureQueue(this, 'Waiting', { alarms, ...names.waiting });
    new events.Rule(this, 'Arrival', {
      description: 'A batch of the stream was given up',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [records.bucketName] } },
      },
      targets: [
        new SqsQueue(waiting, {
          // EventBridge tries for a day; then nobody would know of the batch.
          deadLetterQueue: new FailureQueue(this, 'Unlisted', { alarms, ...names.unlisted }),
        }),
      ],
    });
    this.records = records;
    this.queueUrl = waiting.queueUrl;
  }
}
