/**
 * The AWS CLI, through which commands reach a deployed stack: with the user's own rights, so that
 * no function needs them.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod/mini';

/** Runs the AWS CLI with these arguments; returns its output. */
export type Aws = (...parameters: readonly string[]) => Promise<string>;

const outputs = z.array(z.object({ OutputKey: z.string(), OutputValue: z.string() }));
const invocation = z.object({ FunctionError: z.optional(z.string()) });

/** Version 1 lacks `--cli-binary-format`, and would send a file of bytes as something else. */
const NEEDED = 2;
const ADVICE = `需要 AWS CLI ${NEEDED} AWS CLI ${NEEDED} is needed: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html`;

/** The installed AWS CLI. Throws with instructions if there is none, or if it is too old. */
export async function awsCli(): Promise<Aws> {
  const version = await installedVersion();
  if (version === undefined) throw new Error(`没有找到 AWS CLI There is no AWS CLI. ${ADVICE}`);
  if (!(Number.parseInt(version, 10) >= NEEDED))
    throw new Error(`AWS CLI 版本过旧 The AWS CLI is too old: ${version}. ${ADVICE}`);
  return async (...parameters) => (await run('aws', parameters)).stdout;
}

/**
 * The output of `aws --version`; with an old Python, version 1 writes it to standard error.
 * Undefined without such a command.
 */
async function installedVersion(): Promise<string | undefined> {
  try {
    const { stdout, stderr } = await run('aws', ['--version']);
    return /aws-cli\/(\S+)/.exec(stdout + stderr)?.[1] ?? (stdout + stderr).trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Outputs may be large. */
function run(command: string, parameters: readonly string[]) {
  return promisify(execFile)(command, [...parameters], { maxBuffer: 64 * 1024 * 1024 });
}

/** Outputs by name; throws for a missing output, because then it is another stack. */
export interface Outputs {
  (name: string): string;
  /** An output that not every installation has. */
  readonly find: (name: string) => string | undefined;
}

/** A stack's outputs. */
export async function outputsOf(stack: string, aws: Aws): Promise<Outputs> {
  const described = await aws(
    ...['cloudformation', 'describe-stacks', '--stack-name', stack, '--output', 'json'],
    ...['--query', 'Stacks[0].Outputs'],
  );
  const found = new Map(
    outputs
      .parse(JSON.parse(described))
      .map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]),
  );
  const output = (name: string): string => {
    const value = found.get(name);
    if (value === undefined)
      throw new Error(`${stack} is no stack of Golden Ideas, or of an older version: no ${name}`);
    return value;
  };
  return Object.assign(output, { find: (name: string) => found.get(name) });
}

/**
 * Invokes a function and waits for its answer; undefined if it failed. The event goes through a
 * file, because it may be too long for a command line.
 */
export async function invoke(lambda: string, event: unknown, aws: Aws): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'golden-ideas-invoke-'));
  try {
    const [sent, reply] = [join(folder, 'event.json'), join(folder, 'reply.json')];
    await writeFile(sent, JSON.stringify(event), { mode: 0o600 });
    const said = await aws(
      ...['lambda', 'invoke', '--function-name', lambda, '--output', 'json'],
      ...['--cli-binary-format', 'raw-in-base64-out', '--payload', `file://${sent}`],
      reply,
    );
    if (invocation.parse(JSON.parse(said)).FunctionError !== undefined) return undefined;
    return JSON.parse(await readFile(reply, 'utf8'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
