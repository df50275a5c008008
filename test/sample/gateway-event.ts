/** Events of the API gateway (payload format 2.0), with a test's own changes. */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

export interface Sent {
  readonly routeKey: string;
  /** The sent path; by default the route's, with its parameters unfilled. */
  readonly rawPath?: string;
  readonly requestId?: string;
  /** The verified token's subject; none without a token. */
  readonly subject?: unknown;
  readonly path?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly base64?: boolean;
}

export function gatewayEvent(sent: Sent): APIGatewayProxyEventV2 {
  const {
    routeKey,
    requestId = 'request-7',
    subject,
    path,
    query,
    headers = {},
    body,
    base64 = false,
  } = sent;
  const [method = 'GET', pathOfRoute = '/'] = routeKey.split(' ');
  const { rawPath = pathOfRoute } = sent;
  const event = {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: { authorization: 'Bearer header.payload.signature', ...headers },
    ...(path && { pathParameters: path }),
    ...(query && { queryStringParameters: query }),
    ...(body !== undefined && { body }),
    isBase64Encoded: base64,
    requestContext: {
      accountId: '000000000000',
      apiId: 'api',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http: {
        method,
        path: rawPath,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: 'test',
      },
      requestId,
      routeKey,
      stage: '$default',
      time: '08/Oct/2026:10:00:00 +0800',
      timeEpoch: 0,
      ...(subject !== undefined && {
        authorizer: { jwt: { claims: { sub: subject }, scopes: null } },
      }),
    },
  };
  return event as unknown as APIGatewayProxyEventV2;
}
