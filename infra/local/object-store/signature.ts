/**
 * Signatures of AWS (version 4) as S3 checks them: of a request by its headers, and of the policy
 * of an upload form.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';
export const REGION = 'local';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: Buffer | string, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();

export type SignatureFault = 'AccessDenied' | 'InvalidAccessKeyId' | 'SignatureDoesNotMatch';

/** What is wrong with the signature of a text; undefined if nothing is. */
export function signatureFault(
  signed: { readonly text: string; readonly credential: string; readonly signature: string },
  { accessKeyId, secretAccessKey }: Credentials,
): SignatureFault | undefined {
  const [key, day = '', region = '', service = '', end] = signed.credential.split('/');
  if (key !== accessKeyId) return 'InvalidAccessKeyId';
  if (region !== REGION || service !== 's3' || end !== 'aws4_request') return 'AccessDenied';
  const secret = [day, region, service, 'aws4_request'].reduce<Buffer | string>(
    hmac,
    `AWS4${secretAccessKey}`,
  );
  const expected = Buffer.from(hmac(secret, signed.text).toString('hex'));
  const given = Buffer.from(signed.signature);
  return given.length === expected.length && timingSafeEqual(given, expected)
    ? undefined
    : 'SignatureDoesNotMatch';
}

/** What is wrong with the signature in a request's headers; undefined if nothing is. */
export function requestFault(
  request: IncomingMessage,
  credentials: Credentials,
): SignatureFault | undefined {
  const { authorization = '' } = request.headers;
  const parts = /^AWS4-HMAC-SHA256 Credential=(\S+), ?SignedHeaders=(\S+), ?Signature=(\S+)$/.exec(
    authorization,
  );
  if (!parts) return 'AccessDenied';
  const [, credential = '', signedHeaders = '', signature = ''] = parts;
  const header = (name: string): string => String(request.headers[name] ?? '').trim();
  const url = new URL(request.url ?? '/', 'http://localhost');
  const query = [...url.searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');
  const canonical = [
    request.method,
    url.pathname,
    query,
    ...signedHeaders.split(';').map(name => `${name}:${header(name)}`),
    '',
    signedHeaders,
    header('x-amz-content-sha256'),
  ].join('\n');
  const scope = credential.split('/').slice(1).join('/');
  const text = [ALGORITHM, header('x-amz-date'), scope, sha256(canonical)].join('\n');
  return signatureFault({ text, credential, signature }, credentials);
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    one => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
