import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, it, vi } from 'vitest';
import { noteServerTime, serverNow } from '../../../web/api/server-clock.ts';
import { FakeStorage } from '../storage/fake-storage.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('follows the server, on a device whose clock is a day behind, and ticks on from there', () => {
  vi.useFakeTimers({ now: Date.parse('2026-10-17T10:00:00Z') });
  noteServerTime('Sun, 18 Oct 2026 09:59:00 GMT');
  vi.advanceTimersByTime(60_000);
  expect(serverNow().toISOString()).toBe('2026-10-18T10:00:00.500Z');
});

it.each([null, '', 'soon'])('keeps its time after an answer whose date is %o', date => {
  vi.useFakeTimers({ now: Date.parse('2026-10-18T10:00:00Z') });
  noteServerTime('Sun, 18 Oct 2026 10:00:00 GMT');
  noteServerTime(date);
  expect(serverNow().toISOString()).toBe('2026-10-18T10:00:00.500Z');
});

it('is right from the start at the next visit, which may have no network', async () => {
  vi.stubGlobal('localStorage', new FakeStorage());
  vi.useFakeTimers({ now: Date.parse('2026-10-17T10:00:00Z') });
  noteServerTime('Sun, 18 Oct 2026 10:00:00 GMT');
  // A second instance, as in a page that is loaded anew.
  const again: string = '../../../web/api/server-clock.ts?again';
  const next: { serverNow: typeof serverNow } = await import(again);
  expect(next.serverNow().toISOString()).toBe('2026-10-18T10:00:00.500Z');
});

it('is the only clock of the pages, except for the life of a session', () => {
  const asking = readdirSync('web', { recursive: true, encoding: 'utf8' })
    .filter(
      name =>
        /\.tsx?$/.test(name) &&
        /\bDate\.now\(\)|new Date\(\)/.test(readFileSync(`web/${name}`, 'utf8')),
    )
    .filter(name => !name.startsWith('session/'));
  expect(asking).toEqual(['api/server-clock.ts']);
});
