/**
 * Which way up a PNG or WebP picture is, as its Exif says (PNG specification, 11.3.4.5; WebP container
 * specification). The decoder of JPEG turns a picture by itself; those of PNG and WebP do not.
 */
import type { Pixels } from './codecs.ts';

/** Values of Exif's tag `Orientation`: from 5 on, the picture lies on its side. */
type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const TAG = 0x0112;
const ORIENTATIONS: readonly Orientation[] = [1, 2, 3, 4, 5, 6, 7, 8];

/** The orientation in a file of this kind; 1, upright, if it says none or is damaged there. */
export function orientationIn(kind: string, file: Uint8Array): Orientation {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const exif = kind === 'png' ? exifInPng(bytes) : kind === 'webp' ? exifInWebp(bytes) : undefined;
  try {
    return (exif && orientationInExif(exif)) ?? 1;
  } catch {
    // It points behind its end.
    return 1;
  }
}

/** The same picture, upright. */
export function upright({ data, width, height }: Pixels, orientation: Orientation): Pixels {
  if (orientation === 1) return { data, width, height };
  const lies = orientation >= 5;
  const [across, down] = lies ? [height, width] : [width, height];
  const [right, bottom] = [width - 1, height - 1];
  const source = (x: number, y: number): number => {
    switch (orientation) {
      case 2:
        return y * width + right - x;
      case 3:
        return (bottom - y) * width + right - x;
      case 4:
        return (bottom - y) * width + x;
      case 5:
        return x * width + y;
      case 6:
        return (bottom - x) * width + y;
      case 7:
        return (bottom - x) * width + right - y;
      case 8:
        return x * width + right - y;
    }
  };
  const from = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const to = new Uint32Array(width * height);
  for (let y = 0; y < down; y += 1)
    for (let x = 0; x < across; x += 1) to[y * across + x] = from[source(x, y)] ?? 0;
  return { data: new Uint8ClampedArray(to.buffer), width: across, height: down };
}

function exifInPng(bytes: Buffer): Buffer | undefined {
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at))
    if (bytes.toString('latin1', at + 4, at + 8) === 'eXIf')
      return bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at));
  return undefined;
}

function exifInWebp(bytes: Buffer): Buffer | undefined {
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32LE(at + 4);
    if (bytes.toString('latin1', at, at + 4) === 'EXIF') {
      const exif = bytes.subarray(at + 8, at + 8 + length);
      // Some writers put the mark of a JPEG's segment before it.
      return exif.toString('latin1', 0, 4) === 'Exif' ? exif.subarray(6) : exif;
    }
    at += 8 + length + (length % 2);
  }
  return undefined;
}

/** Throws where it points behind its end. */
function orientationInExif(exif: Buffer): Orientation | undefined {
  const little = exif.toString('latin1', 0, 2) === 'II';
  const two = (at: number): number => (little ? exif.readUInt16LE(at) : exif.readUInt16BE(at));
  const start = little ? exif.readUInt32LE(4) : exif.readUInt32BE(4);
  for (let entry = 0; entry < two(start); entry += 1) {
    const at = start + 2 + entry * 12;
    if (two(at) !== TAG) continue;
    const value = two(at + 8);
    return ORIENTATIONS.find(one => one === value);
  }
  return undefined;
}
