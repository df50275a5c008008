/**
 * The installed AWS CLI: version 2 is used; an older one or a missing one is reported with
 * instructions.
 */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { awsCli } from '../../../infra/cli/aws-cli.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-ideas-cli-'));
  vi.stubEnv('PATH', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/**
 * Puts a command `aws` on the path that prints its version, and its arguments for every other call.
 */
function install(version: string): void {
  const path = join(folder, 'aws');
  writeFileSync(
    path,
    `#!/bin/sh\nif [ "$1" = --version ]; then echo ${version}; else echo "$@"; fi\n`,
  );
  chmodSync(path, 0o755);
}

it('runs version 2', async () => {
  install('aws-cli/2.31.4 Python/3.13.7 Linux/6.8 exe/x86_64');
  const aws = await awsCli();
  expect(await aws('sqs', 'receive-message')).toBe('sqs receive-message\n');
});

it.each([
  ['on standard output', 'aws-cli/1.42.8 Python/3.11.2 Linux/6.8 botocore/1.40.8'],
  ['on standard error', '"aws-cli/1.15.10 Python/2.7.14 Linux/4.14" >&2'],
])('names version 1 and what to do, said %s', async (_, version) => {
  install(version);
  await expect(awsCli()).rejects.toThrow(/1\.\d+\.\d+.*AWS CLI 2.*https:/);
});

it('reports a missing one with instructions', async () => {
  await expect(awsCli()).rejects.toThrow(/AWS CLI 2.*https:/);
});
