/**
 * The codecs of pictures, in WebAssembly: the same code on every machine, without a compiler, and a
 * fault in one stays within its memory (ADR 54).
 */
import decodeJpeg, { init as initJpegDecoder } from '@jsquash/jpeg/decode.js';
import encodeJpeg, { init as initJpegEncoder } from '@jsquash/jpeg/encode.js';
import decodePng, { init as initPngDecoder } from '@jsquash/png/decode.js';
import resize, { initResize } from '@jsquash/resize';
import decodeWebp, { init as initWebpDecoder } from '@jsquash/webp/decode.js';
import { type WasmName, wasm } from '#picture-codecs';

/** A decoded picture: four bytes a pixel, row by row. */
export interface Pixels {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** What the codecs make their answers of; browsers have it, and Node does not. */
class PlainImageData implements Pixels {
  readonly colorSpace = 'srgb';
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
  constructor(data: Uint8ClampedArray<ArrayBuffer>, width: number, height: number) {
    this.data = data;
    this.width = width;
    this.height = height;
  }
}
Object.assign(globalThis, { ImageData: PlainImageData });

/** Good enough to read a gauge's scale; a photo of 1600 pixels takes some 200 KB. */
const QUALITY = 78;

/** Each codec is compiled with the first picture that needs it. */
const ready = new Map<WasmName, Promise<unknown>>();

function once(name: WasmName, init: (module: WebAssembly.Module) => Promise<unknown>) {
  let made = ready.get(name);
  if (!made) {
    made = init(new WebAssembly.Module(wasm(name)));
    ready.set(name, made);
  }
  return made;
}

type Decode = (bytes: Uint8Array) => Promise<Pixels>;

/**
 * The decoder for the kind that a file's header says; undefined for a kind that is not taken. It
 * throws for a damaged picture.
 */
export async function decoderOf(kind: string): Promise<Decode | undefined> {
  switch (kind) {
    case 'jpg':
      await once('jpegDecoder', module => initJpegDecoder(module));
      // Upright: the side that is up is a part of what goes.
      return async bytes =>
        pixelsOf(await decodeJpeg(bufferOf(bytes), { preserveOrientation: true }));
    case 'png':
      await once('pngDecoder', module => initPngDecoder(module));
      return async bytes => onWhite(pixelsOf(await decodePng(bufferOf(bytes))));
    case 'webp':
      await once('webpDecoder', module => initWebpDecoder(module));
      return async bytes => onWhite(pixelsOf(await decodeWebp(bufferOf(bytes))));
    default:
      return undefined;
  }
}

export async function resized(pixels: Pixels, width: number, height: number): Promise<Pixels> {
  await once('resizer', module => initResize(module));
  const options = {
    ...{ width, height, premultiply: false, linearRGB: false },
    method: 'triangle',
  } as const;
  return pixelsOf(
    await resize(new PlainImageData(pixels.data, pixels.width, pixels.height), options),
  );
}

/** The picture as a JPEG file without any metadata. */
export async function encode({ data, width, height }: Pixels): Promise<Uint8Array> {
  await once('jpegEncoder', module => initJpegEncoder(module));
  const image = new PlainImageData(data, width, height);
  return new Uint8Array(await encodeJpeg(image, { quality: QUALITY }));
}

function pixelsOf({ data, width, height }: ImageData): Pixels {
  return { data: new Uint8ClampedArray(data), width, height };
}

/** JPEG knows no transparency. */
function onWhite(pixels: Pixels): Pixels {
  const { data } = pixels;
  for (let at = 3; at < data.length; at += 4) {
    const alpha = data[at] ?? 255;
    if (alpha === 255) continue;
    for (let color = at - 3; color < at; color += 1)
      data[color] = 255 - ((255 - (data[color] ?? 255)) * alpha) / 255;
    data[at] = 255;
  }
  return pixels;
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
