/**
 * The return from signing in: only to a page of these pages, never to an injected address. And
 * whether a separate window can be opened for it.
 */
import { describe, expect, it } from 'vitest';
import { isWebView, whereTo } from '../../../web/session/sign-in.ts';

it.each(['/', '/o/huatai/mine', '/o/huatai/committee/agenda?show=unvoted'])(
  'returns to %s',
  returnTo => {
    expect(whereTo({ returnTo, inWindow: true })).toEqual({ returnTo, inWindow: true });
  },
);

it.each([
  '//elsewhere.example',
  '/\\elsewhere.example',
  'https://elsewhere.example',
  '/signed-in?code=1',
  '/sign-in-again?to=%2F',
  '',
])('does not return to %s', returnTo => {
  expect(whereTo({ returnTo }).returnTo).toBe('/');
});

it.each([undefined, null, '/o/huatai', { returnTo: 7, inWindow: 'yes' }])(
  'returns to the front page if the returned state is not ours: %j',
  state => {
    expect(whereTo(state)).toEqual({ returnTo: '/', inWindow: false });
  },
);

describe('has one window only', () => {
  it.each([
    [
      'WeChat',
      'Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36 Chrome/86.0 Mobile Safari/537.36 MicroMessenger/8.0',
    ],
    [
      '企业微信',
      'Mozilla/5.0 (Linux; Android 10; wv) AppleWebKit/537.36 Chrome/86.0 Safari/537.36 wxwork/4.1',
    ],
    [
      '钉钉',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 15_0 like Mac OS X) AppleWebKit/605.1.15 Mobile DingTalk/6.5',
    ],
    [
      'any application on a phone',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 15_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148',
    ],
  ])('%s', (_, agent) => {
    expect(isWebView(agent)).toBe(true);
  });

  it.each([
    ['not Chrome', 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/86.0 Safari/537.36'],
    [
      'nor Safari',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 15_0 like Mac OS X) AppleWebKit/605.1.15 Version/15.0 Mobile/15E148 Safari/604.1',
    ],
  ])('%s', (_, agent) => {
    expect(isWebView(agent)).toBe(false);
  });
});
