/**
 * `npm start` as a user types it: which requests it accepts, the secret of its commands, and its
 * end when its database dies. All tests share one system in a process and a folder of its own; the
 * last one ends it.
 */
import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNTS } from '../../infra/local/sample/accounts.ts';
import { OCTOBER } from '../../infra/local/sample/october.ts';
import { sampleClient } from '../../infra/local/sample-client.ts';
import { getToday } from '../../shared/contract/routes/organization.ts';
import { startPhotoUpload } from '../../shared/contract/routes/photos.ts';

const { organization } = OCTOBER;
const COMMANDS = join(import.meta.dirname, '..', '..', 'infra', 'cli');
/** While the ballots of the sample's present round are open. */
const AT = '2026-10-17T08:00+08:00';
let folder = '';
let port = 0;
let child: ChildProcess | undefined;
let said = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'golden-ideas-'));
  port = await freePort();
  // What a start leaves behind that was ended while it put the sample ideas in.
  writeFileSync(join(folder, 'half-filled'), '');
  writeFileSync(join(folder, 'system.json'), '{}');
  const started = spawn(process.execPath, [join(COMMANDS, 'start.ts'), '--at', AT], {
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

/** The status of a request that no well-behaved client would send. */
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
  promisify(execFile)(process.execPath, [join(COMMANDS, file), ...parameters], {
    env: { ...process.env, PORT: String(port), LOCAL_FOLDER: folder },
  });

it('begins anew after a start that ended half-way, and says whom to sign in as', async () => {
  expect(existsSync(join(folder, 'half-filled'))).toBe(false);
  for (const { account } of ACCOUNTS) expect(said).toContain(account);
  const late = Date.parse((await command('clock.ts')).stdout.trim()) - Date.parse(AT);
  expect(late).toBeGreaterThanOrEqual(0);
  expect(late).toBeLessThan(300_000);
});

it('gives everybody something to do in a round under deliberation, after one with a bulletin', async () => {
  const tasksOf = async (account: string) => {
    const call = await sampleClient(`http://localhost:${port}`, account);
    const { tasks, bulletin, round } = await call(getToday, { path: { organization } });
    expect(round).toMatchObject({ id: '2026-10', state: 'deliberating' });
    expect(bulletin?.round).toBe('2026-09');
    expect(bulletin?.adopted).toBeGreaterThan(0);
    return tasks.map(({ kind }) => kind);
  };
  expect(await tasksOf('HT0132')).toContain('work');
  expect(await tasksOf('HT0274')).toEqual(expect.arrayContaining(['assign', 'reply']));
  expect(await tasksOf('HT0022')).toContain('vote');
  expect(await tasksOf('HT0011')).toEqual(expect.arrayContaining(['vote', 'decide']));
  expect(await tasksOf('HT0290')).toEqual(expect.arrayContaining(['accept', 'approve-reward']));
});

describe('the admin endpoints', () => {
  it.each(DOORS)('refuse a request without the secret: %s', async door => {
    for (const shown of ['', 'x-local-secret: \r\n', `x-local-secret: ${secret().slice(1)}\r\n`])
      for (const method of ['GET', 'POST'])
        expect(await statusOf(door, { method, more: shown }), shown).toBe(403);
  });

  it('accept the commands, which read it from a file that only its owner can read', async () => {
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
    expect((await command('clock.ts')).stdout).toMatch(/^\d{4}-/);
    expect((await command('verify.ts')).stdout).toMatch(/huatai.*16/);
    expect((await command('audit.ts')).stdout).toContain('No drift');
    expect((await command('replay.ts')).stdout).toContain('counted: 0');
    expect((await command('token.ts', 'HT0132')).stdout).toMatch(/^ey/);
    const declared = join(import.meta.dirname, '..', '..', 'docs', 'founding', 'zone.json');
    expect((await command('found.ts', '--preview', declared)).stdout).toContain('preview');
  });

  it('refuse a command of another folder, with an explanation', async () => {
    const other = promisify(execFile)(process.execPath, [join(COMMANDS, 'verify.ts')], {
      env: { ...process.env, PORT: String(port), LOCAL_FOLDER: join(folder, 'none') },
    });
    await expect(other).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('secret'),
    });
  });
});

describe('a request is accepted', () => {
  const PATHS = [
    '/',
    '/config.json',
    '/api/me',
    '/metrics',
    '/local/metrics',
    '/oidc/jwks',
    '/local/clock',
  ];

  it('under the names of this machine, and under added ones', async () => {
    for (const host of ['localhost', 'LOCALHOST', '127.0.0.1', '[::1]'])
      expect(await statusOf('/config.json', { host: `${host}:${port}` }), host).toBe(200);
    expect(await statusOf('/config.json', { host: 'ideas.lan:8080' })).toBe(200);
  });

  it.each(PATHS)('under no other name: %s', async path => {
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      'localhost',
      `localhost:${port + 1}`,
      '',
    ])
      expect(await statusOf(path, { host }), host).toBe(403);
  });

  it.each(PATHS)('from no page of another site: %s', async path => {
    for (const origin of ['http://evil.example', `http://localhost:${port + 1}`, 'null'])
      expect(await statusOf(path, { more: `Origin: ${origin}\r\n` }), origin).toBe(403);
  });

  it('from its own pages', async () => {
    expect(await statusOf('/config.json', { more: `Origin: http://localhost:${port}\r\n` })).toBe(
      200,
    );
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

describe('an answer', () => {
  const get = (path: string, headers: HeadersInit = {}) =>
    fetch(`http://localhost:${port}${path}`, { headers, redirect: 'manual' });
  const directives = (reply: Response) =>
    new Map(
      (reply.headers.get('content-security-policy') ?? '').split('; ').map(directive => {
        const [name = '', ...sources] = directive.split(' ');
        return [name, sources] as const;
      }),
    );

  /** Where photos are sent: another address, as on AWS. */
  async function uploadOrigin(): Promise<string> {
    const call = await sampleClient(`http://localhost:${port}`, 'HT0132');
    const { upload } = await call(startPhotoUpload, {
      path: { organization },
      body: { contentType: 'image/jpeg', bytes: 1 },
      idempotencyKey: crypto.randomUUID(),
    });
    return new URL(upload.url).origin;
  }

  it.each([
    ['a page', '/', 200, 'photos'],
    ['a page that is not the first', '/organizations/huatai', 200, 'photos'],
    ['the metrics', '/local/metrics', 200, 'nothing'],
    ['a sign-in that went wrong', '/oidc/error?error=redirect_mismatch', 400, 'nothing'],
    ['a sign-in that is over', '/oidc/accounts/none?account=HT0132', 400, 'nothing'],
    ['the accounts', '/oidc/accounts/none', 200, 'nothing'],
  ])('is a page that runs nothing but its own: %s', async (_, path, status, sentElsewhere) => {
    const reply = await get(path, { accept: 'text/html' });
    expect(reply.status).toBe(status);
    expect(reply.headers.get('content-type')).toMatch(/^text\/html/);
    const { 'connect-src': connect, ...others } = Object.fromEntries(directives(reply));
    expect(connect).toEqual([
      "'self'",
      ...(sentElsewhere === 'photos' ? [await uploadOrigin()] : []),
    ]);
    expect(others).toMatchObject({
      'default-src': ["'none'"],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'frame-ancestors': ["'none'"],
      'form-action': ["'self'"],
    });
    expect(JSON.stringify(others)).not.toMatch(/unsafe|\*|https?:/);
    const page = await reply.text();
    expect(page).not.toMatch(/ on[a-z]+="| style="/);
    // Otherwise a browser asks for one that is not there.
    expect(page).toMatch(/<link\s+rel="icon"\s+href="data:/);
    for (const [, name, inline = ''] of page.matchAll(
      /<(style|script)(?: type="module")?>([^<]+)/g,
    ))
      expect(others[`${name}-src`]).toContain(
        `'sha256-${createHash('sha256').update(inline).digest('base64')}'`,
      );
  });

  it.each([
    ['data', '/api/openapi.json'],
    ['a refusal of the gateway', '/api/me'],
    ['an address without meaning', '/api/nothing'],
    ['settings of the pages', '/config.json'],
    ['a shut door', '/local/clock'],
    ['numbers for Prometheus', '/metrics'],
    ['a malformed address', '/%'],
  ])('is data in which nothing runs: %s', async (_, path) => {
    const reply = await get(path);
    expect(reply.headers.get('content-security-policy')).toBe(
      "default-src 'none'; frame-ancestors 'none'",
    );
  });

  it.each([
    '/',
    '/api/me',
    '/config.json',
    '/local/metrics',
    '/oidc/accounts/none',
    '/assets/none.js',
  ])(
    'cannot be guessed at, is hidden from other sites, and requires TLS only over TLS: %s',
    async path => {
      const { headers } = await get(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.has('strict-transport-security')).toBe(false);
    },
  );

  it('is compressed, and cached for ever if its name has a hash', async () => {
    const page = await (await get('/')).text();
    const [script = ''] = /\/assets\/[^"]+\.js/.exec(page) ?? [];
    for (const [accepted, encoding] of [
      ['gzip, deflate, br', 'br'],
      ['gzip', 'gzip'],
      ['identity', null],
    ] as const) {
      const reply = await get(script, { 'accept-encoding': accepted });
      expect(reply.headers.get('content-encoding')).toBe(encoding);
      expect(reply.headers.get('vary')).toBe('Accept-Encoding');
      expect(reply.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(await reply.text()).toContain('import');
    }
    for (const path of ['/', '/organizations/huatai'])
      expect((await get(path)).headers.get('cache-control')).toBe('no-cache');
    for (const path of ['/config.json', '/assets/none.js'])
      expect((await get(path)).headers.get('cache-control')).toBe('no-store');
  });

  it('keeps its headers when a page has not changed', async () => {
    const first = await get('/');
    const again = await get('/', { 'if-none-match': first.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
    for (const name of ['content-security-policy', 'cache-control'])
      expect(again.headers.get(name), name).toBe(first.headers.get(name));
  });
});

it('ends with a message and leaves no process when its database dies', async () => {
  const engine = Number(readFileSync(join(folder, 'dynamodb', 'engine.pid'), 'utf8'));
  const ended = new Promise(resolve => child?.once('exit', resolve));
  process.kill(engine, 'SIGKILL');
  expect(await ended).toBe(1);
  expect(said).toMatch(/database has ended.*SIGKILL/);
  expect(said).toContain('npm start');
  const running = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
  expect(running.split('\n').filter(line => line.includes(folder))).toEqual([]);
});
