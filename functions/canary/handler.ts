/**
 * The canary does what a person does who opens the address: it loads the page and its
 * configuration, finds the issuer, asks the API without a token, signs in, and asks who it is. It
 * writes nothing. The first thing that is not as it should be fails the run.
 */
import * as z from 'zod/mini';
import { failureOf, type Log } from '../../shared/http/log.ts';
import { type CanaryAccount, signedIn, signInRequest } from './account.ts';

interface CanaryWiring {
  readonly log: Log;
  /** The origin that people open. */
  readonly address: string;
  readonly issuer: string;
  /** Undefined with an issuer of the firm's own, where it reads what strangers can read. */
  readonly account: CanaryAccount | undefined;
  readonly fetch: (request: Request) => Promise<Response>;
}

/** Longer than any answer that a person would wait for. */
const PATIENCE_MS = 10_000;

const sameIssuer = (issuer: string) => z.object({ issuer: z.literal(issuer) });
/** It is a member of nothing: what it could see would be somebody's. */
const nobody = z.object({
  memberships: z.array(z.unknown()).check(z.length(0)),
  zones: z.array(z.unknown()).check(z.length(0)),
});

/** An answer that is not as it should be. Its name goes to the log; its text has no content. */
class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';
}

export function canaryHandler({ log, address, issuer, account, fetch }: CanaryWiring) {
  async function ask(request: Request, status = 200): Promise<Response> {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch(new Request(request, { signal, redirect: 'error' }));
    if (response.status !== status) throw new UnexpectedAnswer(`status ${response.status}`);
    return response;
  }
  async function read<Shape extends z.ZodMiniType>(
    request: Request,
    shape: Shape,
  ): Promise<z.output<Shape>> {
    const found = shape.safeParse(await (await ask(request)).json());
    if (!found.success) throw new UnexpectedAnswer('another content');
    return found.data;
  }
  const at = (path: string, headers: Readonly<Record<string, string>> = {}): Request =>
    new Request(new URL(path, address), { headers });

  async function check(name: string, run: () => Promise<unknown>): Promise<void> {
    const begun = performance.now();
    try {
      await run();
    } catch (error) {
      const why = error instanceof UnexpectedAnswer ? error.message : undefined;
      log.error('check failed', { check: name, why, ...failureOf(error) });
      throw new Error(`check failed: ${name}`);
    }
    log.info('check', { check: name, milliseconds: Math.round(performance.now() - begun) });
  }

  return async (): Promise<void> => {
    await check('page', async () => {
      const { headers } = await ask(at('/', { accept: 'text/html' }));
      if (!headers.get('content-type')?.startsWith('text/html'))
        throw new UnexpectedAnswer('no page');
      if (!headers.has('content-security-policy')) throw new UnexpectedAnswer('no policy');
    });
    await check('configuration', () => read(at('/config.json'), sameIssuer(issuer)));
    const openId = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    await check('issuer', () => read(new Request(openId), sameIssuer(issuer)));
    await check('api', () => read(at('/api/openapi.json'), z.object({ openapi: z.string() })));
    await check('stranger', () => ask(at('/api/me'), 401));
    if (account === undefined) return;
    let token = '';
    await check('sign-in', async () => {
      const { AuthenticationResult } = await read(signInRequest(issuer, account), signedIn);
      token = AuthenticationResult.AccessToken;
    });
    await check('me', () => read(at('/api/me', { authorization: `Bearer ${token}` }), nobody));
  };
}
