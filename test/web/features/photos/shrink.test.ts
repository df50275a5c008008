/** What becomes of a photo before it is sent: which files are photos, and how small they get. */
import { expect, it } from 'vitest';
import {
  firstThatFits,
  MEASURES,
  type Measure,
  pictureIn,
  sizeAt,
} from '../../../../web/features/photos/shrink.ts';

const bytes = (text: string) => Uint8Array.from(text, character => character.charCodeAt(0));
const blobOf = (size: number) => new Blob([new Uint8Array(size)]);

it.each([
  ['picture', '\xff\xd8\xff\xe1..Exif'],
  ['picture', '\x89PNG\r\n\x1a\n....IHDR'],
  ['picture', 'RIFF\n\r..WEBPVP8 '],
  ['picture', 'GIF89a'],
  ['picture', '....ftypavif'],
  ['heic', '....ftypheic'],
  ['heic', '....ftypmif1'],
  [undefined, '....ftypisom'],
  [undefined, '<svg xmlns="http:'],
  [undefined, '%PDF-1.7'],
  [undefined, ''],
])('knows a file by its bytes: %s in %j', (kind, head) => {
  expect(pictureIn(bytes(head))).toBe(kind);
});

it('keeps the proportions, enlarges nothing, and leaves no edge without a pixel', () => {
  expect(sizeAt({ edge: 1600 }, 4032, 3024)).toEqual({ width: 1600, height: 1200 });
  expect(sizeAt({ edge: 1600 }, 3024, 4032)).toEqual({ width: 1200, height: 1600 });
  expect(sizeAt({ edge: 1600 }, 800, 600)).toEqual({ width: 800, height: 600 });
  expect(sizeAt({ edge: 640 }, 9000, 2)).toEqual({ width: 640, height: 1 });
});

it('takes the first measure that fits, and tries no further', async () => {
  const tried: Measure[] = [];
  const blob = await firstThatFits(async measure => {
    tried.push(measure);
    return blobOf(tried.length === 3 ? 299_000 : 800_000);
  });
  expect(blob?.size).toBe(299_000);
  expect(tried).toEqual(MEASURES.slice(0, 3));
});

it('gives up a picture that no measure makes small enough', async () => {
  expect(await firstThatFits(async () => blobOf(300_001))).toBeUndefined();
});

it('never tries a larger picture after a smaller one', () => {
  const weights = MEASURES.map(({ edge, quality }) => edge * edge * quality);
  expect(weights).toEqual([...weights].sort((one, other) => other - one));
});
