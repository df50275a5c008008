/**
 * Lambda in a few lines: runs one function's code in a process of its own, with nothing in its
 * environment but what Lambda would put there, and hands it events by the runtime API.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import * as z from 'zod/mini';

/** The most that Lambda takes for an answer, in bytes. */
const MOST_BYTES = 6 * 1024 * 1024;

export interface FunctionCode {
  readonly name: string;
  /** The folder of the code, as it would be uploaded. */
  readonly folder: string;
  /** As in the template: the file and its export. */
  readonly handler: string;
  readonly timeoutSeconds: number;
  readonly megabytes: number;
  readonly environment: Readonly<Record<string, string>>;
  /** The bundled runtime. */
  readonly client: string;
}

/** How Lambda reports that a function failed. */
const functionError = z.object({ errorType: z.string(), errorMessage: z.string() });
export class FunctionFailure extends Error {}

interface Invocation {
  readonly id: string;
  readonly event: string;
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

export class DeployedFunction {
  readonly arn: string;
  /** What it has written, for the log group. */
  log = '';
  /** How many events it has been sent. */
  invocations = 0;
  readonly #code: FunctionCode;
  readonly #server: Server;
  #process: ChildProcess | undefined;
  #waiting: ServerResponse | undefined;
  readonly #queue: Invocation[] = [];
  #current: Invocation | undefined;

  constructor(code: FunctionCode) {
    this.#code = code;
    this.arn = `arn:aws:lambda:eu-central-1:123456789012:function:${code.name}`;
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  /** Sends an event, after those before it; throws `FunctionFailure` if the function fails. */
  async invoke(event: unknown): Promise<unknown> {
    this.invocations += 1;
    this.#process ??= await this.#start();
    return new Promise((resolve, reject) => {
      const id = crypto.randomUUID();
      this.#queue.push({ id, event: JSON.stringify(event), resolve, reject });
      this.#handOut();
    });
  }

  async stop(): Promise<void> {
    this.#process?.kill();
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #start(): Promise<ChildProcess> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const { name, handler, folder, megabytes, environment, client } = this.#code;
    const started = spawn(process.execPath, [client], {
      env: {
        TZ: ':UTC',
        LANG: 'en_US.UTF-8',
        AWS_REGION: 'eu-central-1',
        AWS_DEFAULT_REGION: 'eu-central-1',
        AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
        AWS_LAMBDA_FUNCTION_NAME: name,
        AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(megabytes),
        AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
        AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
        AWS_LAMBDA_LOG_STREAM_NAME: 'stream',
        AWS_LAMBDA_LOG_FORMAT: 'JSON',
        AWS_LAMBDA_LOG_LEVEL: 'INFO',
        AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${address.port}`,
        LAMBDA_TASK_ROOT: folder,
        _HANDLER: handler,
        ...environment,
      },
    });
    for (const stream of [started.stdout, started.stderr])
      stream.setEncoding('utf8').on('data', text => {
        this.log += text;
      });
    started.once('exit', () => this.#fail(new Error(`${name} ended: ${this.log}`)));
    return started;
  }

  #handOut(): void {
    if (!this.#waiting || this.#current) return;
    this.#current = this.#queue.shift();
    if (!this.#current) return;
    this.#waiting
      .writeHead(200, {
        'content-type': 'application/json',
        'Lambda-Runtime-Aws-Request-Id': this.#current.id,
        'Lambda-Runtime-Deadline-Ms': String(Date.now() + this.#code.timeoutSeconds * 1000),
        'Lambda-Runtime-Invoked-Function-Arn': this.arn,
        'Lambda-Runtime-Trace-Id': 'Root=1-67a1b2c3-0123456789abcdef01234567;Sampled=0',
      })
      .end(this.#current.event);
    this.#waiting = undefined;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, id, what] =
      /^\/2018-06-01\/runtime\/invocation\/([\w-]+)\/(response|error)$/.exec(request.url ?? '') ??
      [];
    if (request.url === '/2018-06-01/runtime/invocation/next') {
      this.#waiting = response;
      return this.#handOut();
    }
    const body = await textOf(request);
    response.writeHead(body.length > MOST_BYTES ? 413 : 202).end();
    if (request.url === '/2018-06-01/runtime/init/error') return this.#fail(failureOf(body));
    const current = this.#current;
    if (!current || id !== current.id) return this.#fail(new Error(`${request.url} is no answer`));
    this.#current = undefined;
    if (what === 'response') current.resolve(JSON.parse(body));
    else current.reject(failureOf(body));
  }

  #fail(error: Error): void {
    this.#current?.reject(error);
    for (const { reject } of this.#queue.splice(0)) reject(error);
  }
}

function failureOf(body: string): FunctionFailure {
  const { errorType, errorMessage } = functionError.parse(JSON.parse(body));
  return new FunctionFailure(`${errorType}: ${errorMessage}`);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}
