/**
 * The house's alarms. Each stands beside what it watches, says who is hurt, and is called what its heading in `docs/runbook.md` is
 * called, where it says what to do. All of them tell the same topic.
 */
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

export interface AlarmProps {
  /** The heading in the runbook. */
  readonly name: string;
  /** Who is hurt, and how: for whoever is woken up by it. */
  readonly impact: string;
  readonly metric: cloudwatch.IMetric;
  /** When it goes off: at so much, or at less than so much. */
  readonly when: { readonly reaches: number } | { readonly staysBelow: number };
  /** For how many periods of the metric on end; once, if not given. */
  readonly periods?: number;
  /** Whether silence is as bad as a bad value. Where only the bad is told, silence is good. */
  readonly silence: 'bad' | 'good';
  /** `event`: something happened, and that it is over by itself means nothing; `state`: it lasts until it is mended. */
  readonly tells: 'event' | 'state';
}

export class Alarms extends Construct {
  readonly all: cloudwatch.Alarm[] = [];
  private readonly topic: sns.Topic;

  /** With an address for whoever is to be told by e-mail; others may subscribe to the topic. */
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
    if (email !== undefined) this.topic.addSubscription(new EmailSubscription(email));
  }

  get topicArn(): string {
    return this.topic.topicArn;
  }

  /** Adds an alarm beside what it watches. */
  watch(scope: Construct, id: string, props: AlarmProps): void {
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
        silence === 'bad' ? cloudwatch.TreatMissingData.BREACHING : cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    const tell = new SnsAction(this.topic);
    alarm.addAlarmAction(tell);
    if (tells === 'state') alarm.addOkAction(tell);
    this.all.push(alarm);
  }
}
