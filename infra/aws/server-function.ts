/**
 * A Lambda function of the system: bundled, traced, with JSON logs in a group of its own, alarms
 * for its failures, and a role with exactly the rights of `rights.ts`. The function's own schema
 * types its environment, so a missing or misspelled variable does not compile.
 */
import { fileURLToPath } from 'node:url';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { AssetHashType, Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type * as z from 'zod/mini';
import { acceptFindings } from './accepted-findings.ts';
import type { Alarms } from './alarms.ts';
import { bundle } from './bundle.ts';
import type { Concurrency } from './concurrency.ts';
import type { Data } from './data.ts';
import type { HashKey } from './hash-key.ts';
import { LIVE, type LiveAlias, liveAlias } from './live-alias.ts';
import { Logs } from './logs.ts';
import { type FunctionName, RIGHTS, type Rights } from './rights.ts';
import type { Rollout } from './rollout.ts';

export interface ServerFunctionProps<Variables extends Readonly<Record<string, string>>> {
  readonly name: FunctionName;
  /** Who is affected when it fails, and how, for the person on call. */
  readonly whenItFails: string;
  /** The function's `env.ts`. */
  readonly schema: z.ZodMiniType<unknown, Variables>;
  readonly environment: NoInfer<Variables>;
  /** In MB. The share of a processor grows with it. */
  readonly memory: number;
  readonly timeout: Duration;
  readonly concurrency: Concurrency;
  /**
   * The number of successive five-minute periods with errors or throttles before the alarm: more
   * than one if the next run makes up for a missed one.
   */
  readonly alarmAfter?: { readonly errors: number; readonly throttles: number };
  /**
   * For a scheduled function: the number of such periods within which it must have run, or the
   * alarm goes off.
   */
  readonly runsWithin?: { readonly period: Duration; readonly periods: number };
  readonly alarms: Alarms;
  readonly rollout: Rollout;
  /** Whether its requests are traced. */
  readonly tracing: boolean;
  /** The table, if it has rights to one. */
  readonly data?: Data;
  /** The key of its keyed hashes, if it makes any. */
  readonly hashKey?: HashKey;
}

type Watched = Pick<
  ServerFunctionProps<Readonly<Record<string, string>>>,
  'name' | 'whenItFails' | 'alarms' | 'alarmAfter' | 'runsWithin'
>;

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const RUNTIME = lambda.Runtime.NODEJS_24_X;

/** The period in which failures are checked. */
const LOOK = { period: Duration.minutes(5) };

export class ServerFunction<
  Variables extends Readonly<Record<string, string>> = Readonly<Record<string, string>>,
> extends Construct {
  /** The function itself, for its metrics and logs; callers call `live`. */
  readonly lambda: lambda.Function;
  readonly live: LiveAlias;
  /** The alias as texts, which do not wait for a release of it to be completed. */
  readonly liveArn: string;
  readonly liveName: string;
  readonly name: FunctionName;
  private readonly role: iam.Role;

  constructor(scope: Construct, id: string, props: ServerFunctionProps<Variables>) {
    super(scope, id);
    const { name, data, hashKey } = props;
    const reserved = props.concurrency.reserved[name];
    this.name = name;
    const logs = new Logs(this, 'Logs');
    logs.countNewerItems();
    this.role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      description: `The rights of ${name}`,
    });
    this.lambda = new lambda.Function(this, 'Function', {
      description: `${name}. When it fails: ${props.whenItFails}`,
      code: codeOf(name),
      handler: 'index.handler',
      runtime: RUNTIME,
      architecture: lambda.Architecture.ARM_64,
      memorySize: props.memory,
      timeout: props.timeout,
      ...(reserved !== undefined && { reservedConcurrentExecutions: reserved }),
      role: this.role,
      environment: props.environment,
      // With it come the rights to send traces.
      tracing: props.tracing ? lambda.Tracing.ACTIVE : lambda.Tracing.DISABLED,
      logGroup: logs,
      loggingFormat: lambda.LoggingFormat.JSON,
      // Not lower: embedded metrics are lines without a level, which count as INFO.
      applicationLogLevelV2: lambda.ApplicationLogLevel.INFO,
      systemLogLevelV2: lambda.SystemLogLevel.INFO,
    });
    acceptFindings(this.role, {
      'AwsSolutions-IAM5[Resource::*]':
        'X-Ray takes traces, and its two actions to send them know no resources.',
    });
    acceptFindings(this.lambda, {
      'Serverless-LambdaDLQ':
        'Whoever calls it waits for the answer or calls again, and an alarm tells of its errors; what the stream sent has its own place.',
    });
    this.allow({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logs.logGroupArn],
    });
    if (data && name !== 'canary') this.allowOnTable(RIGHTS[name], data);
    if (hashKey) this.allow({ actions: ['kms:GenerateMac'], resources: [hashKey.arn] });
    this.watch(props);
    this.live = liveAlias(this, this.lambda);
    this.liveArn = `${this.lambda.functionArn}:${LIVE}`;
    this.liveName = `${this.lambda.functionName}:${LIVE}`;
    props.rollout.release(this, { name, lambda: this.lambda, alias: this.live.resource, logs });
  }

  /** Adds to the function's rights. */
  allow(statement: {
    readonly actions: string[];
    readonly resources: string[];
    readonly conditions?: Record<string, unknown>;
  }): void {
    this.role.addToPolicy(new iam.PolicyStatement(statement));
  }

  private watch(props: Watched): void {
    const {
      name,
      whenItFails,
      alarms,
      alarmAfter = { errors: 1, throttles: 1 },
      runsWithin,
    } = props;
    const failing = {
      impact: `When it fails: ${whenItFails}`,
      silence: 'good',
      tells: 'state',
    } as const;
    alarms.watch(this, 'Errors', {
      ...failing,
      name: `${name}-errors`,
      metric: this.lambda.metricErrors(LOOK),
      when: { reaches: 1 },
      periods: alarmAfter.errors,
    });
    alarms.watch(this, 'Throttles', {
      ...failing,
      name: `${name}-throttles`,
      metric: this.lambda.metricThrottles(LOOK),
      when: { reaches: 1 },
      periods: alarmAfter.throttles,
    });
    if (runsWithin)
      alarms.watch(this, 'NotRunning', {
        ...failing,
        name: `${name}-not-running`,
        metric: this.lambda.metricInvocations({ period: runsWithin.period }),
        when: { staysBelow: 1 },
        periods: runsWithin.periods,
        silence: 'bad',
      });
  }

  private allowOnTable(
    { reads, indexes, writes, narrowUpdates, narrowQueries, within, spared = {} }: Rights,
    data: Data,
  ): void {
    const keptOut = new Map<string, string>(Object.entries(spared));
    const outside = (action: string) => {
      const not = [within?.not, keptOut.get(action)].filter(one => one !== undefined);
      return not.length > 0 && { 'ForAllValues:StringNotLike': { 'dynamodb:LeadingKeys': not } };
    };
    this.allow({
      actions: reads.map(read => `dynamodb:${read}`),
      resources: [data.tableArn],
      ...(within && {
        conditions: {
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': within.only },
          ...outside('read'),
        },
      }),
    });
    if (indexes.length > 0)
      this.allow({
        actions: ['dynamodb:Query'],
        resources: indexes.map(index => data.indexArn(index)),
      });
    if (narrowQueries)
      this.allow({
        actions: ['dynamodb:Query'],
        resources: narrowQueries.indexes.map(index => data.indexArn(index)),
        conditions: {
          'ForAllValues:StringEquals': { 'dynamodb:Attributes': [...narrowQueries.attributes] },
          // Without it a query that names no attributes would return them all.
          StringEquals: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
        },
      });
    for (const [write, partitions] of Object.entries(writes))
      this.allow({
        actions: [`dynamodb:${write}`],
        resources: [data.tableArn],
        conditions: {
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions },
          ...outside(write),
        },
      });
    if (narrowUpdates)
      this.allow({
        actions: ['dynamodb:UpdateItem'],
        resources: [data.tableArn],
        conditions: {
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': narrowUpdates.partitions },
          'ForAllValues:StringEquals': { 'dynamodb:Attributes': narrowUpdates.attributes },
          // Prevents an update from returning all attributes.
          StringEqualsIfExists: { 'dynamodb:ReturnValues': ['NONE'] },
        },
      });
  }
}

/**
 * A function's bundle, made during synthesis; CDK requires an image and never uses it. The folder
 * has to be the function's own, because CDK makes one bundle of each folder.
 */
function codeOf(name: FunctionName): lambda.Code {
  const tryBundle = (folder: string) => {
    bundle(`functions/${name}/index.ts`, folder);
    return true;
  };
  return lambda.Code.fromAsset(`${ROOT}functions/${name}`, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: { image: RUNTIME.bundlingImage, local: { tryBundle } },
  });
}
