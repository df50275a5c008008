/**
 * Shrinks a photo on the device, before anything is sent: a phone's 10 MB become at most 300 KB.
 * The picture is drawn anew, upright, as a JPEG, so that no metadata is left: neither place nor
 * device. Decoding and encoding run beside the page's own thread; one photo is in memory at a time.
 */
import { turnsBitmaps } from './orientation.ts';

/** Of a photo as it is sent. */
const MOST_BYTES = 300_000;

/** A phone's camera takes up to 108 million pixels; a tab that decodes more may be ended. */
const MOST_PIXELS = 120_000_000;
const MOST_FILE_BYTES = 60_000_000;

/** Why a file became no photo. */
export type PhotoRefusal = 'not-a-photo' | 'heic' | 'too-large' | 'unreadable';

export type Shrunk =
  | { readonly ok: true; readonly blob: Blob }
  | { readonly ok: false; readonly why: PhotoRefusal };

/** The length of the longer edge in pixels, and the quality of JPEG. */
export interface Measure {
  readonly edge: number;
  readonly quality: number;
}

/** Tried in order, until one fits: a blurred picture says less than a smaller one. */
export const MEASURES: readonly Measure[] = [
  { edge: 1600, quality: 0.82 },
  { edge: 1600, quality: 0.7 },
  { edge: 1600, quality: 0.6 },
  { edge: 1280, quality: 0.6 },
  { edge: 1024, quality: 0.6 },
  { edge: 1024, quality: 0.45 },
  { edge: 800, quality: 0.45 },
  { edge: 640, quality: 0.4 },
];

/** The size of a picture at a measure; none is enlarged. */
export function sizeAt({ edge }: Pick<Measure, 'edge'>, width: number, height: number) {
  const scale = Math.min(1, edge / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

/** The first encoding that is small enough; undefined if none is. */
export async function firstThatFits(
  encode: (measure: Measure) => Promise<Blob>,
): Promise<Blob | undefined> {
  for (const measure of MEASURES) {
    const blob = await encode(measure);
    if (blob.size <= MOST_BYTES) return blob;
  }
  return undefined;
}

/** What a file is by its first bytes, whatever its name says. */
export function pictureIn(head: Uint8Array): 'picture' | 'heic' | undefined {
  const text = String.fromCharCode(...head.slice(0, 16));
  // ISO base media: the brand follows.
  if (text.slice(4, 8) === 'ftyp')
    return /^(avif|avis)/.test(text.slice(8))
      ? 'picture'
      : /^(hei|hev|mif1|msf1)/.test(text.slice(8))
        ? 'heic'
        : undefined;
  const known =
    text.startsWith('\xff\xd8\xff') ||
    text.startsWith('\x89PNG\r\n\x1a\n') ||
    /^GIF8[79]a/.test(text) ||
    /^RIFF....WEBP/s.test(text) ||
    text.startsWith('BM');
  return known ? 'picture' : undefined;
}

let last: Promise<unknown> = Promise.resolve();

/** Shrinks after the photos before it: several at once would not fit into a phone's memory. */
export function shrink(file: Blob): Promise<Shrunk> {
  const shrunk = last.then(() => shrinkNow(file));
  last = shrunk.catch(() => undefined);
  return shrunk;
}

async function shrinkNow(file: Blob): Promise<Shrunk> {
  if (file.size > MOST_FILE_BYTES) return refused('too-large');
  const kind = pictureIn(new Uint8Array(await file.slice(0, 16).arrayBuffer()));
  if (kind === undefined) return refused('not-a-photo');
  const address = URL.createObjectURL(file);
  try {
    return await withImage(file, address);
  } catch {
    // The browser says no more than that it cannot.
    return refused(kind === 'heic' ? 'heic' : 'unreadable');
  } finally {
    URL.revokeObjectURL(address);
  }
}

async function withImage(file: Blob, address: string): Promise<Shrunk> {
  const image = await loaded(address);
  const { naturalWidth: width, naturalHeight: height } = image;
  if (width * height > MOST_PIXELS) return refused('too-large');
  // A bitmap is decoded beside the page's thread; an image when it is drawn.
  const bitmap = (await turnsBitmaps())
    ? await createImageBitmap(file).catch(() => undefined)
    : undefined;
  const canvas = document.createElement('canvas');
  try {
    const blob = await firstThatFits(async measure => {
      const size = sizeAt(measure, width, height);
      if (canvas.width !== size.width || canvas.height !== size.height)
        draw(bitmap ?? image, canvas, size);
      return encoded(canvas, measure.quality);
    });
    return blob === undefined ? refused('too-large') : { ok: true, blob };
  } finally {
    bitmap?.close();
    // Safari frees the memory of a canvas late, and counts it until then.
    canvas.width = 0;
  }
}

function refused(why: PhotoRefusal): Shrunk {
  return { ok: false, why };
}

/** Knows its size, turned as its metadata says; it is not decoded yet. */
function loaded(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('not decoded'));
    image.src = address;
  });
}

function draw(
  picture: CanvasImageSource,
  canvas: HTMLCanvasElement,
  { width, height }: ReturnType<typeof sizeAt>,
): void {
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.imageSmoothingQuality = 'high';
  // A JPEG has no transparency, and would be black there.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
}

function encoded(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      blob => (blob === null ? reject(new Error('not encoded')) : resolve(blob)),
      'image/jpeg',
      quality,
    );
  });
}
