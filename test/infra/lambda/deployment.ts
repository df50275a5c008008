/**
 * The functions of a synthesized template, each with the code of its asset and the environment of
 * its resource, on a table of this machine. KMS and Lambda's own API are stood in for, as far as
 * the functions call them, and S3 by the local object store.
 */
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { bundle } from '../../../infra/aws/bundle.ts';
import type { Connection } from '../../../infra/local/engine.ts';
import { BUCKETS } from '../../../infra/local/object-store/store.ts';
import type { KeyedHash } from '../../../shared/store/keyed-hash.ts';
import { installed } from '../template.ts';
import { DeployedFunction, type FunctionCode, FunctionFailure } from './deployed-function.ts';

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
  /** The address of the object store that stands in for S3. */
  readonly objects: string;
  /** What CloudFormation would put in place of references, by variable. */
  readonly references: Readonly<Record<string, string>>;
}

const ofType = z.object({ Type: z.string() });
const lambdaResource = z.object({
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

/** What a template says of a function, whose code is in `folder`. */
interface SynthesizedFunction extends Omit<FunctionCode, 'environment' | 'client'> {
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Synthesizes with all bundles, a canary's as well. It takes a while, and nothing else runs. */
export function synthesizeFunctions(): SynthesizedFunction[] {
  const assembly = installed({ 'aws:cdk:bundling-stacks': ['**'], canary: 'on' }).app.synth();
  const { files } = assetManifest.parse(
    JSON.parse(readFileSync(join(assembly.directory, 'GoldenIdeas.assets.json'), 'utf8')),
  );
  return Object.entries(assembly.getStackByName('GoldenIdeas').template.Resources)
    .filter(([, resource]) => ofType.parse(resource).Type === 'AWS::Lambda::Function')
    .filter(([id]) => !id.startsWith(PAGES_UPLOAD))
    .map(([id, resource]) => {
      const { Description, Code, Handler, Timeout, MemorySize, Environment } =
        lambdaResource.parse(resource).Properties;
      const [name = id] = Description.split('.');
      const asset = files[Code.S3Key.replace(/\.zip$/, '')];
      if (!asset) throw new Error(`no asset for ${id}`);
      return {
        name,
        folder: join(assembly.directory, asset.source.path),
        handler: Handler,
        timeoutSeconds: Timeout,
        megabytes: MemorySize,
        variables: Environment.Variables,
      };
    });
}

/** CDK's own function, a program in Python, which uploads the pages during a deployment. */
const PAGES_UPLOAD = 'CustomCDKBucketDeployment';

/** Makes every function ready to be invoked. */
export async function deploy(
  synthesized: readonly SynthesizedFunction[],
  surroundings: Surroundings,
): Promise<Deployment> {
  const folder = mkdtempSync(join(tmpdir(), 'deployment-'));
  bundle('test/infra/lambda/runtime-client.ts', folder);
  const functions = new Map<string, DeployedFunction>();
  const apis = createServer(
    (request, response) => void answerFor(request, response, surroundings.hash, functions),
  );
  const endpoint = await addressOf(apis);
  const { region, credentials } = surroundings.connection;
  for (const { variables, ...code } of synthesized)
    functions.set(
      code.name,
      new DeployedFunction({
        ...code,
        environment: {
          ...Object.fromEntries(
            Object.entries(variables).map(([variable, value]) => [
              variable,
              resolved(variable, value, surroundings),
            ]),
          ),
          AWS_REGION: region,
          AWS_ACCESS_KEY_ID: credentials.accessKeyId,
          AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
          AWS_ENDPOINT_URL_DYNAMODB: surroundings.connection.endpoint,
          AWS_ENDPOINT_URL_KMS: endpoint,
          AWS_ENDPOINT_URL_LAMBDA: endpoint,
          AWS_ENDPOINT_URL_S3: surroundings.objects,
        },
        client: join(folder, 'index.mjs'),
      }),
    );
  if (functions.size < synthesized.length) throw new Error('two functions have the same name');
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
function resolved(variable: string, value: unknown, { table, references }: Surroundings): string {
  const known = {
    TABLE_NAME: table,
    HASH_KEY: KEY_ARN,
    CYCLE_FUNCTION: 'deliberation-cycle',
    UPLOADS_BUCKET: BUCKETS.uploads,
    PHOTOS_BUCKET: BUCKETS.photos,
    ...references,
  }[variable];
  if (typeof value === 'string') return value;
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
