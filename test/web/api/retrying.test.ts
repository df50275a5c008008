/**
 * Automatic retries without capacity: only repeatable requests, a few times, after the requested
 * time, and with jitter between devices.
 */
import { describe, expect, it } from 'vitest';
import { retrying } from '../../../web/api/retrying.ts';

const gateway = (status: number, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify({ message: 'x' }), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
const problem = (status: number, headers: Record<string, string> = {}) =>
  gateway(status, { 'content-type': 'application/problem+json; charset=utf-8', ...headers });

/** Gives one answer after the other, the last one for ever; records the waits. */
function answering(answers: readonly (() => Response)[], random = 0) {
  const pauses: number[] = [];
  let sent = 0;
  const send = retrying(async () => answers[Math.min(sent++, answers.length - 1)]!(), {
    pause: async milliseconds => void pauses.push(milliseconds),
    random: () => random,
  });
  return { send, pauses, sent: () => sent };
}

describe('a request is repeated', () => {
  it.each([429, 502, 503, 504])('where the gateway answers %i to a reading', async status => {
    const { send, sent } = answering([() => gateway(status), () => new Response('{}')]);
    expect((await send('/api/x', { method: 'GET' })).status).toBe(200);
    expect(sent()).toBe(2);
  });

  it('three times at most, with growing waits', async () => {
    const { send, pauses, sent } = answering([() => gateway(503)]);
    expect((await send('/api/x', {})).status).toBe(503);
    expect([sent(), pauses]).toEqual([3, [500, 1000]]);
  });

  it('after the requested time and up to half as long again, so that not all come at once', async () => {
    const { send, pauses } = answering([() => problem(503, { 'retry-after': '2' })], 0.5);
    await send('/api/x', {});
    expect(pauses).toEqual([2500, 2500]);
  });

  it('if it is a repeatable write', async () => {
    for (const init of [
      { method: 'PUT' },
      { method: 'DELETE' },
      { method: 'POST', headers: { 'idempotency-key': 'k' } },
    ]) {
      const { send, sent } = answering([() => problem(503), () => new Response('{}')]);
      await send('/api/x', init);
      expect([init.method, sent()]).toEqual([init.method, 2]);
    }
  });

  it('of any kind, if the gateway let nothing through', async () => {
    const { send, sent } = answering([() => gateway(429), () => new Response('{}')]);
    await send('/api/x', { method: 'POST' });
    expect(sent()).toBe(2);
  });
});

describe('a request is not repeated', () => {
  it.each([
    ['which may have been carried out already', { method: 'POST' }, () => gateway(504)],
    [
      'which says what it was written against',
      { method: 'PUT', headers: { 'if-match': '"3"' } },
      () => gateway(503),
    ],
    ['which a handler limits', { method: 'POST' }, () => problem(429)],
    [
      'where it would take too long',
      { method: 'GET' },
      () => problem(429, { 'retry-after': '3600' }),
    ],
    ['which was refused', { method: 'GET' }, () => problem(409)],
    ['which nobody can help', { method: 'GET' }, () => gateway(500)],
  ])('%s', async (_, init, answer) => {
    const { send, sent } = answering([answer]);
    await send('/api/x', init);
    expect(sent()).toBe(1);
  });

  it('once nobody waits for it any more', async () => {
    const leaving = new AbortController();
    let sent = 0;
    const send = retrying(async () => {
      sent += 1;
      leaving.abort();
      return gateway(503);
    });
    await expect(send('/api/x', { signal: leaving.signal })).rejects.toThrow('aborted');
    expect(sent).toBe(1);
  });
});
