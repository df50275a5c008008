import { globSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AGAIN, retry, TRIES } from '../../shared/store/retry.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/**
 * Runs to the end without waiting; returns the outcome and the intended waits. Timers after the
 * outcome are somebody else's, such as those of a request that another file has left behind.
 */
async function run<Outcome>(
  retried: () => Promise<Outcome>,
): Promise<{ outcome: Outcome; waited: number }> {
  const begun = Date.now();
  const answered = retried().then(outcome => ({ outcome, waited: Date.now() - begun }));
  await vi.runAllTimersAsync();
  return answered;
}

it('a successful attempt is the last', async () => {
  const attempts: number[] = [];
  const { outcome, waited } = await run(() =>
    retry(async number => {
      attempts.push(number);
      return number < 3 ? AGAIN : 'stored';
    }),
  );
  expect(outcome).toBe('stored');
  expect(attempts).toEqual([1, 2, 3]);
  // 20 ms and 40 ms, each cut by up to a half.
  expect(waited).toBeGreaterThanOrEqual(30);
  expect(waited).toBeLessThanOrEqual(60);
});

it('endless conflicts are the answer after the last try, without a wait behind it', async () => {
  for (const tries of [1, TRIES]) {
    const attempt = vi.fn(async () => AGAIN);
    const { outcome, waited } = await run(() => retry(attempt, tries));
    expect(outcome).toBe(AGAIN);
    expect(attempt).toHaveBeenCalledTimes(tries);
    expect(waited).toBeLessThanOrEqual(20 * (2 ** (tries - 1) - 1));
  }
});

it('an error ends it at once', async () => {
  const attempt = vi.fn(() => Promise.reject(new Error('no table')));
  await expect(retry(attempt)).rejects.toThrow('no table');
  expect(attempt).toHaveBeenCalledTimes(1);
});

it('the store and the functions have no retry loop of their own', () => {
  const own = /\bfor \((?:let|const) attempt\b|\bATTEMPTS\b|\bwhile \(attempt/;
  const files = globSync(['shared/**/*.ts', 'functions/**/*.ts']);
  expect(files.filter(file => own.test(readFileSync(file, 'utf8')))).toEqual([]);
});
