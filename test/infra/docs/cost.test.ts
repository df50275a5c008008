/** `docs/cost.md` has what the prices and assumptions give, and they fit the deployed system. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DAYS_ELSEWHERE, DAYS_HERE } from '../../../infra/aws/copy.ts';
import { month, options, tiered, total } from '../../../infra/docs/cost/month.ts';
import { withCosts } from '../../../infra/docs/cost/page.ts';
import { PRICES } from '../../../infra/docs/cost/prices.ts';
import { ASSUMED } from '../../../infra/docs/cost/usage.ts';
import { ROOT, stack } from '../template.ts';

describe('docs/cost.md', () => {
  const page = readFileSync(`${ROOT}docs/cost.md`, 'utf8');

  it('agrees with the calculation; if not, `npm run cost` updates it', () => {
    expect(withCosts(page)).toBe(page);
  });
});

it('each user of a pool is priced by their tier', () => {
  expect(tiered(10_000, PRICES.pool.lite)).toBe(0);
  expect(tiered(10_001, PRICES.pool.lite)).toBeCloseTo(0.0055);
  expect(options(147)['a user pool on Lite']).toBeCloseTo(38_510 * 0.0055);
  expect(options(10_000)['a user pool on Essentials']).toBeCloseTo(3_290_000 * 0.015);
});

it('has a part that is the same for any number of firms, and grows by no more than each firm’s', () => {
  expect(month(0)['HTTP API']).toBe(0);
  const [none, one, all] = [0, 1, 10_000].map(total);
  expect(none!).toBeGreaterThan(0);
  expect(all! - none!).toBeGreaterThan(1_000 * (one! - none!));
  expect(all! - none!).toBeLessThanOrEqual(10_000 * (one! - none!));
});

it('counts all alarms of the template', () => {
  const { size } = stack.ofType('AWS::CloudWatch::Alarm');
  expect(size).toBeLessThanOrEqual(ASSUMED.alarms);
  expect(size).toBeGreaterThan(ASSUMED.alarms - 15);
});

it('counts every backup that is kept, of a night each', () => {
  expect(ASSUMED.backupsKept).toBe(DAYS_HERE + DAYS_ELSEWHERE);
});
