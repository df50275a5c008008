/**
 * The HTTP API: one route for each row of the contract's route table, backed by the function of the
 * row's audience. The gateway checks the token; the function decides the caller's rights from the
 * organization's member list.
 */
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import * as gateway from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import { Construct, DependencyGroup, type IDependable } from 'constructs';
import { administratorEnv } from '../../functions/administrator/env.ts';
import { committeeEnv } from '../../functions/committee/env.ts';
import { employeeEnv } from '../../functions/employee/env.ts';
import { managerEnv } from '../../functions/manager/env.ts';
import { photosEnv } from '../../functions/photos/env.ts';
import { searchEnv } from '../../functions/search/env.ts';
import { zoneEnv } from '../../functions/zone/env.ts';
import { API_PREFIX, type Audience, type Route, routeKey } from '../../shared/contract/route.ts';
import { ROUTES } from '../../shared/contract/routes/table.ts';
import { requestClassOf, type Throttles } from '../../shared/contract/throttles.ts';
import { acceptFindings } from './accepted-findings.ts';
import type { Alarms } from './alarms.ts';
import type { Concurrency } from './concurrency.ts';
import type { Data } from './data.ts';
import type { HashKey } from './hash-key.ts';
import type { Identity } from './identity.ts';
import { Logs } from './logs.ts';
import type { Photos } from './photos.ts';
import type { Rollout } from './rollout.ts';
import { ServerFunction } from './server-function.ts';

const METHODS = {
  GET: gateway.HttpMethod.GET,
  POST: gateway.HttpMethod.POST,
  PUT: gateway.HttpMethod.PUT,
  DELETE: gateway.HttpMethod.DELETE,
} as const satisfies Record<Route['method'], gateway.HttpMethod>;

/**
 * The log line of one request: the route and its outcome; no address, no path with ids, nothing of
 * the token.
 */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  error: '$context.error.responseType',
  milliseconds: '$context.responseLatency',
  functionStatus: '$context.integrationStatus',
  functionMilliseconds: '$context.integrationLatency',
  bytes: '$context.responseLength',
};

interface ApiProps {
  readonly data: Data;
  readonly hashKey: HashKey;
  readonly identity: Identity;
  readonly photos: Photos;
  /** What the functions take for a sign that a request came through the site; empty without one. */
  readonly originSecrets: string;
  readonly alarms: Alarms;
  readonly concurrency: Concurrency;
  readonly throttles: Throttles;
  /** The share of a function's time that one organization may use. */
  readonly organizationShare: string;
  readonly rollout: Rollout;
  readonly tracing: boolean;
}

export class Api extends Construct {
  readonly url: string;
  readonly http: gateway.HttpApi;
  /** Its functions, to depend on. */
  readonly functions: IDependable;

  constructor(scope: Construct, id: string, props: ApiProps) {
    super(scope, id);
    const { identity, alarms, throttles } = props;
    // No CORS: the pages are served from the same origin as the API.
    const api = new gateway.HttpApi(this, 'Http', {
      description: 'Golden Ideas',
      createDefaultStage: false,
    });
    const stage = new gateway.HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      // For a route without a limit of its own, of which there is none.
      throttle: { rateLimit: throttles.reads.rate, burstLimit: throttles.reads.burst },
      accessLogSettings: {
        destination: new gateway.LogGroupLogDestination(new Logs(this, 'AccessLogs')),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
    });

    const functions = this.functionsOf(props);
    this.functions = new DependencyGroup(...Object.values(functions).map(one => one.live.resource));
    const integration = (audience: Audience): HttpLambdaIntegration =>
      // The permission is for the API as a whole: all routes are ours, and one permission for each
      // would in time exceed the 20 KB of the function's policy.
      new HttpLambdaIntegration(audience, functions[audience].live.callee, {
        scopePermissionToRoute: false,
      });
    const integrations: Record<Audience, HttpLambdaIntegration> = {
      employee: integration('employee'),
      committee: integration('committee'),
      manager: integration('manager'),
      administrator: integration('administrator'),
      search: integration('search'),
      photos: integration('photos'),
      zone: integration('zone'),
    };
    const signedIn = new HttpJwtAuthorizer('SignedIn', identity.issuer, {
      jwtAudience: [identity.audience, ...(identity.canary ? [identity.canary.clientId] : [])],
    });
    const resource = stage.node.defaultChild;
    if (!(resource instanceof gateway.CfnStage))
      throw new Error('the construct’s resource is no stage');
    resource.routeSettings = Object.fromEntries(
      ROUTES.map(route => {
        const { rate, burst } = throttles[requestClassOf(route)];
        return [routeKey(route), { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst }];
      }),
    );
    // The stage refuses a limit for a route that does not exist yet.
    for (const { id, method, path, audience, access } of ROUTES) {
      const route = new gateway.HttpRoute(this, id, {
        httpApi: api,
        routeKey: gateway.HttpRouteKey.with(`${API_PREFIX}${path}`, METHODS[method]),
        integration: integrations[audience],
        ...(access.who === 'anybody'
          ? { authorizer: new gateway.HttpNoneAuthorizer() }
          : {
              authorizer: signedIn,
              authorizationScopes: [
                ...identity.scopes,
                // The canary asks who it is, and nothing else.
                ...(identity.canary && id === 'getMe' ? [identity.canary.scope] : []),
              ],
            }),
      });
      if (access.who === 'anybody')
        acceptFindings(route, {
          'AwsSolutions-APIG4': 'The contract says that anybody may read this, without an account.',
        });
      stage.node.addDependency(route);
    }
    this.url = api.apiEndpoint;
    this.http = api;
    alarms.watch(this, 'ServerErrors', {
      name: 'api-server-errors',
      impact:
        'Users see an error and do not know whether their request was stored; sending it again is safe.',
      metric: api.metricServerError({ period: Duration.minutes(5), statistic: Stats.SUM }),
      when: { reaches: 1 },
      silence: 'good',
      tells: 'state',
    });
  }

  /** The gateway gives up after 30 seconds; a function that gives up before can still answer. */
  private functionsOf({
    data,
    hashKey,
    photos,
    originSecrets,
    organizationShare,
    alarms,
    concurrency,
    rollout,
    tracing,
  }: ApiProps) {
    const environment = {
      TABLE_NAME: data.tableName,
      ORIGIN_SECRETS: originSecrets,
      ORGANIZATION_SHARE: organizationShare,
    };
    // Every view of an idea has the addresses of its photos.
    const showing = { ...environment, ...photos.secret };
    const hashing = { ...showing, HASH_KEY: hashKey.arn };
    const functions = {
      employee: new ServerFunction(this, 'Employee', {
        name: 'employee',
        whenItFails: 'employees cannot submit or support ideas, nor follow their own.',
        schema: employeeEnv,
        environment: hashing,
        // Submissions from the shop floor meet the cold starts. A cold start mostly loads code,
        // which needs processor, not memory.
        memory: 1024,
        timeout: Duration.seconds(10),
        alarms,
        concurrency,
        rollout,
        tracing,
        data,
        hashKey,
      }),
      committee: new ServerFunction(this, 'Committee', {
        name: 'committee',
        whenItFails: 'the committee cannot vote or decide, the secretary cannot import slips.',
        schema: committeeEnv,
        environment: hashing,
        memory: 1024,
        // A part of a slip file is stored within one request, sixteen rows at a time.
        timeout: Duration.seconds(28),
        alarms,
        concurrency,
        rollout,
        tracing,
        data,
        hashKey,
      }),
      manager: new ServerFunction(this, 'Manager', {
        name: 'manager',
        whenItFails:
          'managers see no numbers, and cannot accept work or approve and pay rewards; nothing is lost.',
        schema: managerEnv,
        environment: showing,
        // Numbers are a few small reads. The check of a bulletin reads all ideas of its round with
        // their histories and recomputes it.
        memory: 1024,
        timeout: Duration.seconds(28),
        alarms,
        concurrency,
        rollout,
        tracing,
        data,
      }),
      administrator: new ServerFunction(this, 'Administrator', {
        name: 'administrator',
        whenItFails:
          'administrators cannot change members, settings or the calendar; nothing is lost.',
        schema: administratorEnv,
        environment,
        memory: 1024,
        // A part of a member file is stored within one request, in some two hundred transactions at
        // most.
        timeout: Duration.seconds(28),
        alarms,
        concurrency,
        rollout,
        tracing,
        data,
      }),
      search: new ServerFunction(this, 'Search', {
        name: 'search',
        whenItFails: 'nobody can search, nor sees similar ideas while typing; nothing is lost.',
        schema: searchEnv,
        environment: showing,
        // A whole processor: it goes through all texts of an organization, which it keeps in memory.
        memory: 1769,
        timeout: Duration.seconds(20),
        alarms,
        concurrency,
        rollout,
        tracing,
        data,
      }),
      zone: new ServerFunction(this, 'Zone', {
        name: 'zone',
        whenItFails: 'the zone sees no roll-up; nothing is lost.',
        schema: zoneEnv,
        environment,
        // It reads and adds up to some thousands of small items.
        memory: 512,
        timeout: Duration.seconds(20),
        alarms,
        concurrency,
        rollout,
        tracing,
        data,
      }),
      photos: new ServerFunction(this, 'Pictures', {
        name: 'photos',
        whenItFails: 'photos cannot be added and are not shown; ideas can be handed in without.',
        schema: photosEnv,
        environment: { ...hashing, ...photos.variables },
        // It signs, and passes on some hundred kilobytes.
        memory: 512,
        timeout: Duration.seconds(10),
        alarms,
        concurrency,
        rollout,
        tracing,
        data,
        hashKey,
      }),
    } satisfies Record<Audience, unknown>;
    // Whoever signs a form has the right that it gives.
    photos.allow(functions.photos, 'uploads', 's3:PutObject');
    photos.allow(functions.photos, 'photos', 's3:GetObject');
    photos.allowListing(functions.photos, 'photos');
    return functions;
  }
}
