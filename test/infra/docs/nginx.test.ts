/** The documented host of the pages sends what CloudFront and the local system send. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { nginxConfiguration } from '../../../infra/docs/nginx.ts';
import { API_HEADERS, pageHeaders } from '../../../shared/http/security-headers.ts';
import { ROOT } from '../template.ts';

it('is generated from the security headers', () => {
  expect(readFileSync(`${ROOT}docs/hosting/nginx.conf`, 'utf8'), 'npm run docs').toBe(
    nginxConfiguration(),
  );
});

it('has each header once for pages, and once for the API, instead of the functions’ own', () => {
  const [pages = '', api = ''] = nginxConfiguration().split('location /api/');
  const added = (part: string) =>
    Object.fromEntries(
      [...part.matchAll(/add_header (\S+) "(.+)" always;/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    );
  expect(added(pages)).toEqual(
    pageHeaders({
      connect: ['https://login.example.com', 'https://UPLOADS.s3.REGION.amazonaws.com'],
    }),
  );
  expect(added(api)).toEqual(API_HEADERS);
  for (const name of Object.keys(API_HEADERS)) expect(api).toContain(`proxy_hide_header ${name};`);
  // Headers in a location would replace all those of the pages.
  expect(pages.split('location /')[1]).not.toContain('add_header');
});
