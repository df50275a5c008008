/** The effect of the support button before the API has answered. */
import { expect, it } from 'vitest';
import { withSupport } from '../../../../web/features/ideas/support.ts';

it('counts me once, and withdraws me once', () => {
  const backed = withSupport({ supports: 3, supported: false }, true);
  expect(backed).toEqual({ supports: 4, supported: true });
  expect(withSupport(backed, true)).toEqual(backed);
  expect(withSupport(backed, false)).toEqual({ supports: 3, supported: false });
  expect(withSupport({ supports: 0, supported: true }, false).supports).toBe(0);
});
