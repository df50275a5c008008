/** A whole system for one test file: in memory, on a free port, at a time that the file chooses. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, inject } from 'vitest';
import { type Pages, servePages } from '../../infra/local/pages.ts';
import { sampleClient } from '../../infra/local/sample-client.ts';
import { ensureSecret, secretHeaders } from '../../infra/local/secret.ts';
import type { SignInOptions } from '../../infra/local/sign-in.ts';
import { type System, startSystem } from '../../infra/local/system.ts';
import { accessToken } from '../../infra/local/token.ts';
import type { Call } from '../../shared/contract/client.ts';
import { parseInstant } from '../../shared/domain/kernel/instant.ts';
import { freshDatabase } from '../fresh-table.ts';

export interface RunningSystem {
  readonly address: () => string;
  /** The environment in which the commands of `npm run` find the system and are admitted. */
  readonly commandEnv: () => NodeJS.ProcessEnv;
  /** The contract's client, signed in as an account. */
  readonly as: (account: string) => Promise<Call>;
  /** A plain request as any outside client would send it. */
  readonly send: (
    account: string | undefined,
    method: string,
    path: string,
    init?: RequestInit,
  ) => Promise<Response>;
  readonly moveClock: (to: string) => Promise<Response>;
  readonly settled: () => Promise<void>;
  readonly endSessions: System['endSessions'];
  readonly disturb: System['disturb'];
  readonly cutNetwork: System['cutNetwork'];
  readonly metrics: readonly string[];
}

interface Options {
  readonly at: string;
  /** Whether there are pages; a function names a folder of the test's own, at each request. */
  readonly pages?: boolean | (() => string);
  readonly signIn?: SignInOptions;
}

export function runningSystem(options: Options): RunningSystem {
  let system: System | undefined;
  let folder = '';
  const tokens = new Map<string, Promise<string>>();
  const metrics: string[] = [];
  const running = (): System => {
    if (!system) throw new Error('the system is not running');
    return system;
  };
  beforeAll(async () => {
    const at = parseInstant(options.at);
    if (!at) throw new Error(`not an instant: ${options.at}`);
    folder = mkdtempSync(join(tmpdir(), 'golden-ideas-'));
    system = await startSystem({
      port: 0,
      secret: ensureSecret(folder),
      at,
      database: freshDatabase(),
      ...(options.pages && {
        pages: async () => ({ serve: served(options.pages), stop: async () => {} }),
      }),
      ...(options.signIn && { signIn: options.signIn }),
      metrics: line => metrics.push(line),
    });
  });
  afterAll(async () => {
    await system?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    address: () => running().address,
    commandEnv: () => ({
      ...process.env,
      PORT: new URL(running().address).port,
      LOCAL_FOLDER: folder,
    }),
    as: account => sampleClient(running().address, account),
    async send(account, method, path, init = {}) {
      const { address } = running();
      const headers = new Headers(init.headers);
      if (account !== undefined) {
        const token = tokens.get(account) ?? accessToken(address, account);
        tokens.set(account, token);
        headers.set('authorization', `Bearer ${await token}`);
      }
      return fetch(`${address}/api${path}`, { ...init, method, headers });
    },
    moveClock: to => {
      const { address, secret } = running();
      return fetch(`${address}/local/clock`, {
        method: 'POST',
        body: to,
        headers: secretHeaders(secret),
      });
    },
    settled: () => running().settled(),
    endSessions: () => running().endSessions(),
    disturb: disturbance => running().disturb(disturbance),
    cutNetwork: cut => running().cutNetwork(cut),
    metrics,
  };
}

function served(pages: Options['pages']): Pages['serve'] {
  if (typeof pages !== 'function') return servePages(inject('pages'));
  // A release may be another at each request.
  return (request, response, path) => servePages(pages())(request, response, path);
}

/** A JSON body with its content type. */
export function json(body: unknown): RequestInit {
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}
