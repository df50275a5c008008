/**
 * A system that is ended, gently or not, in the middle of its work, and started again: answered
 * writes are there, counted ones are not counted twice, and tokens stay valid.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importJWK, SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { readState } from '../../infra/local/persisted-state.ts';
import { OCTOBER } from '../../infra/local/sample/october.ts';
import { CLIENT_ID } from '../../infra/local/sign-in.ts';
import { StartFailure } from '../../infra/local/start-failure.ts';
import { type System, startSystem } from '../../infra/local/system.ts';
import { accessToken } from '../../infra/local/token.ts';
import { createCall } from '../../shared/contract/client.ts';
import { listMyIdeas, submitIdea } from '../../shared/contract/routes/ideas.ts';
import { getStatistics } from '../../shared/contract/routes/numbers.ts';
import { getMe, getOrganization } from '../../shared/contract/routes/organization.ts';
import { openUnnamedIdea } from '../../shared/contract/routes/unnamed.ts';
import type { Category } from '../../shared/domain/kernel/ids.ts';

const { organization } = OCTOBER;
/**
 * A system that was founded and ended once; the tests continue from copies, which start in a
 * fraction of the time.
 */
let founded = '';
let folder = '';
let child: ChildProcess | undefined;
let system: System | undefined;

beforeAll(async () => {
  founded = mkdtempSync(join(tmpdir(), 'golden-ideas-'));
  await (await startSystem({ port: 0, folder: founded })).stop();
});
afterAll(() => rmSync(founded, { recursive: true, force: true }));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-ideas-'));
  cpSync(founded, folder, { recursive: true });
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await system?.stop();
  system = undefined;
  rmSync(folder, { recursive: true, force: true });
});

async function startChild(): Promise<string> {
  child = spawn(process.execPath, [join(import.meta.dirname, 'child.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child?.stdout?.on('data', chunk => {
      const address = /up (\S+)/.exec(String(chunk))?.[1];
      if (address !== undefined) resolve(address);
    });
    child?.once('exit', code => reject(new Error(`ended with ${code}`)));
  });
}

const ended = (process: ChildProcess | undefined) =>
  new Promise(resolve => process?.once('exit', resolve));

const client = (address: string, token: string) =>
  createCall({
    fetch: (path, init) => fetch(new URL(path, address), init),
    accessToken: async () => token,
    language: () => 'zh',
  });

const idea = (title: string) => ({
  title,
  category: '安全' as Category,
  problem: '问题在此',
  proposal: '办法在此',
});

it('a system that was killed during submissions leaves no process, has every answered idea, and counts each once', async () => {
  const address = await startChild();
  const call = client(address, await accessToken(address, 'HT0132'));
  const answered: string[] = [];
  const sending = (async () => {
    for (let number = 1; ; number += 1) {
      const { id } = await call(submitIdea, {
        path: { organization },
        body: idea(`第${number}条金点子`),
        idempotencyKey: `key-${number}`,
      });
      answered.push(id);
      if (number === 12) child?.kill('SIGKILL');
    }
  })();
  await expect(sending).rejects.toThrow();
  await expect.poll(running, { timeout: 60_000 }).toEqual([]);

  const { address: next, settled } = await startAgain();
  const again = client(next, await accessToken(next, 'HT0132'));
  const mine = await again(listMyIdeas, { path: { organization }, query: { limit: '100' } });
  const stored = mine.items.map(({ id }) => id);
  expect(stored).toEqual(expect.arrayContaining(answered));
  expect(answered.length).toBeGreaterThanOrEqual(12);

  const repeated = await again(submitIdea, {
    path: { organization },
    body: idea('第1条金点子'),
    idempotencyKey: 'key-1',
  });
  expect(repeated.id).toBe(answered[0]);

  await settled();
  const manager = client(next, await accessToken(next, 'HT0290'));
  const { currentRound } = await again(getOrganization, { path: { organization } });
  const { total } = await manager(getStatistics, { path: { organization, round: currentRound } });
  expect(total.submitted).toBe(stored.length);
  expect(total.participation).toMatchObject({ numerator: 1, denominator: 330 });
});

it('a system that is started again on its port knows its tokens and claim codes', async () => {
  const first = await startSystem({ port: 0, folder });
  const token = await accessToken(first.address, 'HT0132');
  const { id, claimCode = '' } = await client(first.address, token)(submitIdea, {
    path: { organization },
    body: { ...idea('不记名的金点子'), unnamed: true },
    idempotencyKey: crypto.randomUUID(),
  });
  await first.stop();
  // As a killed process leaves it, when another has its number now.
  writeFileSync(join(folder, 'dynamodb', 'engine.pid'), String(process.pid));
  const { address } = await startAgain(Number(new URL(first.address).port));

  const { subject } = await client(address, token)(getMe, {});
  expect(subject).toBe('HT0132');
  const opened = await client(address, await accessToken(address, 'HT0087'))(openUnnamedIdea, {
    path: { organization },
    body: { code: claimCode },
  });
  expect(opened.id).toBe(id);

  const kept = JSON.parse(readFileSync(join(folder, 'system.json'), 'utf8'));
  const made = async (claims: {
    issuer?: string;
    client?: string;
    expires?: string;
  }): Promise<number> => {
    const signed = await new SignJWT({
      sub: 'HT0132',
      scope: 'openid',
      client_id: claims.client ?? CLIENT_ID,
    })
      .setProtectedHeader({ alg: 'RS256', kid: kept.keys.signing.kid })
      .setIssuer(claims.issuer ?? `${address}/oidc`)
      .setExpirationTime(claims.expires ?? '1h')
      .sign(await importJWK(kept.keys.signing));
    const reply = await fetch(`${address}/api/me`, {
      headers: { authorization: `Bearer ${signed}` },
    });
    return reply.status;
  };
  // The system's own key, so that each is refused for its content and not for its signature.
  expect(await made({})).toBe(200);
  expect(await made({ expires: '-1s' })).toBe(401);
  expect(await made({ client: 'another-client' })).toBe(401);
  expect(await made({ issuer: 'https://elsewhere.example' })).toBe(401);
});

async function startAgain(port = 0): Promise<System> {
  system = await startSystem({ port, folder });
  return system;
}

it('gives an older system a key of its own for claim codes', async () => {
  const file = join(folder, 'system.json');
  const { hashKey, ...older } = JSON.parse(readFileSync(file, 'utf8'));
  expect(Buffer.from(hashKey, 'base64')).toHaveLength(32);
  writeFileSync(file, JSON.stringify(older));
  const made = await readState(folder);
  expect(Buffer.from(made.hashKey, 'base64')).toHaveLength(32);
  expect(made.hashKey).not.toBe(hashKey);
});

it('leaves no process when it is ended gently', async () => {
  await startChild();
  const gone = ended(child);
  child?.kill('SIGTERM');
  await gone;
  await expect.poll(running, { timeout: 60_000 }).toEqual([]);
});

it('leaves no process when the guard of its database is killed', async () => {
  await startChild();
  const [, guard = ''] = /^\s*(\d+) .*child-guard\.ts/m.exec(running().join('\n')) ?? [];
  // Killing process 0 would kill the tests themselves.
  expect(Number(guard)).toBeGreaterThan(1);
  process.kill(Number(guard), 'SIGKILL');
  await expect
    .poll(() => running().filter(line => line.includes('.jar')), { timeout: 60_000 })
    .toEqual([]);
});

/** The processes that concern the folder, as lines of number and command. */
const running = (): string[] =>
  execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' })
    .split('\n')
    .filter(line => line.includes(folder));

it('explains a port in use in one message', async () => {
  const other = createServer();
  await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const refused = expect(startSystem({ port, folder })).rejects;
  await refused.toThrow(StartFailure);
  await refused.toThrow(`Port ${port} is in use`);
  await new Promise(resolve => other.close(resolve));
});

it('explains damaged data in one message, and deletes none of it', async () => {
  const [file = ''] = readdirSync(join(folder, 'dynamodb')).filter(name => name.endsWith('.db'));
  const path = join(folder, 'dynamodb', file);
  const whole = readFileSync(path);
  for (const broken of [Buffer.from('not a database at all'), scrambled(whole)]) {
    writeFileSync(path, broken);
    await expect(startSystem({ port: 0, folder })).rejects.toThrow(/damaged.*--fresh/);
  }
  writeFileSync(path, whole);
  writeFileSync(join(folder, 'system.json'), '{"ahead":');
  await expect(startSystem({ port: 0, folder })).rejects.toThrow(/damaged.*--fresh/);
});

/** A file that begins like a database but is not one. */
function scrambled(whole: Buffer): Buffer {
  const copy = Buffer.from(whole);
  copy.fill(0xa5, 100);
  return copy;
}

it('stops its started parts when it is interrupted during the start', async () => {
  const stopping = new AbortController();
  const starting = startSystem({
    port: 0,
    folder,
    signal: stopping.signal,
    progress: part => part.includes('DynamoDB') && stopping.abort(),
  });
  await expect(starting).rejects.toThrow();
  expect(running()).toEqual([]);
});
