/**
 * The middleware of every HTTP function: it finds the endpoint, logs the request, and turns
 * refusals and errors into problem documents. The log has the route and the outcome, never a
 * person, a text or a token.
 */
import middy, { type MiddlewareObj } from '@middy/core';
import compressed from '@middy/http-content-encoding';
import negotiated from '@middy/http-content-negotiation';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { routeKey } from '../contract/route.ts';
import { NewerItem } from '../store/stored-item.ts';
import type { Endpoint } from './endpoint.ts';
import { type FairShare, WITHOUT_SHARES } from './fair-share.ts';
import { languageOf } from './language.ts';
import { failureOf, type Log } from './log.ts';
import type { OnDemand } from './on-demand.ts';
import { cameThroughSite } from './origin.ts';
import { isPassing } from './passing.ts';
import type { AnyRefusal } from './refusal.ts';
import { headerOf } from './request.ts';
import { API_HEADERS } from './security-headers.ts';

type Middleware = MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>;

/** What every HTTP function is wired with. */
export interface ApiWiring {
  readonly log: Log;
  /** The secrets of the site's host; without any, requests may come from anywhere. */
  readonly originSecrets?: readonly string[];
  /** What one organization may use; without it, nobody is refused. */
  readonly shares?: FairShare;
}

/** Combines endpoints into one Lambda handler, including those loaded on demand. */
export function api(
  endpoints: readonly (Endpoint | OnDemand)[],
  { log, originSecrets = [], shares = WITHOUT_SHARES }: ApiWiring,
) {
  const byAddress = new Map<string, Endpoint | OnDemand>(
    endpoints.map(one => ['route' in one ? routeKey(one.route) : one.address, one]),
  );

  async function respond(
    event: APIGatewayProxyEventV2,
  ): Promise<APIGatewayProxyStructuredResultV2> {
    if (!cameThroughSite(event, originSecrets))
      return refusalResponse(event, { code: 'not-through-site' });
    const organization = event.pathParameters?.organization;
    if (organization === undefined) return answered(event);
    const retryAfterSeconds = shares.secondsToWait(organization);
    if (retryAfterSeconds !== undefined)
      return refusalResponse(event, { code: 'too-many-requests', retryAfterSeconds });
    const begun = performance.now();
    const response = await answered(event).catch((error: unknown) => {
      shares.charge(organization, performance.now() - begun);
      throw error;
    });
    // A stranger, or a name that nobody has, is no organization that competes.
    if (response.statusCode !== 404) shares.charge(organization, performance.now() - begun);
    return response;
  }

  async function answered(
    event: APIGatewayProxyEventV2,
  ): Promise<APIGatewayProxyStructuredResultV2> {
    const found = byAddress.get(event.routeKey);
    if (!found) return refusalResponse(event, { code: 'no-such-route' });
    const endpoint = 'load' in found ? await found.load() : found;
    const answer = await endpoint.answer(event, languageOf(headerOf(event, 'accept-language')));
    if (!answer.ok) return refusalResponse(event, answer.refusal);
    if ('unchanged' in answer) return { statusCode: 304, headers: { ...answer.headers } };
    const headers = { 'cache-control': 'no-store', ...answer.headers };
    if (answer.body instanceof Uint8Array)
      return {
        statusCode: endpoint.status,
        headers: { 'content-type': endpoint.type, ...headers },
        body: Buffer.from(answer.body).toString('base64'),
        isBase64Encoded: true,
      };
    return {
      statusCode: endpoint.status,
      headers: { 'content-type': `${endpoint.type}; charset=utf-8`, ...headers },
      body: endpoint.type === 'text/csv' ? String(answer.body) : JSON.stringify(answer.body),
    };
  }

  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(requestLog(log))
    .use(secured)
    .use(acceptedEncodings)
    .use(compressed())
    .use(problems(log))
    .handler(respond);
}

/**
 * The gateway compresses nothing. Fifty ideas are 7 KB compressed instead of 26, which matters on a
 * shop floor's network, and keeps the longest answers under the 6 MB limit of a function. Gzip,
 * because it is fast and every client reads it.
 */
const acceptedEncodings = negotiated({
  parseCharsets: false,
  parseLanguages: false,
  parseMediaTypes: false,
  availableEncodings: ['gzip'],
  failOnMismatch: false,
});

/** The security headers are the same for every answer. */
const secured: Middleware = { after: addHeaders, onError: addHeaders };

function addHeaders({
  response,
}: {
  readonly response: APIGatewayProxyStructuredResultV2 | null | undefined;
}): void {
  if (response) response.headers = { ...API_HEADERS, ...response.headers };
}

/** One line a request: route, status, milliseconds. */
function requestLog(log: Log): Middleware {
  const begun = new WeakMap<object, number>();
  const finish = (
    event: APIGatewayProxyEventV2,
    response: APIGatewayProxyStructuredResultV2 | null | undefined,
  ): void =>
    log.info('request', {
      requestId: event.requestContext.requestId,
      route: event.routeKey,
      status: response?.statusCode,
      milliseconds: Math.round(performance.now() - (begun.get(event) ?? performance.now())),
    });
  return {
    before: ({ event }) => {
      begun.set(event, performance.now());
    },
    after: ({ event, response }) => finish(event, response),
    onError: ({ event, response }) => finish(event, response),
  };
}

/** An unexpected error: the caller learns the request id, the log has the rest. */
function problems(log: Log): Middleware {
  return {
    onError: async request => {
      const { event, error } = request;
      const busy = isPassing(error);
      const fields = {
        requestId: event.requestContext.requestId,
        route: event.routeKey,
        ...failureOf(error),
      };
      if (busy) log.warn('throttled', fields);
      else log.error('failed', fields);
      request.response = await refusalResponse(
        event,
        busy
          ? { code: 'busy' }
          : error instanceof NewerItem
            ? { code: 'newer-item', retryAfterSeconds: NEWER_RELEASE_SECONDS }
            : { code: 'internal' },
      );
    },
  };
}

/** By then a deployment under way may be finished. */
const NEWER_RELEASE_SECONDS = 60;

/** The words for all refusals are loaded with the first one: most answers are no refusals. */
async function refusalResponse(
  event: APIGatewayProxyEventV2,
  refusal: AnyRefusal,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { problemOf } = await import('./problem.ts');
  const language = languageOf(headerOf(event, 'accept-language'));
  const problem = problemOf(refusal, language, event.requestContext.requestId);
  return {
    statusCode: problem.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language,
      'cache-control': 'no-store',
      ...(problem.status === 503 && { 'retry-after': '1' }),
      ...('retryAfterSeconds' in refusal && { 'retry-after': String(refusal.retryAfterSeconds) }),
    },
    body: JSON.stringify(problem),
  };
}
