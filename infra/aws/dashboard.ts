/**
 * The dashboard: at the top, the numbers of the practice; below, the health of the system.
 * Functions and queues come from the stack as it is built, so none is forgotten.
 */
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Aws, Duration, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { type Kind, METRIC, METRICS, type Metric, NAMESPACE } from '../../shared/metrics/names.ts';
import type { Alarms } from './alarms.ts';
import type { Api } from './api.ts';
import type { Data } from './data.ts';
import { FailureQueue } from './failure-queue.ts';
import { ofWholeSystem } from './metrics.ts';
import type { Projections } from './projections.ts';
import type { SearchIndex } from './search-index.ts';
import { ServerFunction } from './server-function.ts';

export interface DashboardProps {
  readonly data: Data;
  readonly api: Api;
  readonly metrics: Projections;
  readonly searchIndex: SearchIndex;
  readonly alarms: Alarms;
}

const FIVE_MINUTES = Duration.minutes(5);
const DAY = Duration.days(1);
/** The widgets of a row share a width of 24. */
const [WHOLE, HALF, THIRD] = [24, 12, 8];

export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, props: DashboardProps) {
    super(scope, id);
    const inStack = Stack.of(this).node.findAll();
    const functions = inStack.filter(one => one instanceof ServerFunction);
    const queues = inStack.filter(one => one instanceof FailureQueue);
    const board = new cloudwatch.Dashboard(this, 'Board', {
      // All regions of an account share the names of dashboards.
      dashboardName: `${Stack.of(this).stackName}-${Aws.REGION}`,
      defaultInterval: Duration.days(35),
      widgets: [...numbers(functions), ...health(props, functions, queues)],
    });
    // Some regions do not know tags on a dashboard and refuse a template that has them, whoever
    // added them.
    const resource = board.node.defaultChild;
    if (!(resource instanceof cloudwatch.CfnDashboard))
      throw new Error('a dashboard without a resource');
    resource.addPropertyDeletionOverride('Tags');
  }
}

/** The results: as published, of each round in the log, and of the watched organizations. */
function numbers(functions: readonly ServerFunction[]): cloudwatch.IWidget[][] {
  const logs = functions
    .filter(({ name }) => name === 'adoption-metrics' || name === 'deliberation-cycle')
    .map(({ lambda }) => lambda.logGroup.logGroupName);
  return [
    [heading('金点子 Ideas')],
    [
      graph('采纳率与目标 Adoption rate and target, as published', HALF, [
        ofWholeSystem(METRIC.publishedAdoptionRate, 'Average', DAY),
        ofWholeSystem(METRIC.publishedAdoptionRate, 'Minimum', DAY).with({ label: 'lowest' }),
        ofWholeSystem(METRIC.adoptionRateTarget, 'Average', DAY),
      ]),
      graph('提交数与目标 Submissions and target, as published', HALF, [
        ofWholeSystem(METRIC.publishedSubmissions, 'Average', DAY),
        ofWholeSystem(METRIC.publishedSubmissions, 'Minimum', DAY).with({ label: 'lowest' }),
        ofWholeSystem(METRIC.submissionsTarget, 'Average', DAY),
      ]),
    ],
    [
      new cloudwatch.LogQueryWidget({
        title: '各单位各期 Each round of each organization, as it runs',
        width: WHOLE,
        height: 8,
        logGroupNames: logs,
        queryString: latestOf('round'),
      }),
    ],
    [
      new cloudwatch.LogQueryWidget({
        title: '公示与目标 What was published, and what was aimed at',
        width: HALF,
        height: 8,
        logGroupNames: logs,
        queryString: latestOf('publication'),
      }),
      new cloudwatch.LogQueryWidget({
        title: '逾期 Overdue work by organization',
        width: HALF,
        height: 8,
        logGroupNames: logs,
        queryString: [
          `filter kind = '${METRIC.overdue.kind}'`,
          `stats latest(${METRIC.overdue.name}) as overdue by organization`,
          'filter overdue > 0',
          'sort overdue desc',
        ].join(' | '),
      }),
    ],
    [
      graph('逾期合计 Overdue in all', THIRD, [ofWholeSystem(METRIC.overdueInAll, 'Maximum', DAY)]),
      graph('重点单位采纳率 Adoption rate of the watched', THIRD, [ofWatched(METRIC.adoptionRate)]),
      graph('重点单位提交数 Submissions of the watched', THIRD, [ofWatched(METRIC.submitted)]),
    ],
    [
      graph('重点单位参与率 Participation of the watched', THIRD, [
        ofWatched(METRIC.participation),
      ]),
      graph('重点单位决定天数 Days to decision of the watched', THIRD, [
        ofWatched(METRIC.decisionDays),
      ]),
      graph('重点单位效益 Verified benefit of the watched', THIRD, [
        ofWatched(METRIC.verifiedBenefit),
      ]),
    ],
  ];
}

/** The health of the system. */
function health(
  { data, api, metrics, searchIndex, alarms }: DashboardProps,
  functions: readonly ServerFunction[],
  queues: readonly FailureQueue[],
): cloudwatch.IWidget[][] {
  const sum = { period: FIVE_MINUTES, statistic: cloudwatch.Stats.SUM };
  const ofEach = (metric: (one: ServerFunction) => cloudwatch.Metric): cloudwatch.Metric[] =>
    functions.map(one => metric(one).with({ label: one.name }));
  return [
    [heading('运行 Operation')],
    [
      new cloudwatch.AlarmStatusWidget({
        title: '告警 Alarms',
        width: WHOLE,
        height: 6,
        alarms: alarms.all,
      }),
    ],
    [
      graph('数据流滞后 Stream lag', THIRD, [metrics.lag, searchIndex.lag]),
      graph('失败队列 Failure queues', THIRD, [
        ...queues.map(queue =>
          queue.metricApproximateNumberOfMessagesVisible({
            period: FIVE_MINUTES,
            statistic: cloudwatch.Stats.MAXIMUM,
            label: queue.node.path,
          }),
        ),
      ]),
      graph('核对差异 Audit drift', THIRD, [
        ofWholeSystem(METRIC.drift, 'Maximum', Duration.hours(1)),
      ]),
    ],
    [
      graph(
        '函数错误 Errors',
        THIRD,
        ofEach(({ lambda }) => lambda.metricErrors(sum)),
      ),
      graph(
        '函数限流 Throttles',
        THIRD,
        ofEach(({ lambda }) => lambda.metricThrottles(sum)),
      ),
      graph(
        '函数耗时 Duration, 99 in 100',
        THIRD,
        ofEach(({ lambda }) => lambda.metricDuration({ period: FIVE_MINUTES, statistic: 'p99' })),
      ),
    ],
    [
      graph('接口错误 API errors', THIRD, [
        api.http.metricServerError({ ...sum, label: '5xx' }),
        api.http.metricClientError({ ...sum, label: '4xx' }),
      ]),
      graph('接口耗时 API latency', THIRD, [
        ...['p50', 'p95', 'p99'].map(statistic =>
          api.http.metricLatency({ period: FIVE_MINUTES, statistic, label: statistic }),
        ),
      ]),
      graph('接口请求 API requests', THIRD, [api.http.metricCount({ ...sum, label: 'requests' })]),
    ],
    [
      graph('数据表限流 Table throttles', THIRD, [data.throttles]),
      graph('日程 Calendar', THIRD, [
        ofWholeSystem(METRIC.cycleSteps, 'Sum', Duration.hours(1)),
        ...functions
          .filter(({ name }) => name === 'due-rounds')
          .map(({ lambda }) =>
            lambda.metricInvocations({
              period: Duration.hours(1),
              statistic: cloudwatch.Stats.SUM,
            }),
          ),
      ]),
      graph(
        '函数调用 Invocations',
        THIRD,
        ofEach(({ lambda }) => lambda.metricInvocations(sum)),
      ),
    ],
  ];
}

function heading(text: string): cloudwatch.IWidget {
  return new cloudwatch.TextWidget({ markdown: `## ${text}`, width: WHOLE, height: 1 });
}

function graph(title: string, width: number, left: cloudwatch.IMetric[]): cloudwatch.IWidget {
  return new cloudwatch.GraphWidget({ title, width, height: 6, left, leftYAxis: { min: 0 } });
}

/**
 * The latest numbers of every round, from the log lines, which cover all organizations, watched or
 * not.
 */
function latestOf(kind: Kind): string {
  const told = METRICS.filter(metric => metric.kind === kind);
  return [
    `filter kind = '${kind}'`,
    `stats ${told.map(({ name }) => `latest(${name}) as latest${name}`).join(', ')} by organization, round`,
    'sort round desc, organization asc',
    'limit 1000',
  ].join(' | ');
}

/** A line for each round of all watched organizations. */
function ofWatched({ name }: Metric): cloudwatch.IMetric {
  return new cloudwatch.SearchExpression({
    expression: `SEARCH('{${NAMESPACE},organization,round} MetricName="${name}"', 'Maximum', 3600)`,
    label: '',
  });
}
