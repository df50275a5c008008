/**
 * The stand-in for S3 on one machine, at an address of its own as in AWS: signed forms from
 * browsers, signed requests from the functions, and events for new uploads, which come at least
 * once and in no order. Its answers and faults are S3's, as XML.
 */

import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { S3Client } from '@aws-sdk/client-s3';
import type { Buckets } from '../../../shared/store/pictures.ts';
import { type Credentials, REGION, requestFault } from './signature.ts';
import { type S3Fault, SIGNATURE_MESSAGES, uploadOf } from './upload-form.ts';

export const BUCKETS: Buckets = { uploads: 'golden-ideas-uploads', photos: 'golden-ideas-photos' };
const LOCAL: Credentials = { accessKeyId: 'AKIALOCAL', secretAccessKey: 'local' };
/** Lambda tries an event again twice. */
const ATTEMPTS = 3;
/** A form has some fields beside the picture. */
const MOST_BYTES = 64_000_000;
/** S3 lists so many objects at once. */
const MOST_KEYS = 1_000;

interface StoreOptions {
  /** Where the objects are; somewhere that is deleted in the end, if not given. */
  readonly folder?: string | undefined;
  /** Whose requests and forms it takes; those of this machine, if not given. */
  readonly credentials?: Credentials;
  /** Called for a new upload. */
  readonly uploaded: (event: unknown) => Promise<void>;
  /** Called for an event that failed for good. */
  readonly lost: (error: unknown) => void;
}

export class ObjectStore {
  /** The client of the functions. */
  readonly s3: S3Client;
  readonly buckets = BUCKETS;
  readonly origin: string;
  private readonly server: Server;
  private readonly folder: string;
  private readonly options: StoreOptions;
  private readonly credentials: Credentials;
  private readonly running = new Set<Promise<void>>();
  private uploads = 0;

  private constructor(server: Server, origin: string, folder: string, options: StoreOptions) {
    this.server = server;
    this.origin = origin;
    this.folder = folder;
    this.options = options;
    this.credentials = options.credentials ?? LOCAL;
    this.s3 = new S3Client({
      endpoint: origin,
      region: REGION,
      forcePathStyle: true,
      credentials: this.credentials,
    });
    server.on('request', (request, response) => {
      this.answer(request, response).catch((error: unknown) => {
        options.lost(error);
        refuse(response, {
          status: 500,
          code: 'InternalError',
          message: 'We encountered an internal error. Please try again.',
        });
      });
    });
  }

  static async start(options: StoreOptions): Promise<ObjectStore> {
    const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'golden-ideas-objects-')));
    for (const bucket of Object.values(BUCKETS))
      await mkdir(join(folder, bucket), { recursive: true, mode: 0o700 });
    const server = createServer();
    server.listen(0, 'localhost');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return new ObjectStore(server, `http://localhost:${address.port}`, folder, options);
  }

  /** Waits until every event so far is dealt with. */
  async settled(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await this.settled();
    this.s3.destroy();
    if (this.options.folder === undefined) await rm(this.folder, { recursive: true, force: true });
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.origin);
    const [bucket = '', ...rest] = decodeURIComponent(pathname.slice(1)).split('/');
    const key = rest.join('/');
    this.allowOrigin(request, response, bucket);
    if (!Object.values(BUCKETS).includes(bucket)) return refuse(response, NO_SUCH_BUCKET);
    if (request.method === 'OPTIONS')
      return response.hasHeader('access-control-allow-origin')
        ? void response.writeHead(200).end()
        : refuse(response, NO_CORS);
    const body = await bodyOf(request);
    if (request.method === 'POST' && key === '') return this.post(request, response, bucket, body);
    const fault = requestFault(request, this.credentials);
    if (fault)
      return refuse(response, { status: 403, code: fault, message: SIGNATURE_MESSAGES[fault] });
    switch (request.method) {
      case 'PUT':
        await this.put(bucket, key, body);
        response.writeHead(200).end();
        return;
      case 'DELETE':
        await rm(this.path(bucket, key), { force: true });
        response.writeHead(204).end();
        return;
      case 'GET': {
        if (key === '') return this.list(response, bucket, searchParams);
        const bytes = await readFile(this.path(bucket, key)).catch(() => undefined);
        if (!bytes) return refuse(response, NO_SUCH_KEY);
        response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
        return;
      }
      default:
        refuse(response, NOT_ALLOWED);
    }
  }

  private async post(
    request: IncomingMessage,
    response: ServerResponse,
    bucket: string,
    body: Buffer,
  ): Promise<void> {
    const type = request.headers['content-type'] ?? '';
    if (!type.startsWith('multipart/form-data')) return refuse(response, NOT_A_FORM);
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
      .formData()
      .catch(() => undefined);
    if (!form) return refuse(response, MALFORMED);
    const upload = await uploadOf(form, bucket, this.credentials, Date.now());
    if ('status' in upload) return refuse(response, upload);
    await this.put(bucket, upload.key, upload.bytes);
    response.writeHead(204, { location: `${this.origin}/${bucket}/${upload.key}` }).end();
    if (bucket === BUCKETS.uploads) this.tell(upload.key, upload.bytes.length);
  }

  /** Every other upload is told twice, the second time a moment later: S3 promises no less. */
  private tell(key: string, size: number): void {
    this.uploads += 1;
    this.deliver(key, size, 0);
    if (this.uploads % 2 === 0) this.deliver(key, size, 50);
  }

  private deliver(key: string, size: number, delay: number): void {
    const event = arrivalOf(key, size);
    const run = async (): Promise<void> => {
      await sleep(delay);
      for (let attempt = 1; ; attempt += 1)
        try {
          return await this.options.uploaded(event);
        } catch (error) {
          if (attempt === ATTEMPTS) return this.options.lost(error);
          await sleep(100 * attempt);
        }
    };
    const running = run().finally(() => this.running.delete(running));
    this.running.add(running);
  }

  private async put(bucket: string, key: string, bytes: Uint8Array): Promise<void> {
    const path = this.path(bucket, key);
    const aside = `${path}.${crypto.randomUUID()}.new`;
    await writeFile(aside, bytes, { mode: 0o600 });
    await rename(aside, path);
  }

  /** ListObjectsV2: in the order of keys, a page at a time. */
  private async list(
    response: ServerResponse,
    bucket: string,
    asked: URLSearchParams,
  ): Promise<void> {
    const prefix = asked.get('prefix') ?? '';
    const after = Buffer.from(asked.get('continuation-token') ?? '', 'base64url').toString();
    const most = Math.min(Number(asked.get('max-keys') ?? MOST_KEYS), MOST_KEYS);
    const names = (await readdir(join(this.folder, bucket))).filter(name => !name.endsWith('.new'));
    const keys = names
      .map(decodeURIComponent)
      .filter(key => key.startsWith(prefix) && key > after)
      .sort();
    const page = keys.slice(0, most);
    const more = keys.length > page.length;
    const token = Buffer.from(page.at(-1) ?? '').toString('base64url');
    const contents = await Promise.all(
      page.map(async key => {
        const { size, mtime } = await stat(this.path(bucket, key));
        return `<Contents><Key>${key}</Key><LastModified>${mtime.toISOString()}</LastModified><Size>${size}</Size></Contents>`;
      }),
    );
    const next = more ? `<NextContinuationToken>${token}</NextContinuationToken>` : '';
    xml(
      response,
      200,
      `<ListBucketResult><Name>${bucket}</Name><Prefix>${prefix}</Prefix><KeyCount>${page.length}</KeyCount><IsTruncated>${more}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`,
    );
  }

  private path(bucket: string, key: string): string {
    return join(this.folder, bucket, encodeURIComponent(key));
  }

  /** Only the bucket of uploads has a rule, for forms from anywhere. */
  private allowOrigin(request: IncomingMessage, response: ServerResponse, bucket: string): void {
    if (bucket === BUCKETS.uploads && request.headers.origin !== undefined)
      response
        .setHeader('access-control-allow-origin', '*')
        .setHeader('access-control-allow-methods', 'POST');
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    length += part.length;
    if (length <= MOST_BYTES) parts.push(part);
  }
  return Buffer.concat(parts);
}

function refuse(response: ServerResponse, { status, code, message }: S3Fault): void {
  xml(response, status, `<Error><Code>${code}</Code><Message>${message}</Message></Error>`);
}

function xml(response: ServerResponse, status: number, body: string): void {
  response
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`);
}

const NO_SUCH_BUCKET: S3Fault = {
  status: 404,
  code: 'NoSuchBucket',
  message: 'The specified bucket does not exist',
};
const NO_SUCH_KEY: S3Fault = {
  status: 404,
  code: 'NoSuchKey',
  message: 'The specified key does not exist.',
};
const NO_CORS: S3Fault = {
  status: 403,
  code: 'AccessForbidden',
  message: 'CORSResponse: This CORS request is not allowed.',
};
const NOT_ALLOWED: S3Fault = {
  status: 405,
  code: 'MethodNotAllowed',
  message: 'The specified method is not allowed against this resource.',
};
const NOT_A_FORM: S3Fault = {
  status: 412,
  code: 'PreconditionFailed',
  message: 'Bucket POST must be of the enclosure-type multipart/form-data',
};
const MALFORMED: S3Fault = {
  status: 400,
  code: 'MalformedPOSTRequest',
  message: 'The body of your POST request is not well-formed multipart/form-data.',
};

/** An event of S3 as EventBridge sends it. */
export function arrivalOf(key: string, size: number) {
  return {
    version: '0',
    id: crypto.randomUUID(),
    'detail-type': 'Object Created',
    source: 'aws.s3',
    account: 'local',
    time: new Date().toISOString(),
    region: REGION,
    resources: [`arn:aws:s3:::${BUCKETS.uploads}`],
    detail: {
      version: '0',
      bucket: { name: BUCKETS.uploads },
      object: { key, size, etag: 'local', sequencer: String(Date.now()) },
      'request-id': 'local',
      requester: 'local',
      'source-ip-address': '127.0.0.1',
      reason: 'PostObject',
    },
  };
}
