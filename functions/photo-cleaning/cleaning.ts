/**
 * Makes new pictures of an uploaded one. Only its pixels pass: everything else in the file, such as
 * the place and the device, a file of another kind behind it, or a fault that a reader of pictures
 * might have, stays behind. The size is read from the header before anything is decoded, so that a
 * small file cannot ask for gigabytes.
 */
import { imageSize } from 'image-size';
import { PHOTO_EDGES, type PhotoSize, type PictureFault } from '../../shared/domain/idea/photo.ts';
import { err, ok, type Result } from '../../shared/domain/kernel/result.ts';
import { decoderOf, encode, type Pixels, resized } from './codecs.ts';
import { orientationIn, upright } from './orientation.ts';

interface Cleaned extends Readonly<Record<PhotoSize, Uint8Array>> {
  /** Of the large form, in pixels. */
  readonly width: number;
  readonly height: number;
}

type NotTaken = { readonly code: 'not-taken'; readonly reason: PictureFault };

/** Some phones take pictures of 24 megapixels; a decoded one takes four bytes for each. */
const MOST_PIXELS = 25_000_000;
/** Neither may be longer: a strip of a thousand pixels by one is nothing to look at. */
const LONGEST_EDGE = 16_000;

export async function cleanPicture(bytes: Uint8Array): Promise<Result<Cleaned, NotTaken>> {
  if (bytes.length === 0) return notTaken('empty');
  const header = headerOf(bytes);
  if (!header) return notTaken('not-a-picture');
  const decode = await decoderOf(header.type);
  if (!decode) return notTaken('another-kind');
  const { width, height } = header;
  if (!(width > 0 && height > 0)) return notTaken('damaged');
  if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_EDGE)
    return notTaken('too-many-pixels');
  const pixels = await decode(bytes).catch(() => undefined);
  // A decoder that goes by another part of the file than the header was led astray.
  if (!pixels || pixels.width * pixels.height !== width * height) return notTaken('damaged');
  const lying = await fitted(pixels, PHOTO_EDGES.large);
  const large = upright(lying, orientationIn(header.type, bytes));
  const small = await fitted(large, PHOTO_EDGES.small);
  return ok({
    large: await encode(large),
    small: await encode(small),
    width: large.width,
    height: large.height,
  });
}

/** Kind and size as the header says; undefined if it is the header of no picture. */
function headerOf(bytes: Uint8Array) {
  try {
    const { type = '', width, height } = imageSize(bytes);
    return { type, width, height };
  } catch {
    return isOtherKind(bytes) ? { type: 'heif', width: 0, height: 0 } : undefined;
  }
}

/** Whether it begins as the pictures of newer phones do, HEIC and AVIF. */
function isOtherKind(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(4, 8)).toString('latin1') === 'ftyp';
}

/** The picture with its longest edge of so many pixels at most. */
async function fitted(pixels: Pixels, edge: number): Promise<Pixels> {
  const scale = edge / Math.max(pixels.width, pixels.height);
  if (scale >= 1) return pixels;
  const scaled = (length: number): number => Math.max(1, Math.round(length * scale));
  return resized(pixels, scaled(pixels.width), scaled(pixels.height));
}

function notTaken(reason: PictureFault): Result<never, NotTaken> {
  return err({ code: 'not-taken', reason });
}
