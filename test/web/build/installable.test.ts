/** The manifest says what is true, and all that a browser asks for before it offers to install. */
import { readFileSync } from 'node:fs';
import { imageSize } from 'image-size';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { routeOf } from '../../../web/worker/routing.ts';

const icon = z.object({
  src: z.string(),
  sizes: z.string(),
  type: z.literal('image/png'),
  purpose: z.optional(z.string()),
});
const shape = z.object({
  name: z.string().min(1),
  start_url: z.string(),
  scope: z.string(),
  display: z.literal('standalone'),
  icons: z.array(icon),
  shortcuts: z.array(z.object({ url: z.string(), icons: z.array(icon) })),
});

const read = (file: string) => readFileSync(`web/installable/${file}`);
const manifest = shape.parse(JSON.parse(read('manifest.webmanifest').toString('utf8')));
const ORIGIN = 'https://ideas.example';

it.each(manifest.icons.concat(manifest.shortcuts.flatMap(({ icons }) => icons)))(
  'has the icon $src in the size that it says',
  ({ src, sizes, type }) => {
    const found = imageSize(read(src.slice(1)));
    expect([`${found.width}x${found.height}`, `image/${found.type}`]).toEqual([sizes, type]);
  },
);

it('has the sizes that browsers ask for, one of them to be cut into any shape', () => {
  const any = manifest.icons.filter(({ purpose }) => purpose === undefined);
  expect(any.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
  expect(manifest.icons.map(({ purpose }) => purpose)).toContain('maskable');
});

it.each([manifest.start_url, ...manifest.shortcuts.map(({ url }) => url)])(
  'begins at %s, which is in its scope and opens without a network',
  path => {
    const scope = new URL(manifest.scope, ORIGIN).href;
    const { href } = new URL(path, ORIGIN);
    expect(href.startsWith(scope)).toBe(true);
    expect(routeOf({ method: 'GET', mode: 'navigate', url: href }, ORIGIN)).toBe('page');
  },
);
