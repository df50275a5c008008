/** The reserved executions: who has how many, and which settings are refused. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { concurrencyOf } from '../../infra/aws/concurrency.ts';
import { FUNCTIONS, get, ROOT, stack } from './template.ts';

const lambdas = stack.ofType('AWS::Lambda::Function');
const reservedOf = (name: string): unknown => get(lambdas, name).ReservedConcurrentExecutions;

it('the stream and the calendar have executions that no audience can take', () => {
  expect(reservedOf('MetricsAdoptionMetricsFunction')).toBe(100);
  expect(reservedOf('CycleDueRoundsFunction')).toBe(1);
  expect(reservedOf('CycleDeliberationCycleFunction')).toBe(20);
  expect(reservedOf('AuditNumbersAuditFunction')).toBe(1);
});

it('every function of ours is limited but an operator’s, and the unreserved hundred is left', () => {
  const ours = Object.entries(FUNCTIONS).map(
    ([prefix, name]) => [name, reservedOf(`${prefix}Function`)] as const,
  );
  const shared = ours.filter(([, reserved]) => reserved === undefined);
  expect(shared).toEqual([['founding', undefined]]);
  const all = [...lambdas.keys()].map(reservedOf).filter(one => typeof one === 'number');
  expect(all.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(900);
});

it('the calendar makes as many calls at a time as are reserved for them', () => {
  expect(get(lambdas, 'CycleDueRoundsFunction').Environment).toMatchObject({
    Variables: { CYCLE_CALLS: '20' },
  });
  expect(concurrencyOf('deliberation-cycle=50,employee=270', undefined)).toMatchObject({
    reserved: { 'deliberation-cycle': 50, employee: 270 },
    cycleCalls: 50,
  });
});

it('each share is in docs/operations.md', () => {
  const page = readFileSync(`${ROOT}docs/operations.md`, 'utf8').replaceAll(/\s+/g, ' ');
  const shares = Object.entries(concurrencyOf(undefined, undefined).reserved);
  const written = ([name, share]: [string, number]) =>
    page.includes(share === 1 ? `\`${name}\`` : `\`${name}\` ${share}`);
  expect(shares.filter(one => !written(one))).toEqual([]);
});

describe('an account of ten', () => {
  it('reserves nothing', () => {
    expect(concurrencyOf('none', undefined)).toEqual({ reserved: {}, cycleCalls: 2 });
    expect(concurrencyOf('none', '10').reserved).toEqual({});
  });

  it('is told so instead of failing at its deployment', () => {
    expect(() => concurrencyOf(undefined, '10')).toThrow(/concurrency=none/);
  });
});

it.for([
  ['a sum above the quota', 'employee=600', undefined, /exceed the quota of 1000/],
  ['an unknown function', 'postman=3', undefined, /functions are employee, committee/],
  ['a function that must run once at a time', 'due-rounds=2', undefined, /functions are/],
  ['a share of nothing', 'zone=0', undefined, /^concurrency: /],
  ['a name from the prototype', 'constructor=5', undefined, /functions are/],
  ['a quota that is no number', undefined, 'many', /concurrencyQuota: /],
] as const)('%s is refused with a sentence', ([, shares, quota, sentence]) => {
  expect(() => concurrencyOf(shares, quota)).toThrow(
    expect.objectContaining({ message: expect.stringMatching(sentence) }),
  );
});

it('a higher quota takes larger shares', () => {
  expect(concurrencyOf('employee=2000', '3000').reserved.employee).toBe(2000);
});
