/**
 * Rights beyond the table: a function's code has a command for each, or Lambda uses it in the
 * function's name. (That each right to the table is needed is tested where requests are made, in
 * `functions/names.test.ts`.)
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { statementsOf } from './iam.ts';
import { FUNCTIONS, ROOT } from './template.ts';

/** What of the SDK asks for which right. */
const ASKS: Readonly<Record<string, string>> = {
  GenerateMacCommand: 'kms:GenerateMac',
  InvokeCommand: 'lambda:InvokeFunction',
  GetObjectCommand: 's3:GetObject',
  PutObjectCommand: 's3:PutObject',
  createPresignedPost: 's3:PutObject',
  DeleteObjectCommand: 's3:DeleteObject',
  paginateListObjectsV2: 's3:ListBucket',
};
const OTHER_CLIENTS = /from '@aws-sdk\/(client-(kms|lambda|s3)|s3-presigned-post)'/;

/** The rights that Lambda uses in a function's name. */
const BY_LAMBDA = {
  traces: ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'],
  logs: ['logs:CreateLogStream', 'logs:PutLogEvents'],
  stream: [
    'dynamodb:DescribeStream',
    'dynamodb:GetRecords',
    'dynamodb:GetShardIterator',
    'dynamodb:ListStreams',
  ],
  /** Leaves records or events that have failed. */
  leaves: ['s3:ListBucket', 's3:PutObject'],
  sends: ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage'],
} as const;

/** S3 tells that an object is missing to whoever may list the bucket; others are refused. */
const TOLD_WHAT_IS_MISSING = ['s3:ListBucket'];

const FURTHER: Readonly<Partial<Record<string, readonly string[]>>> = {
  'adoption-metrics': [...BY_LAMBDA.stream, ...BY_LAMBDA.leaves],
  'search-index': [...BY_LAMBDA.stream, ...BY_LAMBDA.leaves],
  'photo-cleaning': [...BY_LAMBDA.sends, ...TOLD_WHAT_IS_MISSING],
  photos: TOLD_WHAT_IS_MISSING,
};

/** The project's own files that a function loads, now or later. */
function sourcesOf(name: string): string[] {
  const { metafile } = buildSync({
    absWorkingDir: ROOT,
    entryPoints: [`functions/${name}/index.ts`],
    bundle: true,
    splitting: true,
    outdir: 'none',
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    external: ['#openapi', '#picture-codecs'],
  });
  return Object.keys(metafile.inputs).map(path => readFileSync(join(ROOT, path), 'utf8'));
}

describe.each(Object.entries(FUNCTIONS))('the role of %s', (prefix, name) => {
  const asking = sourcesOf(name).filter(source => OTHER_CLIENTS.test(source));
  const asked = new Set(
    asking.flatMap(source =>
      [...source.matchAll(/new (\w+Command)\(|(createPresignedPost|paginateListObjectsV2)\(/g)].map(
        ([, command, call]) => ASKS[command ?? call ?? ''],
      ),
    ),
  );
  const granted = statementsOf(`${prefix}Role`)
    .flatMap(({ Action }) => Action)
    .filter(action => !/^dynamodb:(?!.*Stream|GetRecords|GetShardIterator)/.test(action));

  it('has no right that neither its code asks for nor Lambda uses', () => {
    const used = [...BY_LAMBDA.traces, ...BY_LAMBDA.logs, ...(FURTHER[name] ?? []), ...asked];
    expect(granted.filter(action => !used.includes(action))).toEqual([]);
  });
});
