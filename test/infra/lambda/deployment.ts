/**
 * The functions of a synthesized template, each with the code of its asset and the environment of
 * its resource, on a table of this machine. KMS and Lambda's own API are stood in for, as far as
 * the functions call them.
 */
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { bundle } from '../../../infra/aws/bundle.ts';
import type { Connection } from '../../../infra/local/engine.ts';
import type { KeyedHash } from '../../../shared/store/keyed-hash.ts';
import { installed } from '../template.ts';
import { DeployedFunction, FunctionFailure } from './deployed-function.ts';

export interface Deployment {
  /** By the name in the description, such as `employee`. */
  readonly functions: ReadonlyMap<string, DeployedFunction>;
  stop(): Promise<void>;
}

interface Surroundings {
  readonly connection: Connection;
  readonly table: string;
  /** In place of KMS. */
  readonly hash: KeyedHash;
  /** What CloudFormation would put in place of the secret's reference. */
  readonly originSecret: string;
}

const lambdaResource = z.object({
  Type: z.literal('AWS::Lambda::Function'),
  Properties: z.object({
    Description: z.string(),
    Code: z.object({ S3Key: z.string() }),
    Handler: z.string(),
    Timeout: z.number(),
    MemorySize: z.number(),
    Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
  }),
});
const assetManifest = z.object({
  files: z.record(z.string(), z.object({ source: z.object({ path: z.string() }) })),
});

/** Synthesizes with all bundles, and makes every function ready to be invoked. */
export async function deploy(surroundings: Surroundings): Promise<Deployment> {
  const folder = mkdtempSync(join(tmpdir(), 'deployment-'));
  bundle('test/infra/lambda/runtime-client.ts', folder);
  const functions = new Map<string, DeployedFunction>();
  const apis = createServer(
    (request, response) => void answerFor(request, response, surroundings.hash, functions),
  );
  const endpoint = await addressOf(apis);
  const { app } = installed({ 'aws:cdk:bundling-stacks': ['**'] });
  const assembly = app.synth();
  const stack = assembly.getStackByName('GoldenIdeas');
  const { files } = assetManifest.parse(
    JSON.parse(readFileSync(join(assembly.directory, 'GoldenIdeas.assets.json'), 'utf8')),
  );
  for (const [id, resource] of Object.entries(stack.template.Resources)) {
    const read = lambdaResource.safeParse(resource);
    // CDK's own function has no description.
    if (!read.success) continue;
    const { Description, Code, Handler, Timeout, MemorySize, Environment } = read.data.Properties;
    const [name = id] = Description.split('.');
    const asset = files[Code.S3Key.replace(/\.zip$/, '')];
    if (!asset) throw new Error(`no asset for ${id}`);
    functions.set(
      name,
      new DeployedFunction({
        name,
        folder: join(assembly.directory, asset.source.path),
        handler: Handler,
        timeoutSeconds: Timeout,
        megabytes: MemorySize,
        environment: {
          ...Object.fromEntries(
            Object.entries(Environment.Variables).map(([variable, value]) => [
              variable,
              resolved(variable, value, surroundings),
            ]),
          ),
          AWS_REGION: surroundings.connection.region,
          AWS_ACCESS_KEY_ID: surroundings.connection.credentials.accessKeyId,
          AWS_SECRET_ACCESS_KEY: surroundings.connection.credentials.secretAccessKey,
          AWS_ENDPOINT_URL_DYNAMODB: surroundings.connection.endpoint,
          AWS_ENDPOINT_URL_KMS: endpoint,
          AWS_ENDPOINT_URL_LAMBDA: endpoint,
        },
        client: join(folder, 'index.mjs'),
      }),
    );
  }
  return {
    functions,
    async stop() {
      for (const one of functions.values()) await one.stop();
      apis.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A variable's value after a deployment. What is a text in the template stays as it is. */
function resolved(variable: string, value: unknown, { table, originSecret }: Surroundings): string {
  const references: Readonly<Record<string, string>> = {
    TABLE_NAME: table,
    ORIGIN_SECRETS: originSecret,
    HASH_KEY: KEY_ARN,
    CYCLE_FUNCTION: 'deliberation-cycle',
    UPLOADS_BUCKET: 'uploads',
    PHOTOS_BUCKET: 'photos',
    PHOTO_SECRET: originSecret,
  };
  if (typeof value === 'string') return value;
  const known = references[variable];
  if (known === undefined) throw new Error(`nothing to put in place of ${variable}`);
  return known;
}

const KEY_ARN = 'arn:aws:kms:eu-central-1:123456789012:key/01234567-89ab-cdef-0123-456789abcdef';
const macRequest = z.object({
  KeyId: z.literal(KEY_ARN),
  MacAlgorithm: z.literal('HMAC_SHA_256'),
  Message: z.string(),
});

/** KMS's `GenerateMac` and Lambda's `Invoke`. */
async function answerFor(
  request: IncomingMessage,
  response: ServerResponse,
  hash: KeyedHash,
  functions: ReadonlyMap<string, DeployedFunction>,
): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  const body: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
  const [, name = ''] =
    /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(request.url ?? '') ?? [];
  if (request.headers['x-amz-target'] === 'TrentService.GenerateMac') {
    const text = Buffer.from(macRequest.parse(body).Message, 'base64').toString('utf8');
    const Mac = Buffer.from(await hash(text)).toString('base64');
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify({ KeyId: KEY_ARN, Mac, MacAlgorithm: 'HMAC_SHA_256' }));
    return;
  }
  const called = functions.get(decodeURIComponent(name));
  if (!called) return void response.writeHead(404).end('{}');
  try {
    response.writeHead(200).end(JSON.stringify(await called.invoke(body)));
  } catch (error) {
    if (!(error instanceof FunctionFailure)) throw error;
    response.writeHead(200, { 'X-Amz-Function-Error': 'Unhandled' }).end('{}');
  }
}

async function addressOf(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}
