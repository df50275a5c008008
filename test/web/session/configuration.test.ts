/** `/config.json`, with the fields that every issuer needs, and with optional ones. */
import { expect, it } from 'vitest';
import { parseConfiguration } from '../../../web/session/configuration.ts';

const least = { issuer: 'https://login.example', clientId: 'web' };

it('takes issuer and client alone, and then requests no resource', () => {
  expect(parseConfiguration(least)).toEqual({ ...least, scope: 'openid' });
});

it('takes a scope, a resource and Cognito’s sign-out', () => {
  const logout = { like: 'cognito', url: 'https://ideas.auth.example/logout' };
  const more = { ...least, scope: 'openid offline_access', resource: 'urn:api', logout };
  expect(parseConfiguration(more)).toEqual(more);
});

it.each([
  [{ clientId: 'web' }],
  [{ issuer: 'https://login.example' }],
  [{ ...least, logout: { like: 'something else', url: 'https://login.example/out' } }],
  ['<!doctype html>'],
])('is refused where it is not what it should be: %j', file => {
  expect(() => parseConfiguration(file)).toThrow();
});
