/**
 * The AWS CLI, by which commands reach a deployed stack: with the rights of whoever runs them, and without any that a function would have
 * to be given for it.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod/mini';

/** Runs the AWS CLI with these arguments; answers with what it prints. */
export type Aws = (...parameters: readonly string[]) => Promise<string>;

const outputs = z.array(z.object({ OutputKey: z.string(), OutputValue: z.string() }));
const invocation = z.object({ FunctionError: z.optional(z.string()) });

/** Version 1 lacks `--cli-binary-format`, and would send a file of bytes as something else. */
const NEEDED = 2;
const ADVICE = `需要 AWS CLI ${NEEDED} AWS CLI ${NEEDED} is needed: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html`;

/** The AWS CLI as it is installed. Throws what to do where there is none, or one that is too old. */
export async function awsCli(): Promise<Aws> {
  const version = await installedVersion();
  if (version === undefined) throw new Error(`没有找到 AWS CLI There is no AWS CLI. ${ADVICE}`);
  if (!(Number.parseInt(version, 10) >= NEEDED))
    throw new Error(`AWS CLI 版本过旧 The AWS CLI is too old: ${version}. ${ADVICE}`);
  return async (...parameters) => (await run('aws', parameters)).stdout;
}

/** As `aws --version` has it; version 1 says it on standard error where its Python is old. Undefined where there is no such command. */
async function installedVersion(): Promise<string | undefined> {
  try {
    const { stdout, stderr } = await run('aws', ['--version']);
    return /aws-cli\/(\S+)/.exec(stdout + stderr)?.[1] ?? (stdout + stderr).trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** What goes through may be large. */
function run(command: string, parameters: readonly string[]) {
  return promisify(execFile)(command, [...parameters], { maxBuffer: 64 * 1024 * 1024 });
}

/** A stack's outputs by their names; asking for one that it does not have throws, for then it is another stack. */
export async function outputsOf(stack: string, aws: Aws): Promise<(name: string) => string> {
  const described = await aws(
    ...['cloudformation', 'describe-stacks', '--stack-name', stack, '--output', 'json'],
    ...['--query', 'Stacks[0].Outputs'],
  );
  const found = new Map(
    outputs.parse(JSON.parse(described)).map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]),
  );
  return name => {
    const value = found.get(name);
    if (value === undefined)
      throw new Error(`${stack} is no stack of Golden Ideas, or of an older version: no ${name}`);
    return value;
  };
}

/** Invokes a function and waits for its answer; undefined where it failed. The event goes through a file: it may be too long for a command line. */
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
