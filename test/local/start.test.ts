/**
 * `npm start` as it is typed: whom it lets in, what its commands show to it, and how it ends when its database does. One system in a process
 * and a folder of its own for all tests; the last one ends it.
 */
import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const LOCAL = join(import.meta.dirname, '..', '..', 'infra', 'local');
let folder = '';
let port = 0;
let child: ChildProcess | undefined;
let said = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'golden-ideas-'));
  port = await freePort();
  const started = spawn(process.execPath, [join(LOCAL, 'start.ts')], {
    env: { ...process.env, PORT: String(port), LOCAL_FOLDER: folder, NAMES: 'ideas.lan:8080' },
  });
  child = started;
  await new Promise<void>((resolve, reject) => {
    for (const stream of [started.stdout, started.stderr])
      stream.on('data', chunk => {
        said += String(chunk);
        if (said.includes('Ctrl-C')) resolve();
      });
    started.once('exit', () => reject(new Error(said)));
  });
});
afterAll(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise(resolve => server.close(resolve));
  return address !== null && typeof address === 'object' ? address.port : 0;
}

/** The status with which a request is answered that no well-behaved client would send. */
function statusOf(target: string, { method = 'GET', host = `localhost:${port}`, more = '' } = {}) {
  return new Promise<number>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.end(
        `${method} ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${more}Content-Length: 0\r\n\r\n`,
      ),
    );
    let answer = '';
    socket.on('data', chunk => {
      answer += String(chunk);
    });
    socket.on('error', reject);
    socket.on('end', () => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])));
  });
}

const DOORS = ['clock', 'found', 'audit', 'verify', 'uncounted'].map(name => `/local/${name}`);
const secret = () => readFileSync(join(folder, 'secret'), 'utf8');
const command = (file: string, ...parameters: string[]) =>
  promisify(execFile)(process.execPath, [join(LOCAL, file), ...parameters], {
    env: { ...process.env, PORT: String(port), LOCAL_FOLDER: folder },
  });

describe('the doors', () => {
  it.each(DOORS)('%s opens to nobody without the secret', async door => {
    for (const shown of ['', 'x-local-secret: \r\n', `x-local-secret: ${secret().slice(1)}\r\n`])
      for (const method of ['GET', 'POST'])
        expect(await statusOf(door, { method, more: shown }), shown).toBe(403);
  });

  it('open to the commands, which read it where only its owner can', async () => {
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
    expect((await command('move-clock.ts')).stdout).toMatch(/^\d{4}-/);
    expect((await command('verify.ts')).stdout).toContain('Nothing');
    expect((await command('audit.ts')).stdout).toContain('No drift');
    expect((await command('../replay.ts')).stdout).toContain('counted: 0');
    expect((await command('print-token.ts', 'HT0132')).stdout).toMatch(/^ey/);
    const declared = join(import.meta.dirname, '..', '..', 'docs', 'founding', 'zone.json');
    expect((await command('../found.ts', '--preview', declared)).stdout).toContain('preview');
  });

  it('stay shut to a command of another folder, which is told so', async () => {
    const other = promisify(execFile)(process.execPath, [join(LOCAL, 'verify.ts')], {
      env: { ...process.env, PORT: String(port), LOCAL_FOLDER: join(folder, 'none') },
    });
    await expect(other).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('secret') });
  });
});

describe('a request is let in', () => {
  const PATHS = ['/', '/config.json', '/api/me', '/metrics', '/local/metrics', '/oidc/jwks', '/local/clock'];

  it('by the names of this machine, and those that were added', async () => {
    for (const host of ['localhost', 'LOCALHOST', '127.0.0.1', '[::1]'])
      expect(await statusOf('/config.json', { host: `${host}:${port}` }), host).toBe(200);
    expect(await statusOf('/config.json', { host: 'ideas.lan:8080' })).toBe(200);
  });

  it.each(PATHS)('by no other name: %s', async path => {
    for (const host of ['evil.example', `evil.example:${port}`, 'localhost', `localhost:${port + 1}`, ''])
      expect(await statusOf(path, { host }), host).toBe(403);
  });

  it.each(PATHS)('from no page of somebody else: %s', async path => {
    for (const origin of ['http://evil.example', `http://localhost:${port + 1}`, 'null'])
      expect(await statusOf(path, { more: `Origin: ${origin}\r\n` }), origin).toBe(403);
  });

  it('from its own pages', async () => {
    expect(await statusOf('/config.json', { more: `Origin: http://localhost:${port}\r\n` })).toBe(200);
  });

  it.each([
    ['bad percent-encoding', '/%'],
    ['bad percent-encoding in the API', '/api/organizations/%zz'],
    ['what is encoded and no text', '/api/organizations/%E0%A4/ideas'],
    ['bad percent-encoding in a query', '/api/organizations?q=100%'],
    ['an encoded null', '/oidc/%00'],
    ['an encoded line break', '/local/metrics%0d%0a'],
    ['two slashes', '//'],
    ['two slashes and a host', '//evil.example/config.json'],
    ['a backslash', '/\\evil.example/config.json'],
    ['the absolute form', 'http://localhost/config.json'],
    ['the absolute form of another host', 'http://evil.example/'],
    ['no path', '*'],
    ['a fragment', '/#top'],
    ['a control character', '/\u0001'],
    ['bytes that are not encoded', '/金点子'],
  ])('with a target that means one thing, not %s', async (_, target) => {
    expect(await statusOf(target)).toBe(400);
  });
});

it('ends with a message and leaves nothing running when its database dies', async () => {
  const engine = Number(readFileSync(join(folder, 'dynamodb', 'engine.pid'), 'utf8'));
  const ended = new Promise(resolve => child?.once('exit', resolve));
  process.kill(engine, 'SIGKILL');
  expect(await ended).toBe(1);
  expect(said).toMatch(/database has ended.*SIGKILL/);
  expect(said).toContain('npm start');
  const running = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
  expect(running.split('\n').filter(line => line.includes(folder))).toEqual([]);
});
