/**
 * A dead-letter queue. Messages stay for two weeks, SQS's longest retention, and are encrypted at
 * rest and in transit. A message in it raises an alarm.
 */
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { acceptFindings } from './accepted-findings.ts';
import type { AlarmProps, Alarms } from './alarms.ts';

export interface FailureQueueProps extends Pick<AlarmProps, 'name' | 'impact'> {
  readonly alarms: Alarms;
}

export class FailureQueue extends sqs.Queue {
  constructor(scope: Construct, id: string, { alarms, name, impact }: FailureQueueProps) {
    super(scope, id, {
      retentionPeriod: Duration.days(14),
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    const isDeadLetterQueue = 'It is itself a dead-letter queue, with an alarm on each message.';
    acceptFindings(this, {
      'AwsSolutions-SQS3': isDeadLetterQueue,
      'Serverless-SQSRedrivePolicy': isDeadLetterQueue,
    });
    alarms.watch(this, 'NotEmpty', {
      name,
      impact,
      metric: this.metricApproximateNumberOfMessagesVisible({
        statistic: Stats.MAXIMUM,
        period: Duration.minutes(5),
      }),
      when: { reaches: 1 },
      silence: 'good',
      tells: 'state',
    });
  }
}
