/**
 * An upload by a signed form (POST Object), checked as S3 does: the policy's signature and expiry,
 * each of its conditions, and that no field is without one. The texts of the faults are S3's.
 */
import * as z from 'zod/mini';
import { type Credentials, signatureFault } from './signature.ts';

/** A refusal in S3's words. */
export interface S3Fault {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

export interface Upload {
  readonly key: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

const policySchema = z.object({
  expiration: z.iso.datetime(),
  conditions: z.array(
    z.union([
      z.tuple([z.enum(['eq', 'starts-with']), z.string(), z.string()]),
      z.tuple([z.literal('content-length-range'), z.number(), z.number()]),
      z.record(z.string(), z.string()),
    ]),
  ),
});

type Range = readonly [how: 'content-length-range', least: number, most: number];

function isRange(condition: unknown): condition is Range {
  return Array.isArray(condition) && condition[0] === 'content-length-range';
}

/** The fields before the file may have so many bytes together. */
const MOST_FIELD_BYTES = 20_000;
/** The fields of a signature, in S3's spelling. */
const SIGNED_BY = ['X-Amz-Algorithm', 'X-Amz-Credential', 'X-Amz-Date', 'X-Amz-Signature'];
/** Fields that need no condition. */
const FREE = new Set(['file', 'policy', 'x-amz-signature']);
const IGNORED = 'x-ignore-';

const denied = (message: string): S3Fault => ({ status: 403, code: 'AccessDenied', message });
const invalid = (message: string): S3Fault => ({ status: 400, code: 'InvalidArgument', message });
const lacking = (name: string): S3Fault =>
  invalid(
    `Bucket POST must contain a field named '${name}'.  If it is specified, please check the order of the fields.`,
  );
const unmet = (message: string): S3Fault => denied(`Invalid according to Policy: ${message}`);

/** The upload of a form into a bucket, or why S3 does not take it. */
export async function uploadOf(
  form: FormData,
  bucket: string,
  credentials: Credentials,
  now: number,
): Promise<Upload | S3Fault> {
  const fields = new Map<string, string>();
  let file: File | undefined;
  for (const [name, value] of form) {
    // What comes after the file is not read.
    if (file) break;
    if (typeof value === 'string') fields.set(name.toLowerCase(), value);
    else if (name === 'file') file = value;
  }
  const fieldBytes = [...fields].flat().reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (fieldBytes > MOST_FIELD_BYTES)
    return {
      status: 400,
      code: 'MaxPostPreDataLengthExceeded',
      message: 'Your POST request fields preceding the upload file were too large.',
    };
  if (!fields.get('key')) return lacking('key');
  if (!file) return invalid('POST requires exactly one file upload per request.');
  const policy = fields.get('policy');
  if (policy === undefined) return denied('Access Denied');
  const absent = SIGNED_BY.find(name => !fields.has(name.toLowerCase()));
  if (absent !== undefined) return lacking(absent);
  const field = (name: string): string => fields.get(name) ?? '';
  if (field('x-amz-algorithm') !== 'AWS4-HMAC-SHA256')
    return invalid('X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"');
  const fault = signatureFault(
    {
      text: policy,
      credential: field('x-amz-credential'),
      signature: field('x-amz-signature'),
    },
    credentials,
  );
  if (fault) return { status: 403, code: fault, message: SIGNATURE_MESSAGES[fault] };
  const read = policySchema.safeParse(jsonOf(policy));
  if (!read.success)
    return { status: 400, code: 'InvalidPolicyDocument', message: 'Invalid Policy: Invalid JSON.' };
  const { expiration, conditions } = read.data;
  if (Date.parse(expiration) <= now) return unmet('Policy expired.');

  const named = new Set<string>();
  const given = new Map([...fields, ['bucket', bucket]]);
  for (const condition of conditions) {
    if (isRange(condition)) {
      if (file.size < condition[1])
        return {
          status: 400,
          code: 'EntityTooSmall',
          message: 'Your proposed upload is smaller than the minimum allowed size',
        };
      if (file.size > condition[2])
        return {
          status: 400,
          code: 'EntityTooLarge',
          message: 'Your proposed upload exceeds the maximum allowed size',
        };
      continue;
    }
    const matches: readonly (readonly [how: 'eq' | 'starts-with', name: string, value: string])[] =
      Array.isArray(condition)
        ? [[condition[0], condition[1].slice(1), condition[2]]]
        : Object.entries(condition).map(([name, value]) => ['eq', name, value]);
    for (const [how, name, value] of matches) {
      named.add(name.toLowerCase());
      const present = given.get(name.toLowerCase()) ?? '';
      if (how === 'eq' ? present !== value : !present.startsWith(value))
        return unmet(`Policy Condition failed: ${JSON.stringify([how, `$${name}`, value])}`);
    }
  }
  const extra = [...fields.keys()].filter(
    name => !named.has(name) && !FREE.has(name) && !name.startsWith(IGNORED),
  );
  if (extra.length > 0) return unmet(`Extra input fields: ${extra[0]}`);
  return {
    key: field('key'),
    contentType: fields.get('content-type') ?? 'binary/octet-stream',
    bytes: new Uint8Array(await file.arrayBuffer()),
  };
}

export const SIGNATURE_MESSAGES = {
  AccessDenied: 'Access Denied',
  InvalidAccessKeyId: 'The AWS Access Key Id you provided does not exist in our records.',
  SignatureDoesNotMatch:
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
};

function jsonOf(policy: string): unknown {
  try {
    return JSON.parse(Buffer.from(policy, 'base64').toString('utf8'));
  } catch {
    return undefined;
  }
}
