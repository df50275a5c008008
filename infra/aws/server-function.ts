/**
 * The house's Lambda function: bundled, traced, logging JSON into a group of its own, and with a role that may do what
 * `rights.ts` says and nothing else. Its environment is typed by the function's own schema, so a variable that is missing or
 * misspelled does not compile.
 */
import { fileURLToPath } from 'node:url';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type * as z from 'zod/mini';
import type { Data } from './data.ts';
import { Logs } from './logs.ts';
import { type FunctionName, RIGHTS, type Rights } from './rights.ts';

export interface ServerFunctionProps<Variables extends Readonly<Record<string, string>>> {
  readonly name: FunctionName;
  /** Who is hurt when it fails, and how: for whoever is woken up by it. */
  readonly whenItFails: string;
  /** The function's `env.ts`. */
  readonly schema: z.ZodMiniType<unknown, Variables>;
  readonly environment: NoInfer<Variables>;
  /** In MB. The share of a processor grows with it. */
  readonly memory: number;
  readonly timeout: Duration;
  /** How many may run at once, where that is to be limited. */
  readonly atOnce?: number;
  readonly data: Data;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** How the code is bundled. The SDK goes in too: what was tested is what runs. */
export const BUNDLING = {
  target: 'node24',
  minify: true,
  // Of a package that has both, the ESM part, from which esbuild can leave out what is not used.
  mainFields: ['module', 'main'],
  bundleAwsSDK: true,
};
export const ALIASES = { '@aws-sdk/credential-provider-node': './infra/aws/lambda-credentials.ts' };

const aliased = Object.fromEntries(Object.entries(ALIASES).map(([from, to]) => [`--alias:${from}`, to]));

export class ServerFunction<Variables extends Readonly<Record<string, string>>> extends Construct {
  readonly lambda: lambda.Function;
  private readonly role: iam.Role;

  constructor(scope: Construct, id: string, props: ServerFunctionProps<Variables>) {
    super(scope, id);
    const { name, data, atOnce } = props;
    const logs = new Logs(this, 'Logs');
    this.role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      description: `What ${name} may do`,
    });
    this.lambda = new NodejsFunction(this, 'Function', {
      description: `${name}. When it fails: ${props.whenItFails}`,
      entry: `${ROOT}functions/${name}/index.ts`,
      projectRoot: ROOT,
      depsLockFilePath: `${ROOT}package-lock.json`,
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      memorySize: props.memory,
      timeout: props.timeout,
      ...(atOnce !== undefined && { reservedConcurrentExecutions: atOnce }),
      role: this.role,
      environment: {
        ...props.environment,
        // So that a stack trace in the log names our lines and not the bundle's. Costs some 20 ms of a cold start.
        NODE_OPTIONS: '--enable-source-maps',
      },
      // A variable of the SDK's second version; today's keeps connections alive by itself.
      awsSdkConnectionReuse: false,
      tracing: lambda.Tracing.ACTIVE,
      logGroup: logs,
      loggingFormat: lambda.LoggingFormat.JSON,
      // Not lower: embedded metrics are lines without a level, which count as INFO.
      applicationLogLevelV2: lambda.ApplicationLogLevel.INFO,
      systemLogLevelV2: lambda.SystemLogLevel.INFO,
      bundling: {
        ...BUNDLING,
        format: OutputFormat.ESM,
        sourceMap: true,
        sourcesContent: false,
        esbuildArgs: aliased,
      },
    });
    this.allow({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logs.logGroupArn] });
    this.allowOnTable(RIGHTS[name], data);
  }

  /** Adds to what the function may do. */
  allow(statement: {
    readonly actions: string[];
    readonly resources: string[];
    readonly conditions?: Record<string, unknown>;
  }): void {
    this.role.addToPolicy(new iam.PolicyStatement(statement));
  }

  private allowOnTable({ reads, indexes, writes }: Rights, data: Data): void {
    this.allow({ actions: reads.map(read => `dynamodb:${read}`), resources: [data.tableArn] });
    if (indexes.length > 0)
      this.allow({
        actions: ['dynamodb:Query'],
        resources: indexes.map(index => data.indexArn(index)),
      });
    for (const [write, partitions] of Object.entries(writes))
      this.allow({
        actions: [`dynamodb:${write}`],
        resources: [data.tableArn],
        conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions } },
      });
  }
}
