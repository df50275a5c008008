/**
 * Coming back from signing in: only to a page of these pages, never to an address that somebody slipped in.
 */
import { expect, it } from 'vitest';
import { isOwnPath } from '../../../web/sign-in/session.ts';

it.each(['/', '/o/huatai/mine', '/o/huatai/committee/agenda?show=unvoted'])('returns to %s', path => {
  expect(isOwnPath(path)).toBe(true);
});

it.each([
  '//elsewhere.example',
  '/\\elsewhere.example',
  'https://elsewhere.example',
  '/signed-in?code=1',
  '',
])('does not return to %s', path => {
  expect(isOwnPath(path)).toBe(false);
});
