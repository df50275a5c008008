/**
 * A Lambda runtime in a few lines, after AWS's description of the runtime API: loads the handler
 * that `_HANDLER` names, asks for events one after another, and posts each answer or error. Like
 * the real one it uses `node:http`, loaded by `require`. When there is to be no further event, it
 * prints what it has used, and ends.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

const http: typeof import('node:http') = createRequire(import.meta.url)('node:http');
const { env } = process;
const api = `http://${env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime`;

function ask(method: string, path: string, body?: string, headers = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request(`${api}${path}`, { method, headers }, response => {
      let text = '';
      response.setEncoding('utf8').on('data', part => {
        text += part;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, text }),
      );
    });
    request.on('error', reject).end(body);
  });
}

async function load(): Promise<(event: unknown, context: object) => unknown> {
  const [file = '', name = ''] = env._HANDLER?.split('.') ?? [];
  const loaded = await import(pathToFileURL(`${env.LAMBDA_TASK_ROOT}/${file}.mjs`).href);
  if (typeof loaded[name] !== 'function') throw new TypeError(`${env._HANDLER} is no function`);
  return loaded[name];
}

/** The body and the header of an error, as the real runtime posts them. */
function posted(error: unknown): [string, Record<string, string>] {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return [
    JSON.stringify({ errorType: name, errorMessage: message, trace: stack?.split('\n') }),
    { 'Lambda-Runtime-Function-Error-Type': name },
  ];
}

async function handle(
  handler: Awaited<ReturnType<typeof load>>,
  { headers, text }: Answer,
): Promise<void> {
  const awsRequestId = String(headers['lambda-runtime-aws-request-id']);
  const deadline = Number(headers['lambda-runtime-deadline-ms']);
  env._X_AMZN_TRACE_ID = String(headers['lambda-runtime-trace-id']);
  const context = {
    awsRequestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: env.AWS_LAMBDA_FUNCTION_VERSION,
    memoryLimitInMB: env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    invokedFunctionArn: String(headers['lambda-runtime-invoked-function-arn']),
    logGroupName: env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: env.AWS_LAMBDA_LOG_STREAM_NAME,
    getRemainingTimeInMillis: () => deadline - Date.now(),
  };
  try {
    const answer = JSON.stringify(await handler(JSON.parse(text), context)) ?? 'null';
    await ask('POST', `/invocation/${awsRequestId}/response`, answer);
  } catch (error) {
    await ask('POST', `/invocation/${awsRequestId}/error`, ...posted(error));
  }
}

try {
  const handler = await load();
  for (;;) {
    const next = await ask('GET', '/invocation/next');
    if (next.status !== 200) break;
    await handle(handler, next);
  }
  process.stdout.write(JSON.stringify(process.resourceUsage()), () => process.exit());
} catch (error) {
  await ask('POST', '/init/error', ...posted(error));
  process.exit(1);
}
