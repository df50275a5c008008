/**
 * The local stand-in for API Gateway and the pages' host: it takes requests, checks tokens, and
 * calls the handlers that run on Lambda with the events that the gateway would send. Besides the
 * API it serves the sign-in, the pages and, locally only, the admin endpoints.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import findMyWay from 'find-my-way';
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import { API_PREFIX, type Audience, type Route, routeKey } from '../../shared/contract/route.ts';
import { ROUTES } from '../../shared/contract/routes/table.ts';
import type { Throttles } from '../../shared/contract/throttles.ts';
import type { Clock } from '../../shared/domain/kernel/instant.ts';
import { API_HEADERS } from '../../shared/http/security-headers.ts';
import { hostCheck } from './host-check.ts';
import { routeThrottle } from './route-throttle.ts';
import { setHeaders } from './set-headers.ts';
import { StartFailure } from './start-failure.ts';

export type LambdaHandler = (
  event: APIGatewayProxyEventV2,
  requestId: string,
) => Promise<APIGatewayProxyStructuredResultV2>;

interface GatewayParts {
  readonly handlers: Readonly<Record<Audience, LambdaHandler>>;
  readonly tokens: {
    readonly issuer: string;
    readonly audience: string;
    /**
     * The scope that a token must carry; ID tokens have none, so only access tokens are accepted.
     */
    readonly scope: string;
    readonly keys: JSONWebKeySet;
  };
  readonly clock: Clock;
  /** The limits of each route; none if not given. */
  readonly throttles?: Throttles | undefined;
  /** Called after a request that may have written. */
  written(): void;
  /** Answers requests outside the API. */
  rest(request: IncomingMessage, response: ServerResponse, url: URL): void | Promise<void>;
  failed(error: unknown): void;
}

/** The gateway's own answers, before or instead of any handler, in API Gateway's words. */
const MESSAGES = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  413: 'Request Entity Too Large',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
} as const;
type GatewayStatus = keyof typeof MESSAGES;

/** A deliberate disturbance: the gateway answers the next requests to the API by itself. */
interface Disturbance {
  readonly status: GatewayStatus;
  /** The number of requests. */
  readonly times: number;
  /** The affected methods; all by default. */
  readonly methods?: readonly Route['method'][];
  readonly retryAfterSeconds?: number;
}

/** The gateway's own limit: a longer body is not read to its end. */
const MOST_BYTES = 10 * 1024 * 1024;
const FREE_WITHIN_MS = 3_000;
const HOSTS = ['127.0.0.1', '::1'] as const;

export interface Gateway {
  readonly port: number;
  /** Starts answering requests; until then they are told that the system is starting. */
  serve(parts: GatewayParts): void;
  /** Replaces an earlier disturbance. */
  disturb(disturbance: Disturbance): void;
  /** Cuts every connection without an answer, as a lost network does, until it is told otherwise. */
  cutNetwork(cut: boolean): void;
  stop(): Promise<void>;
}

/**
 * Opens the port, on this machine's loopback addresses only. Throws `StartFailure` if it is taken.
 * `names` are further host names of the system.
 */
export async function openGateway(wanted: number, names: readonly string[] = []): Promise<Gateway> {
  let respond:
    | ((request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>)
    | undefined;
  let admit = hostCheck(wanted, names);
  let cut = false;
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    if (cut) {
      request.socket.destroy();
      return;
    }
    // Answers that are pages override these.
    setHeaders(response, API_HEADERS);
    const admitted = admit(request);
    if ('refused' in admitted) answer(response, admitted.refused);
    else if (respond) void respond(request, response, admitted.url);
    else response.writeHead(503, { 'retry-after': '1' }).end();
  };
  let disturbance: Disturbance | undefined;
  const disturbed = (method: string | undefined): Disturbance | undefined => {
    const found = disturbance;
    if (!found || found.times < 1 || found.methods?.every(one => one !== method)) return undefined;
    disturbance = { ...found, times: found.times - 1 };
    return found;
  };
  const servers: Server[] = [];
  let port = wanted;
  for (const host of HOSTS) {
    const server = createServer(listener);
    if (await listen(server, port, host)) servers.push(server);
    const address = server.address();
    if (address !== null && typeof address !== 'string') port = address.port;
    admit = hostCheck(port, names);
  }
  return {
    port,
    serve(parts) {
      respond = responder(parts, disturbed);
    },
    disturb(next) {
      disturbance = next;
    },
    cutNetwork(next) {
      cut = next;
    },
    async stop() {
      await Promise.all(
        servers.map(server => {
          const closed = new Promise(resolve => server.close(resolve));
          server.closeAllConnections();
          return closed;
        }),
      );
    },
  };
}

/**
 * Listens; throws if the machine has no such address. A system that is shutting down gets a moment
 * to release the port.
 */
async function listen(server: Server, port: number, host: string): Promise<boolean> {
  for (const deadline = Date.now() + FREE_WITHIN_MS; ; await sleep(100)) {
    const code = await tryToListen(server, port, host);
    if (code === undefined) return true;
    // A machine without IPv6 is served on the other address alone.
    if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') return false;
    if (code !== 'EADDRINUSE') throw new StartFailure(`Port ${port} cannot be used: ${code}.`);
    if (Date.now() >= deadline)
      throw new StartFailure(
        `Port ${port} is in use, perhaps by a running system. Stop it, or choose another port: PORT=${port + 1} npm start`,
      );
  }
}

/** The error's code; undefined without an error. */
function tryToListen(server: Server, port: number, host: string): Promise<string | undefined> {
  return new Promise(resolve => {
    const settle = (error?: NodeJS.ErrnoException): void => {
      server.off('error', settle).off('listening', settle);
      resolve(error && (error.code ?? error.message));
    };
    server.once('error', settle).once('listening', settle).listen(port, host);
  });
}

function responder(
  parts: GatewayParts,
  disturbed: (method: string | undefined) => Disturbance | undefined,
) {
  const router = findMyWay({ ignoreTrailingSlash: false, maxParamLength: 200 });
  const routes = new Map<string, Route>();
  for (const route of ROUTES) {
    const pattern = `${API_PREFIX}${route.path}`.replaceAll(/\{(\w+)\}/g, ':$1');
    routes.set(`${route.method} ${pattern}`, route);
    router.on(route.method, pattern, () => undefined, { pattern });
  }
  const check = authorizer(parts.tokens);

  const admits = parts.throttles ? routeThrottle(parts.throttles) : () => true;
  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const requestId = crypto.randomUUID();
    try {
      if (url.pathname !== API_PREFIX && !url.pathname.startsWith(`${API_PREFIX}/`))
        return await parts.rest(request, response, url);
      // The pages follow this header, because the clock may have been moved. Cookies also expire by
      // it, so the sign-in does not send it.
      response.setHeader('date', new Date(parts.clock.now()).toUTCString());
      const trouble = disturbed(request.method);
      if (trouble) return answer(response, trouble.status, retryAfter(trouble));
      const found = isMethod(request.method) ? router.find(request.method, url.pathname) : null;
      const route = found && routes.get(`${request.method} ${found.store.pattern}`);
      if (!route) return answer(response, 404);
      if (!admits(route)) return answer(response, 429);
      const checked =
        route.access.who === 'anybody' ? undefined : await check(request.headers.authorization);
      if (typeof checked === 'number')
        return answer(response, checked, {
          'www-authenticate': 'Bearer scope="" error="invalid_token"',
        });
      const body = await bodyOf(request);
      if (!body) return answer(response, 413);
      const event = eventOf(request, url, route, found.params, checked, body, requestId);
      const result = await parts.handlers[route.audience](event, requestId);
      setHeaders(response, headersOf(result));
      response.writeHead(result.statusCode ?? 200).end(bytesOf(result));
      if (request.method !== 'GET') parts.written();
    } catch (error) {
      parts.failed(error);
      if (!response.headersSent) answer(response, 500);
    }
  };
}

/** A function's answer, as text or, if compressed, as base64. */
function bytesOf({
  body = '',
  isBase64Encoded = false,
}: APIGatewayProxyStructuredResultV2): Buffer {
  return Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
}

/**
 * Checks a bearer token as the gateway's JWT authorizer does: signature, issuer, expiry; the
 * audience in `aud`, or in `client_id` if there is no `aud`; and the route's scope in `scope` or
 * `scp`. Returns the claims or the refusal.
 */
function authorizer({ issuer, audience, scope, keys }: GatewayParts['tokens']) {
  const keySet = createLocalJWKSet(keys);
  return async (authorization: string | undefined): Promise<JWTPayload | 401 | 403> => {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) return 401;
    try {
      const { payload } = await jwtVerify(token, keySet, { issuer, algorithms: ['RS256'] });
      const meant = payload.aud ?? payload.client_id;
      if (![meant].flat().includes(audience)) return 401;
      const scopes = [payload.scope, payload.scp]
        .flat()
        .flatMap(some => String(some ?? '').split(' '));
      return scopes.includes(scope) ? payload : 403;
    } catch (error) {
      if (error instanceof errors.JOSEError) return 401;
      throw error;
    }
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    // The rest is read and discarded, so that the client receives the answer.
    if (size <= MOST_BYTES) chunks.push(bytes);
  }
  return size <= MOST_BYTES ? Buffer.concat(chunks) : undefined;
}

function eventOf(
  request: IncomingMessage,
  url: URL,
  route: Route,
  pathParameters: Record<string, string | undefined>,
  claims: JWTPayload | undefined,
  body: Buffer,
  requestId: string,
): APIGatewayProxyEventV2 {
  const now = new Date();
  const method = request.method ?? 'GET';
  const event: APIGatewayProxyEventV2 = {
    version: '2.0',
    routeKey: routeKey(route),
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(',') : value,
      ]),
    ),
    requestContext: {
      accountId: 'local',
      apiId: 'local',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http: {
        method,
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId,
      routeKey: routeKey(route),
      stage: '$default',
      time: now.toISOString(),
      timeEpoch: now.getTime(),
      ...(claims && { authorizer: { jwt: { claims: { ...claims }, scopes: null } } }),
    },
    pathParameters,
    ...(url.search.length > 1 && { queryStringParameters: queryOf(url) }),
    ...encoded(body, request.headers['content-type']),
  };
  return event;
}

/** Several values of one name arrive joined by commas, as the gateway joins them. */
function queryOf(url: URL): Record<string, string> {
  return Object.fromEntries(
    [...new Set(url.searchParams.keys())].map(name => [
      name,
      url.searchParams.getAll(name).join(','),
    ]),
  );
}

/** Depending on its type a body travels as text, which corrupts all but UTF-8, or as base64. */
function encoded(
  body: Buffer,
  type = 'application/json',
): Pick<APIGatewayProxyEventV2, 'isBase64Encoded'> & { body?: string } {
  if (body.length === 0) return { isBase64Encoded: false };
  return /^(text\/|application\/(json|xml|javascript))/i.test(type)
    ? { body: body.toString('utf8'), isBase64Encoded: false }
    : { body: body.toString('base64'), isBase64Encoded: true };
}

function headersOf({ headers = {} }: APIGatewayProxyStructuredResultV2): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

function answer(
  response: ServerResponse,
  status: GatewayStatus,
  headers: Record<string, string> = {},
): void {
  response
    .writeHead(status, { 'content-type': 'application/json', ...headers })
    .end(JSON.stringify({ message: MESSAGES[status] }));
}

function retryAfter({ retryAfterSeconds }: Disturbance): Record<string, string> {
  return retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
}

function isMethod(method: string | undefined): method is Route['method'] {
  return ROUTES.some(route => route.method === method);
}
