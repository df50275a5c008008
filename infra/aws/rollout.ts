/**
 * How a release replaces the one before. Callers call a function's alias; CodeDeploy leads a part
 * of the calls to the new version, watches that version alone, and goes back if it fails (ADR 50).
 */
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Aws, Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { NAMESPACE, RELEASE_FAILURES } from '../../shared/metrics/names.ts';
import { acceptFindings } from './accepted-findings.ts';
import type { Alarms } from './alarms.ts';
import type { Logs } from './logs.ts';
import type { FunctionName } from './rights.ts';
import type { Settings } from './settings.ts';

/**
 * How calls move to the new version. With a tenth for five minutes, a function that is called once
 * a minute would be judged without a single call in 59 of 100 releases; with a tenth more each
 * minute in 4 of 10,000.
 */
const PACES = {
  canary: codedeploy.LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
  linear: codedeploy.LambdaDeploymentConfig.LINEAR_10PERCENT_EVERY_1MINUTE,
} as const;

/** The paces of the functions; those called once a minute, or by the stream, have the second. */
const PACE_OF: Record<FunctionName, keyof typeof PACES | 'at once'> = {
  employee: 'canary',
  committee: 'canary',
  manager: 'canary',
  administrator: 'canary',
  search: 'canary',
  photos: 'canary',
  'photo-cleaning': 'canary',
  zone: 'canary',
  founding: 'canary',
  reconciliation: 'canary',
  'due-rounds': 'linear',
  'deliberation-cycle': 'linear',
  'adoption-metrics': 'linear',
  'search-index': 'linear',
  // It watches the others; and it needs the site, which comes after the aliases.
  canary: 'at once',
};

interface Released {
  readonly name: FunctionName;
  readonly lambda: lambda.Function;
  readonly alias: lambda.Alias;
  readonly logs: Logs;
}

interface RolloutProps {
  readonly by: Settings['rollout'];
  readonly alarms: Alarms;
}

export class Rollout extends Construct {
  private readonly alarms: Alarms;
  /** Undefined if releases replace each other at once. */
  private readonly means:
    | { readonly application: codedeploy.LambdaApplication; readonly role: iam.Role }
    | undefined;

  constructor(scope: Construct, id: string, { by, alarms }: RolloutProps) {
    super(scope, id);
    this.alarms = alarms;
    if (by === 'all-at-once') return;
    const role = new iam.Role(this, 'Role', {
      description: 'The rights of CodeDeploy, which moves the aliases of the functions',
      // The form that is valid in China, too.
      assumedBy: new iam.ServicePrincipal(`codedeploy.${Aws.REGION}.${Aws.URL_SUFFIX}`, {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    });
    role.addToPolicy(
      // As in AWS's own policy; it names no alarms, and reads nothing else.
      new iam.PolicyStatement({ actions: ['cloudwatch:DescribeAlarms'], resources: ['*'] }),
    );
    acceptFindings(role, {
      'AwsSolutions-IAM5[Resource::*]':
        'CodeDeploy asks for alarms as in AWS’s own policy for it; it learns their state and no more.',
    });
    this.means = { application: new codedeploy.LambdaApplication(this, 'Application'), role };
  }

  /** Has the alias of a function moved step by step, and back if the new version fails. */
  release(scope: Construct, { name, lambda, alias, logs }: Released): void {
    const pace = PACE_OF[name];
    if (this.means === undefined || pace === 'at once') return;
    const { application, role } = this.means;
    role.addToPolicy(
      new iam.PolicyStatement({
        actions: [
          'lambda:GetAlias',
          'lambda:UpdateAlias',
          'lambda:GetProvisionedConcurrencyConfig',
        ],
        resources: [lambda.functionArn, `${lambda.functionArn}:${alias.aliasName}`],
      }),
    );
    const group = new codedeploy.LambdaDeploymentGroup(scope, 'Rollout', {
      application,
      alias,
      deploymentConfig: PACES[pace],
      alarms: [
        this.alarms.watch(scope, 'ReleaseFails', {
          name: `${name}-release`,
          impact: `The new release of ${name} fails; the former one is put back.`,
          metric: failuresOf(lambda, alias, countFailures(scope, name, logs)),
          when: { reaches: 1 },
          silence: 'good',
          tells: 'event',
        }),
      ],
      autoRollback: { failedDeployment: true, stoppedDeployment: true, deploymentInAlarm: true },
      // CDK would attach AWS's policy, which is for all functions of the account.
      role: role.withoutPolicyUpdates(),
    });
    // Before an alias moves, its group is up to date, with an alarm for the version to come.
    alias.node.addDependency(group, role);
  }
}

/** Counts the requests that a function answers with an error of its own; these are not `Errors`. */
function countFailures(
  scope: Construct,
  name: string,
  logs: Logs,
): (version: string) => cloudwatch.Metric {
  new MetricFilter(scope, 'ReleaseFailures', {
    logGroup: logs,
    filterPattern: FilterPattern.all(
      FilterPattern.stringValue('$.level', '=', 'ERROR'),
      FilterPattern.exists('$.error'),
      FilterPattern.exists('$.version'),
    ),
    metricNamespace: NAMESPACE,
    metricName: RELEASE_FAILURES,
    metricValue: '1',
    dimensions: { service: '$.service', version: '$.version' },
  });
  return version =>
    new cloudwatch.Metric({
      namespace: NAMESPACE,
      metricName: RELEASE_FAILURES,
      dimensionsMap: { service: name, version },
      ...EACH_MINUTE,
    });
}

const EACH_MINUTE = { statistic: cloudwatch.Stats.SUM, period: Duration.minutes(1) };

/**
 * The failures of the newest version alone: those of the former one must not stop the release that
 * mends them.
 */
function failuresOf(
  lambda: lambda.Function,
  alias: lambda.Alias,
  logged: (version: string) => cloudwatch.Metric,
): cloudwatch.IMetric {
  const { version } = lambda.currentVersion;
  return new cloudwatch.MathExpression({
    expression: 'FILL(crashes, 0) + FILL(logged, 0)',
    label: 'Failures of the new version',
    period: EACH_MINUTE.period,
    usingMetrics: {
      crashes: new cloudwatch.Metric({
        namespace: 'AWS/Lambda',
        metricName: 'Errors',
        dimensionsMap: {
          FunctionName: lambda.functionName,
          Resource: `${lambda.functionName}:${alias.aliasName}`,
          ExecutedVersion: version,
        },
        ...EACH_MINUTE,
      }),
      logged: logged(version),
    },
  });
}
