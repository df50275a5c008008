/**
 * What a press on the support button shows before the API has answered.
 */
import { expect, it } from 'vitest';
import { openForSupport, withSupport } from '../../../web/employee/support.ts';

it('counts me once, and takes me back once', () => {
  const backed = withSupport({ supports: 3, supported: false }, true);
  expect(backed).toEqual({ supports: 4, supported: true });
  expect(withSupport(backed, true)).toEqual(backed);
  expect(withSupport(backed, false)).toEqual({ supports: 3, supported: false });
  expect(withSupport({ supports: 0, supported: true }, false).supports).toBe(0);
});

it('is open until an idea is decided or gone', () => {
  expect(openForSupport('deferred')).toBe(true);
  expect(openForSupport('adopted')).toBe(false);
  expect(openForSupport('withdrawn')).toBe(false);
});
