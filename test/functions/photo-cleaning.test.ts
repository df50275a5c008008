/**
 * Cleaning: of a picture only its pixels pass, upright and of a bounded size; everything else is
 * refused, with a reason.
 */
import { imageSize } from 'image-size';
import { describe, expect, it } from 'vitest';
import { cleanPicture } from '../../functions/photo-cleaning/cleaning.ts';
import { decoderOf } from '../../functions/photo-cleaning/codecs.ts';
import { PICTURE_FAULTS } from '../../shared/domain/idea/photo.ts';
import { PICTURE_FAULT_WORDS } from '../../shared/http/picture-words.ts';
import * as sample from '../sample/pictures.ts';

async function cleaned(bytes: Uint8Array) {
  const result = await cleanPicture(bytes);
  if (!result.ok) throw new Error(result.refusal.reason);
  return result.value;
}

async function refusal(bytes: Uint8Array): Promise<string> {
  const result = await cleanPicture(bytes);
  return result.ok ? 'taken' : result.refusal.reason;
}

/** The color in the middle of a picture’s upper half: roughly red, blue, or something else. */
async function colorAt(bytes: Uint8Array, right: number, down: number): Promise<string> {
  const decode = await decoderOf('jpg');
  const { data, width, height } = await decode!(bytes);
  const at = (Math.floor(height * down) * width + Math.floor(width * right)) * 4;
  const [red = 0, , blue = 0] = data.slice(at, at + 3);
  return red > 150 && blue < 100 ? 'red' : blue > 150 && red < 100 ? 'blue' : 'neither';
}

describe('a picture', () => {
  it.each([
    ['JPEG', () => sample.jpegOfPhone()],
    ['PNG', () => sample.pngOfPhone()],
    ['WebP', () => sample.webpOfPhone()],
  ])('of the kind %s loses place, device and time', async (kind, make) => {
    const before = await make();
    // A PNG and a WebP do not name Exif so.
    const traces = sample.TRACES.filter(trace => kind === 'JPEG' || trace !== 'Exif');
    for (const trace of traces) expect(before.includes(trace), trace).toBe(true);
    const { large, small } = await cleaned(before);
    for (const form of [large, small])
      for (const trace of [...sample.TRACES, 'eXIf', 'EXIF'])
        expect(Buffer.from(form).includes(trace), trace).toBe(false);
  });

  const KINDS = [
    ['JPEG', (orientation: number) => sample.jpegOfPhone(64, 48, orientation)],
    ['PNG', (orientation: number) => sample.pngOfPhone(64, 48, orientation)],
    ['WebP', (orientation: number) => sample.webpOfPhone(orientation)],
    ['WebP, marked', (orientation: number) => sample.webpOfPhone(orientation, true)],
  ] as const;

  // Its left half is red. The sides of the red half in each orientation:
  it.each([
    [1, 'left'],
    [2, 'right'],
    [3, 'right'],
    [4, 'left'],
    [5, 'top'],
    [6, 'top'],
    [7, 'bottom'],
    [8, 'bottom'],
    [9, 'left'],
  ] as const)('of orientation %i is red at the %s', async (orientation, side) => {
    for (const [kind, make] of KINDS) {
      const { large, width, height } = await cleaned(await make(orientation));
      const lies = side === 'top' || side === 'bottom';
      expect([width, height], kind).toEqual(lies ? [48, 64] : [64, 48]);
      const ends = lies
        ? [await colorAt(large, 0.5, 0.1), await colorAt(large, 0.5, 0.9)]
        : [await colorAt(large, 0.1, 0.5), await colorAt(large, 0.9, 0.5)];
      const redFirst = side === 'left' || side === 'top';
      expect(ends, kind).toEqual(redFirst ? ['red', 'blue'] : ['blue', 'red']);
    }
  });

  it('with damaged Exif stays as it is', async () => {
    for (const bytes of [sample.pngOfPhone(), sample.webpOfPhone()]) {
      // The first directory is behind the end.
      const at = bytes.indexOf('MM\0*') + 4;
      bytes.writeUInt32BE(0xffff, at);
      const { width } = await cleaned(bytes);
      expect(width).toBe(64);
    }
  });

  it('is at most 1600 pixels long, and 320 in lists', async () => {
    const { large, small, width, height } = await cleaned(await sample.jpeg(2400, 1200));
    expect([width, height]).toEqual([1600, 800]);
    expect(imageSize(large)).toMatchObject({ type: 'jpg', width: 1600, height: 800 });
    expect(imageSize(small)).toMatchObject({ type: 'jpg', width: 320, height: 160 });
  });

  it('that is small stays as it is', async () => {
    const { width, height, small } = await cleaned(await sample.jpeg(64, 48));
    expect([width, height]).toEqual([64, 48]);
    expect(imageSize(small)).toMatchObject({ width: 64, height: 48 });
  });

  it.each([
    ['PNG', sample.png()],
    ['WebP', sample.WEBP],
  ])('of the kind %s becomes a JPEG file', async (_, bytes) => {
    expect(imageSize((await cleaned(bytes)).large).type).toBe('jpg');
  });

  it('that is transparent becomes white', async () => {
    const { large } = await cleaned(sample.png(64, 48, { alpha: 0 }));
    const { data } = await (await decoderOf('jpg'))!(large);
    expect(data[0]).toBeGreaterThan(250);
  });

  it.each([
    ['an archive', Buffer.from('PK\u0003\u0004payload.class')],
    ['a page', sample.HTML],
  ])('with %s behind it loses that', async (_, payload) => {
    const picture = Buffer.concat([await sample.jpeg(), payload]);
    const { large, small } = await cleaned(picture);
    for (const form of [large, small]) expect(Buffer.from(form).includes(payload)).toBe(false);
  });
});

it('a JPEG that is cut off in its pixels is shown as far as it goes', async () => {
  const whole = await sample.jpeg(640, 480);
  const { large, width, height } = await cleaned(whole.subarray(0, whole.length * 0.9));
  expect([width, height]).toEqual([640, 480]);
  expect(await colorAt(large, 0.1, 0.1)).toBe('red');
});

describe('refused is', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['a page', sample.HTML, 'not-a-picture'],
    ['any bytes', Buffer.from(Array.from({ length: 999 }, (_, at) => at % 251)), 'not-a-picture'],
    ['a GIF', sample.GIF, 'another-kind'],
    ['an SVG', sample.SVG, 'another-kind'],
    ['a HEIC', sample.HEIC, 'another-kind'],
    ['a PNG of 50,000 by 50,000', sample.png(50_000, 50_000, { rows: 1 }), 'too-many-pixels'],
    ['a strip', sample.png(30_000, 1, { rows: 1 }), 'too-many-pixels'],
    ['a PNG without its pixels', sample.png(64, 48, { rows: 1 }), 'damaged'],
    ['a PNG without a side', sample.png(0, 48, { rows: 1 }), 'damaged'],
    ['the beginning of a PNG', sample.png().subarray(0, 45), 'damaged'],
  ])('%s', async (_, bytes, reason) => {
    expect(await refusal(bytes)).toBe(reason);
  });

  it('a JPEG that says it has billions of pixels, before anything is decoded', async () => {
    const begun = performance.now();
    expect(await refusal(await sample.jpegSaying(65_000, 65_000))).toBe('too-many-pixels');
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  it('the beginning of a JPEG, wherever it ends in the header', async () => {
    const whole = await sample.jpegOfPhone();
    for (const end of [2, 10, 40, 120, 160])
      expect(['not-a-picture', 'damaged'], String(end)).toContain(
        await refusal(whole.subarray(0, end)),
      );
  });

  it('each with words in both languages', () => {
    for (const fault of PICTURE_FAULTS) {
      const { zh, en } = PICTURE_FAULT_WORDS[fault];
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).not.toMatch(/\p{Script=Han}/u);
    }
  });
});

it('a codec goes on after a damaged picture', async () => {
  await refusal((await sample.jpeg()).subarray(0, 300));
  await refusal(sample.png(64, 48, { rows: 1 }));
  expect((await cleaned(await sample.jpeg())).width).toBe(64);
  expect((await cleaned(sample.png())).width).toBe(64);
});
