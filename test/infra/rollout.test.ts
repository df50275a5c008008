/** A release replaces the one before step by step, in every function, and goes back if it fails. */
import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { jsonLog } from '../../functions/json-log.ts';
import { failureOf } from '../../shared/http/log.ts';
import { NAMESPACE, RELEASE_FAILURES } from '../../shared/metrics/names.ts';
import { FUNCTIONS, get, stack, synthesize } from './template.ts';

const each = Object.entries(FUNCTIONS).map(([prefix, name]) => ({ name, prefix }));
/** Called once a minute, or by the stream: a tenth of five minutes would be nothing. */
const LINEAR: readonly string[] = [
  'due-rounds',
  'deliberation-cycle',
  'adoption-metrics',
  'search-index',
];

const metrics = z.array(
  z.object({
    Id: z.string(),
    Expression: z.optional(z.string()),
    MetricStat: z.optional(
      z.object({
        Metric: z.object({
          MetricName: z.string(),
          Namespace: z.string(),
          Dimensions: z.array(z.object({ Name: z.string(), Value: z.string() })),
        }),
        Period: z.number(),
        Stat: z.string(),
      }),
    ),
  }),
);

describe.for(each)('$name', ({ name, prefix }) => {
  it('has an alias that leads to the newest version, moved by its group', () => {
    const alias = stack.resources.get(`${prefix}Live`);
    expect(alias?.Properties).toEqual({
      Name: 'live',
      FunctionName: `${prefix}Function`,
      FunctionVersion: `${prefix}FunctionCurrentVersion.Version`,
    });
    expect(alias?.UpdatePolicy).toEqual({
      CodeDeployLambdaAliasUpdate: {
        ApplicationName: 'RolloutApplication',
        DeploymentGroupName: `${prefix}Rollout`,
      },
    });
    // The alarm looks at the new version before the alias does.
    expect(alias?.DependsOn).toEqual(
      expect.arrayContaining([`${prefix}Rollout`, 'RolloutRoleDefaultPolicy']),
    );
  });

  it('goes back by itself: on its alarm, on a failure, and when it is stopped', () => {
    expect(get(stack.ofType('AWS::CodeDeploy::DeploymentGroup'), `${prefix}Rollout`)).toMatchObject(
      {
        ApplicationName: 'RolloutApplication',
        ServiceRoleArn: 'RolloutRole.Arn',
        DeploymentConfigName: LINEAR.includes(name)
          ? 'CodeDeployDefault.LambdaLinear10PercentEvery1Minute'
          : 'CodeDeployDefault.LambdaCanary10Percent5Minutes',
        DeploymentStyle: { DeploymentType: 'BLUE_GREEN', DeploymentOption: 'WITH_TRAFFIC_CONTROL' },
        AlarmConfiguration: { Enabled: true, Alarms: [{ Name: `${prefix}ReleaseFails` }] },
        AutoRollbackConfiguration: {
          Enabled: true,
          Events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_REQUEST', 'DEPLOYMENT_STOP_ON_ALARM'],
        },
      },
    );
  });

  it('is judged by its new version alone, within a minute, by crashes and by logged failures', () => {
    const alarm = get(stack.ofType('AWS::CloudWatch::Alarm'), `${prefix}ReleaseFails`);
    expect(alarm).toMatchObject({
      Threshold: 1,
      EvaluationPeriods: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
    });
    const version = `${prefix}FunctionCurrentVersion.Version`;
    const looked = metrics.parse(alarm.Metrics).flatMap(({ MetricStat }) => MetricStat ?? []);
    expect(looked).toEqual([
      {
        Metric: {
          Namespace: 'AWS/Lambda',
          MetricName: 'Errors',
          Dimensions: [
            { Name: 'ExecutedVersion', Value: version },
            { Name: 'FunctionName', Value: `${prefix}Function` },
            { Name: 'Resource', Value: `${prefix}Function:live` },
          ],
        },
        Period: 60,
        Stat: 'Sum',
      },
      {
        Metric: {
          Namespace: NAMESPACE,
          MetricName: RELEASE_FAILURES,
          Dimensions: [
            { Name: 'service', Value: name },
            { Name: 'version', Value: version },
          ],
        },
        Period: 60,
        Stat: 'Sum',
      },
    ]);
  });

  it('counts the failures that it logs, by version', () => {
    expect(get(stack.ofType('AWS::Logs::MetricFilter'), `${prefix}ReleaseFailures`)).toEqual({
      LogGroupName: `${prefix}Logs`,
      FilterPattern: '{ ($.level = "ERROR") && ($.error = "*") && ($.version = "*") }',
      MetricTransformations: [
        {
          MetricNamespace: NAMESPACE,
          MetricName: RELEASE_FAILURES,
          MetricValue: '1',
          Dimensions: [
            { Key: 'service', Value: '$.service' },
            { Key: 'version', Value: '$.version' },
          ],
        },
      ],
    });
  });
});

it('a failure is logged as the filter looks for it, and other lines are not', () => {
  vi.stubEnv('AWS_LAMBDA_FUNCTION_VERSION', '12');
  const lines: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation(line => {
    lines.push(String(line));
    return true;
  });
  const log = jsonLog('employee');
  log.error('failed', failureOf(new Error('no reason')));
  log.error('drift', { numbers: 1 });
  log.warn('throttled', failureOf(new Error('no reason')));
  write.mockRestore();
  vi.unstubAllEnvs();
  const counted = lines
    .map(line => JSON.parse(line))
    .filter(({ level, error, version }) => level === 'ERROR' && error && version);
  expect(counted).toMatchObject([{ message: 'failed', service: 'employee', version: '12' }]);
});

describe('every caller', () => {
  const text = (type: string) =>
    JSON.stringify([...stack.ofType(type).values()].map(({ Properties }) => Properties));

  it.for([
    'AWS::ApiGatewayV2::Integration',
    'AWS::Lambda::Permission',
    'AWS::Lambda::EventSourceMapping',
    'AWS::Scheduler::Schedule',
  ])('calls an alias: %s', type => {
    expect(text(type)).not.toMatch(/"\w+Function(\.Arn)?"/);
    expect(text(type)).toMatch(/\w+Live(:live)?"/);
  });

  it('of commands is told an alias', () => {
    const { CountingFunction, FoundingFunction } = stack.outputs;
    expect([CountingFunction, FoundingFunction]).toEqual([
      'MetricsAdoptionMetricsFunction:live',
      'FoundingFunction:live',
    ]);
  });

  it('among the functions calls an alias, and may call nothing else', () => {
    const { Variables } = z
      .object({ Variables: z.record(z.string(), z.string()) })
      .parse(get(stack.ofType('AWS::Lambda::Function'), 'CycleDueRoundsFunction').Environment);
    expect(Variables.CYCLE_FUNCTION).toBe('CycleDeliberationCycleFunction.Arn:live');
  });

  it('that is not waited for is retried, and given up, at the alias', () => {
    const qualifiers = [...stack.ofType('AWS::Lambda::EventInvokeConfig').values()].map(
      ({ Properties }) => Properties.Qualifier,
    );
    expect(qualifiers.toSorted()).toEqual([
      'part 7 of AuditNumbersAuditLive',
      'part 7 of CycleDueRoundsLive',
      'part 7 of PhotosCleaningLive',
    ]);
  });
});

describe('CodeDeploy', () => {
  it('may move the aliases of these functions, and read alarms', () => {
    const { PolicyDocument } = get(stack.ofType('AWS::IAM::Policy'), 'RolloutRoleDefaultPolicy');
    const { Statement } = z
      .object({ Statement: z.array(z.object({ Action: z.unknown(), Resource: z.unknown() })) })
      .parse(PolicyDocument);
    const [alarms, aliases, ...more] = Statement;
    expect(more).toEqual([]);
    expect(alarms).toMatchObject({ Action: 'cloudwatch:DescribeAlarms', Resource: '*' });
    expect(aliases?.Action).toEqual([
      'lambda:GetAlias',
      'lambda:GetProvisionedConcurrencyConfig',
      'lambda:UpdateAlias',
    ]);
    expect([aliases?.Resource].flat().toSorted()).toEqual(
      each
        .flatMap(({ prefix }) => [`${prefix}Function.Arn`, `${prefix}Function.Arn:live`])
        .toSorted(),
    );
  });
});

describe('rollout=all-at-once', () => {
  const atOnce = synthesize({ rollout: 'all-at-once' });

  it('moves every alias with the deployment, past the alarms', () => {
    expect([...atOnce.resources.values()].filter(({ Type }) => /CodeDeploy/.test(Type))).toEqual(
      [],
    );
    const aliases = [...atOnce.ofType('AWS::Lambda::Alias').values()];
    expect(aliases).toHaveLength(each.length);
    expect(aliases.filter(({ UpdatePolicy }) => UpdatePolicy !== undefined)).toEqual([]);
    expect([...atOnce.ofType('AWS::CloudWatch::Alarm').keys()]).not.toContain(
      'ApiEmployeeReleaseFails',
    );
  });

  it('leaves everything else as it is', () => {
    expect(get(atOnce.resources, 'MetricsStream')).toEqual(get(stack.resources, 'MetricsStream'));
    expect(atOnce.outputs).toEqual(stack.outputs);
  });
});

it('refuses another rollout', () => {
  expect(() => synthesize({ rollout: 'blue-green' })).toThrow(/rollout: canary/);
});
