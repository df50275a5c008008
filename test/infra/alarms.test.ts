/**
 * Every failure raises an alarm with instructions: the alarms are compared with all functions, all
 * queues and the runbook.
 */
import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib/core';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { MOST_WATCHED, settingsOf } from '../../infra/aws/settings.ts';
import {
  METRIC,
  METRICS,
  NAMESPACE,
  NEWER_ITEMS,
  WHOLE_SYSTEM,
} from '../../shared/metrics/names.ts';
import { NewerItem } from '../../shared/store/stored-item.ts';
import { get, lambdas, ROOT, stack, synthesize } from './template.ts';

const dimension = z.object({ Name: z.string(), Value: z.string() });
const measured = z.object({
  MetricName: z.string(),
  Namespace: z.string(),
  Dimensions: z._default(z.array(dimension), []),
});
const alarm = z.object({
  AlarmName: z.string(),
  AlarmDescription: z.string(),
  AlarmActions: z.array(z.string()),
  OKActions: z._default(z.array(z.string()), []),
  ComparisonOperator: z.string(),
  EvaluationPeriods: z.number(),
  Threshold: z.number(),
  TreatMissingData: z.string(),
  Period: z.optional(z.number()),
  Statistic: z.optional(z.string()),
  MetricName: z.optional(z.string()),
  Namespace: z.optional(z.string()),
  Dimensions: z._default(z.array(dimension), []),
  Metrics: z._default(
    z.array(z.object({ MetricStat: z.optional(z.object({ Metric: measured })) })),
    [],
  ),
});
const PREFIX = 'GoldenIdeas-';
const alarms = new Map(
  [...stack.ofType('AWS::CloudWatch::Alarm').values()].map(({ Properties }) => {
    const read = alarm.parse(Properties);
    return [read.AlarmName.replace(PREFIX, ''), read] as const;
  }),
);
const names = [...alarms.keys()];

const named = (name: string) => {
  const found = alarms.get(name);
  if (!found) throw new Error(`no alarm ${name} among ${names.join(', ')}`);
  return found;
};
/** The metric of an alarm, as `name of dimension`. */
const looksAt = (name: string): string[] => {
  const { MetricName, Dimensions } = named(name);
  return [String(MetricName), ...Dimensions.map(({ Value }) => Value)];
};

describe('every alarm', () => {
  it.for(names)(
    '%s notifies the topic, names who is affected and links to the instructions',
    name => {
      const { AlarmName, AlarmDescription, AlarmActions, OKActions } = named(name);
      expect(AlarmName.startsWith(PREFIX)).toBe(true);
      expect(AlarmActions).toEqual(['AlarmsTopic']);
      expect([[], ['AlarmsTopic']]).toContainEqual(OKActions);
      expect(AlarmDescription).toMatch(
        new RegExp(`^[A-Z].{30,}\\. What to do: docs/runbook\\.md#${name}$`, 's'),
      );
    },
  );

  it('exists once', () => {
    expect(names).toHaveLength(stack.ofType('AWS::CloudWatch::Alarm').size);
  });

  it('has a heading in the runbook, and every heading of an alarm has an alarm', () => {
    const runbook = readFileSync(`${ROOT}docs/runbook.md`, 'utf8');
    const all = synthesize({
      canary: 'on',
      copyTo: 'arn:aws:backup:eu-west-1:210987654321:backup-vault:golden-ideas',
    })
      .ofType('AWS::CloudWatch::Alarm')
      .values();
    const possible = [...all].map(({ Properties }) =>
      alarm.parse(Properties).AlarmName.replace(PREFIX, ''),
    );
    const headings = [...runbook.matchAll(/^### (.+)$/gm)].map(([, heading = '']) => heading);
    expect(headings.toSorted()).toEqual(possible.toSorted());
  });

  it('on our own metrics watches the whole system, by an emitted name', () => {
    const own = [...alarms.values()].filter(({ Namespace }) => Namespace === NAMESPACE);
    expect(own.map(({ MetricName }) => MetricName).toSorted()).toEqual([
      'AdoptionRateBelowTarget',
      'AuditDrift',
      'IdeasSkipped',
      NEWER_ITEMS,
      'SubmissionsBelowTarget',
    ]);
    for (const { MetricName, Dimensions, Statistic } of own.filter(
      one => one.MetricName !== NEWER_ITEMS,
    )) {
      expect(METRICS.map(({ name }) => name)).toContain(MetricName);
      expect(Dimensions).toEqual([{ Name: 'service', Value: WHOLE_SYSTEM.service }]);
      // Log lines may be delivered twice, which does not change a maximum.
      expect(Statistic).toBe('Maximum');
    }
  });
});

describe('every function', () => {
  it.for([...lambdas.keys()])('%s has alarms for errors and throttles', id => {
    const about = (metric: string) =>
      names.filter(name => {
        const [looked, ...dimensions] = looksAt(name);
        return looked === metric && dimensions.includes(id);
      });
    expect(about('Errors')).toHaveLength(1);
    expect(about('Throttles')).toHaveLength(1);
  });
});

describe('every function', () => {
  it.for([...lambdas.keys()])('%s counts the newer items it meets', id => {
    const { LoggingConfig } = get(lambdas, id);
    const { LogGroup } = z.object({ LogGroup: z.string() }).parse(LoggingConfig);
    const filters = [...stack.ofType('AWS::Logs::MetricFilter').values()].map(
      one => one.Properties,
    );
    expect(filters).toContainEqual({
      LogGroupName: LogGroup,
      FilterPattern: '{ ($.error = "NewerItem") || ($.message.errorType = "NewerItem") }',
      MetricTransformations: [
        { MetricNamespace: NAMESPACE, MetricName: NEWER_ITEMS, MetricValue: '1' },
      ],
    });
    const { name } = new NewerItem('idea', 1);
    expect(name).toBe('NewerItem');
  });

  it('that meets one raises an alarm at once', () => {
    expect(named('newer-items')).toMatchObject({
      MetricName: NEWER_ITEMS,
      Threshold: 1,
      Dimensions: [],
    });
  });
});

describe('every queue', () => {
  it.for([...stack.ofType('AWS::SQS::Queue').keys()])(
    '%s has an alarm as soon as it holds a message',
    id => {
      const about = names.filter(name => looksAt(name).includes(`${id}.QueueName`));
      expect(about.map(named)).toMatchObject([
        { MetricName: 'ApproximateNumberOfMessagesVisible', Statistic: 'Maximum', Threshold: 1 },
      ]);
    },
  );
});

describe('the practice', () => {
  it.for([
    ['adoption-rate-below-target', METRIC.adoptionRateBelowTarget.name],
    ['submissions-below-target', METRIC.submissionsBelowTarget.name],
  ] as const)('%s goes off with the round that is published, once', ([name, metric]) => {
    expect(named(name)).toMatchObject({
      MetricName: metric,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      Threshold: 1,
      Period: 3600,
      EvaluationPeriods: 1,
      TreatMissingData: 'notBreaching',
      // No further publication in the next hour is no good news.
      OKActions: [],
    });
  });
});

describe('the pipeline', () => {
  it('lags when the counted records are ten minutes old', () => {
    expect(named('stream-lag')).toMatchObject({
      MetricName: 'IteratorAge',
      Statistic: 'Maximum',
      Threshold: 10 * 60 * 1000,
    });
    expect(looksAt('stream-lag')).toContain('MetricsAdoptionMetricsFunction');
  });

  it('drifts when a single number is wrong', () => {
    expect(named('audit-drift')).toMatchObject({ MetricName: METRIC.drift.name, Threshold: 1 });
  });

  it('has an alarm for a failing calendar, and for one that does not run', () => {
    expect(named('due-rounds-errors')).toMatchObject({ Period: 300, EvaluationPeriods: 2 });
    expect(named('due-rounds-not-running')).toMatchObject({
      MetricName: 'Invocations',
      ComparisonOperator: 'LessThanThreshold',
      Threshold: 1,
      TreatMissingData: 'breaching',
    });
  });

  it('is silent only when all is well: missing data matters only for scheduled functions', () => {
    const missed = names.filter(name => named(name).TreatMissingData === 'breaching');
    expect(missed.every(name => name.endsWith('-not-running'))).toBe(true);
    expect(missed.length).toBeGreaterThan(0);
  });

  it('has a table whose refusals of any operation count', () => {
    const looked = named('table-throttles').Metrics.flatMap(
      ({ MetricStat }) => MetricStat?.Metric ?? [],
    );
    expect(new Set(looked.map(({ MetricName }) => MetricName))).toEqual(
      new Set(['ThrottledRequests']),
    );
    expect(looked.flatMap(({ Dimensions }) => Dimensions.map(({ Value }) => Value))).toEqual(
      expect.arrayContaining(['DataTable', 'Query', 'PutItem', 'TransactWriteItems']),
    );
  });
});

describe('the topic', () => {
  const subscriptions = (of: ReturnType<typeof synthesize>) =>
    [...of.ofType('AWS::SNS::Subscription').values()].map(({ Properties }) => Properties);

  it('is the only one; alarms of this account may notify it, and nobody over plain HTTP', () => {
    expect([...stack.ofType('AWS::SNS::Topic').keys()]).toEqual(['AlarmsTopic']);
    expect(
      get(stack.ofType('AWS::SNS::TopicPolicy'), 'AlarmsTopicPolicy').PolicyDocument,
    ).toMatchObject({
      Statement: [
        { Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
        {
          Effect: 'Allow',
          Action: 'sns:Publish',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Resource: 'AlarmsTopic',
          Condition: { StringEquals: { 'aws:SourceAccount': 'AWS::AccountId' } },
        },
      ],
    });
  });

  it('sends e-mail if an address was given', { timeout: 30_000 }, () => {
    expect(subscriptions(stack)).toEqual([]);
    expect(subscriptions(synthesize({ alarmEmail: 'it@example.com' }))).toEqual([
      { Protocol: 'email', Endpoint: 'it@example.com', TopicArn: 'AlarmsTopic' },
    ]);
  });
});

describe('the dashboard', () => {
  const [board] = [...stack.ofType('AWS::CloudWatch::Dashboard').values()];
  const body = String(board?.Properties.DashboardBody);

  it('is the only one, named after the stack and the region', () => {
    expect(stack.ofType('AWS::CloudWatch::Dashboard').size).toBe(1);
    expect(board?.Properties.DashboardName).toBe('GoldenIdeas-AWS::Region');
  });

  it('shows every metric of ours', () => {
    for (const { name } of METRICS.filter(
      ({ name }) => !/BelowTarget$|^IdeasAccepted|^IdeasDecided/.test(name),
    ))
      expect(body).toContain(name);
  });

  it.for([
    'IteratorAge',
    'Errors',
    'Throttles',
    'ThrottledRequests',
    'ApproximateNumberOfMessagesVisible',
    '5xx',
    'Latency',
    'Invocations',
  ])('shows %s', metric => {
    expect(body).toContain(`"${metric}"`);
  });

  it('shows every function and every queue', () => {
    for (const name of [...lambdas.keys(), ...stack.ofType('AWS::SQS::Queue').keys()])
      expect(body).toContain(name);
  });

  it('searches the log of all organizations, and graphs those with metrics', () => {
    expect(body).toContain('filter kind = ');
    expect(body).toContain('MetricsAdoptionMetricsLogs');
    expect(body).toContain('SEARCH(');
  });
});

describe.for(['MetricsUncounted', 'SearchUnindexed'])('the dead-letter bucket of %s', at => {
  it('is read by no function, and keeps records as long as they can be replayed', () => {
    expect(get(stack.ofType('AWS::S3::Bucket'), `${at}Records`)).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: expect.anything(),
      LifecycleConfiguration: { Rules: [{ Status: 'Enabled', ExpirationInDays: 14 }] },
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    });
    expect([...stack.ofType('AWS::S3::Bucket').keys()].toSorted()).toEqual([
      'MetricsUncountedRecords',
      'Photos',
      'PhotosUploads',
      'SearchUnindexedRecords',
      'SitePages',
    ]);
    const policy = get(stack.ofType('AWS::S3::BucketPolicy'), `${at}RecordsPolicy`);
    expect(policy.PolicyDocument).toMatchObject({
      Statement: [{ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }],
    });
  });

  it('puts a message into the queue for each object, and nothing else does', () => {
    expect(get(stack.ofType('AWS::Events::Rule'), `${at}Arrival`)).toMatchObject({
      State: 'ENABLED',
      EventPattern: {
        source: ['aws.s3'],
        'detail-type': ['Object Created'],
        detail: { bucket: { name: [`${at}Records`] } },
      },
      Targets: [
        {
          Arn: `${at}Waiting.Arn`,
          DeadLetterConfig: { Arn: `${at}Unlisted.Arn` },
        },
      ],
    });
    const policy = get(stack.ofType('AWS::SQS::QueuePolicy'), `${at}WaitingPolicy`);
    expect(policy.PolicyDocument).toMatchObject({
      Statement: [
        { Effect: 'Deny' },
        {
          Effect: 'Allow',
          Principal: { Service: 'events.amazonaws.com' },
          Resource: `${at}Waiting.Arn`,
          Condition: { ArnEquals: { 'aws:SourceArn': `${at}Arrival.Arn` } },
        },
      ],
    });
  });
});

describe('metrics of single organizations', () => {
  it('are those of the requested organizations; none by default', { timeout: 30_000 }, () => {
    const told = (of: ReturnType<typeof synthesize>) =>
      [...of.ofType('AWS::Lambda::Function').values()].flatMap(({ Properties }) => {
        const { Variables } = z
          .object({ Variables: z.record(z.string(), z.string()) })
          .parse(Properties.Environment);
        return Variables.METRICS_ORGANIZATIONS ?? [];
      });
    expect(new Set(told(stack))).toEqual(new Set(['']));
    expect(new Set(told(synthesize({ watched: 'huatai,zhongcheng' })))).toEqual(
      new Set(['huatai,zhongcheng']),
    );
  });

  it.for([
    [{ watched: 'Huatai' }, /watched/],
    [{ watched: 'huatai, zhongcheng' }, /watched/],
    [
      { watched: Array.from({ length: MOST_WATCHED + 1 }, (_, at) => `firm-${at}`).join(',') },
      /watched/,
    ],
    [{ alarmEmail: 'nobody' }, /alarmEmail/],
  ] as const)('refuses the settings %o', ([context, why]) => {
    expect(() => settingsOf(new App({ context }).node)).toThrow(why);
  });
});
