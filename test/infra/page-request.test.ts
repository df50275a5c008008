/**
 * What CloudFront asks the bucket for, by running the function that runs there, alone and without
 * anything of Node.
 */
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { TEXTS } from '../../web/build/precompressed.ts';
import { ROOT } from './template.ts';

const CODE = readFileSync(`${ROOT}infra/aws/cloudfront/page-request.js`, 'utf8');

/** The file for a request, from a browser that accepts these codings. */
function fileFor(uri: string, accepted?: string): string {
  const headers = accepted === undefined ? {} : { 'accept-encoding': { value: accepted } };
  const event = { version: '1.0', request: { method: 'GET', uri, querystring: {}, headers } };
  return runInNewContext(`${CODE}; handler(${JSON.stringify(event)}).uri`, {});
}

it('is within the size that CloudFront takes', () => {
  expect(CODE.length).toBeLessThan(10 * 1024);
});

describe('an address', () => {
  it.for([
    ['/', '/index.html'],
    ['/signed-in', '/index.html'],
    ['/o/huatai/ideas/2026-10-0123456789abcdefghjkmnpqrs', '/index.html'],
    ['/o/huatai/a.b', '/index.html'],
    ['/zone/xuanhua/2026-10', '/index.html'],
    ['/public', '/index.html'],
    ['/public/huatai/2026-10', '/public.html'],
    ['/public/', '/public.html'],
    ['/publicity/x', '/index.html'],
    ['/index.html', '/index.html'],
    ['/public.html', '/public.html'],
    ['/favicon.ico', '/favicon.ico'],
    ['/config.json', '/config.json'],
    ['/sw.js', '/sw.js'],
    ['/manifest.webmanifest', '/manifest.webmanifest'],
    ['/new', '/index.html'],
    ['/assets/app-1a2b3c4d.js', '/assets/app-1a2b3c4d.js'],
    ['/assets/', '/assets/'],
  ] as const)('%s leads to %s', ([uri, file]) => {
    expect(fileFor(uri)).toBe(file);
  });
});

describe('a file', () => {
  it.for([
    ['gzip, deflate, br', '.br'],
    ['gzip, deflate, br, zstd', '.br'],
    ['br', '.br'],
    ['BR;q=1.0, gzip;q=0.5', '.br'],
    ['gzip, deflate', '.gz'],
    ['br;q=0, gzip', '.gz'],
    ['br; q=0.000', ''],
    ['br;q=0.001', '.br'],
    ['brotli, x-gzip', ''],
    ['identity', ''],
    ['*', ''],
    ['', ''],
    [undefined, ''],
  ] as const)('with the accepted codings “%s” is taken as …%s', ([accepted, ending]) => {
    expect(fileFor('/assets/app-1a2b3c4d.js', accepted)).toBe(`/assets/app-1a2b3c4d.js${ending}`);
    expect(fileFor('/o/huatai', accepted)).toBe(`/index.html${ending}`);
  });

  it('is taken compressed if it is of a type that the build compresses', () => {
    for (const type of TEXTS) expect(fileFor(`/assets/a${type}`, 'br')).toBe(`/assets/a${type}.br`);
    for (const type of ['.woff2', '.png', '.ico', '.br'])
      expect(fileFor(`/assets/a${type}`, 'br')).toBe(`/assets/a${type}`);
  });

  it('is taken as it is if the deployment writes it', () => {
    expect(fileFor('/config.json', 'gzip, br')).toBe('/config.json');
  });
});
