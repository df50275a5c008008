/**
 * The system's alarms. Each is defined beside what it watches, names who is affected, and has the
 * name of its heading in `docs/runbook.md`, which says what to do. All alarms notify one topic.
 */
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { acceptFindings } from './accepted-findings.ts';

export interface AlarmProps {
  /** The heading in the runbook. */
  readonly name: string;
  /** Who is affected, and how, for the person on call. */
  readonly impact: string;
  readonly metric: cloudwatch.IMetric;
  /** When it goes off: at this value or more, or below this value. */
  readonly when: { readonly reaches: number } | { readonly staysBelow: number };
  /** The number of successive periods of the metric; 1 by default. */
  readonly periods?: number;
  /**
   * Whether missing data is as bad as a bad value. For a metric that reports failures only, silence
   * is good.
   */
  readonly silence: 'bad' | 'good';
  /**
   * `event`: something happened, and the alarm's end means nothing; `state`: it lasts until it is
   * mended.
   */
  readonly tells: 'event' | 'state';
}

export class Alarms extends Construct {
  readonly all: cloudwatch.Alarm[] = [];
  private readonly topic: sns.Topic;

  /** Subscribes the e-mail address, if there is one; others may subscribe to the topic. */
  constructor(scope: Construct, id: string, { email }: { readonly email: string | undefined }) {
    super(scope, id);
    this.topic = new sns.Topic(this, 'Topic', { displayName: 'Golden Ideas', enforceSSL: true });
    this.topic.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    if (email !== undefined)
      acceptFindings(this.topic.addSubscription(new EmailSubscription(email)), {
        'Serverless-SNSRedrivePolicy':
          'SNS tries a mail for hours; a queue of mails would need an alarm that is mailed too.',
      });
  }

  get topicArn(): string {
    return this.topic.topicArn;
  }

  /** Adds an alarm beside what it watches. */
  watch(scope: Construct, id: string, props: AlarmProps): cloudwatch.Alarm {
    const { name, impact, metric, when, periods = 1, silence, tells } = props;
    const alarm = new cloudwatch.Alarm(scope, id, {
      alarmName: `${Stack.of(this).stackName}-${name}`,
      alarmDescription: `${impact} What to do: docs/runbook.md#${name}`,
      metric,
      ...('reaches' in when
        ? {
            threshold: when.reaches,
            comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
          }
        : {
            threshold: when.staysBelow,
            comparisonOperator: cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
          }),
      evaluationPeriods: periods,
      treatMissingData:
        silence === 'bad'
          ? cloudwatch.TreatMissingData.BREACHING
          : cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    const tell = new SnsAction(this.topic);
    alarm.addAlarmAction(tell);
    if (tells === 'state') alarm.addOkAction(tell);
    this.all.push(alarm);
    return alarm;
  }
}
