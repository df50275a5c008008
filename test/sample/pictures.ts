/** Pictures for tests, made here: whole ones, ones with a place in them, and hostile ones. */
import { crc32, deflateSync } from 'node:zlib';
import { encode } from '../../functions/photo-cleaning/codecs.ts';

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');

/** A picture whose left half is red and whose right half is blue, as pixels. */
function halves(width: number, height: number) {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < width * height; at += 1)
    data.set(at % width < width / 2 ? [220, 20, 20, 255] : [20, 20, 220, 255], at * 4);
  return { data, width, height };
}

export async function jpeg(width = 64, height = 48): Promise<Buffer> {
  return Buffer.from(await encode(halves(width, height)));
}

/** The same, taken with the phone turned, to the right by default, of a named device, at a place. */
export async function jpegOfPhone(width = 64, height = 48, orientation = 6): Promise<Buffer> {
  const plain = await jpeg(width, height);
  const segment = exif(orientation);
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xffe1, 0);
  head.writeUInt16BE(segment.length + 2, 2);
  return Buffer.concat([plain.subarray(0, 2), head, segment, plain.subarray(2)]);
}

/** Marks of the metadata of `jpegOfPhone`; none may be left anywhere. */
export const TRACES = ['Exif', 'SECRETPHONE', '2026:10:08', 'GPSMAP'];

function exif(orientation: number): Buffer {
  const entries: [tag: number, type: number, count: number, value: Buffer][] = [];
  const text = (tag: number, value: string) => {
    const bytes = ascii(`${value}\0`);
    entries.push([tag, 2, bytes.length, bytes]);
  };
  const number = (bytes: 2 | 4, value: number): Buffer => {
    const buffer = Buffer.alloc(bytes);
    if (bytes === 2) buffer.writeUInt16BE(value);
    else buffer.writeUInt32BE(value);
    return buffer;
  };
  text(0x010f, 'SECRETPHONE');
  entries.push([0x0112, 3, 1, number(2, orientation)]);
  text(0x0132, '2026:10:08 10:00:00');
  entries.push([0x8825, 4, 1, number(4, 0)]);
  const size = 2 + entries.length * 12 + 4;
  let rest = 8 + size;
  const tail: Buffer[] = [];
  const rows = entries.map(([tag, type, count, value]) => {
    const row = Buffer.alloc(12);
    row.writeUInt16BE(tag, 0);
    row.writeUInt16BE(type, 2);
    row.writeUInt32BE(count, 4);
    if (value.length <= 4) value.copy(row, 8);
    else {
      row.writeUInt32BE(rest, 8);
      tail.push(value);
      rest += value.length;
    }
    return row;
  });
  const gps = Buffer.concat([
    number(2, 1),
    number(2, 0x001b),
    number(2, 2),
    number(4, 4),
    ascii('GPSM'),
    number(4, 0),
  ]);
  rows[3]?.writeUInt32BE(rest, 8);
  return Buffer.concat([
    ascii('Exif\0\0MM\0*'),
    number(4, 8),
    number(2, entries.length),
    ...rows,
    number(4, 0),
    ...tail,
    gps,
    ascii('GPSMAP'),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([ascii(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG file that says it has this size, with as many rows as are asked for. */
export function png(width = 64, height = 48, { rows = height, alpha = 255 } = {}): Buffer {
  const row = Buffer.concat([
    Buffer.from([0]),
    Buffer.from(Array.from({ length: Math.min(width, 5_000) }, () => [0, 0, 0, alpha]).flat()),
  ]);
  return pngOf(width, height, Buffer.concat(Array.from({ length: rows }, () => row)));
}

/** As `jpegOfPhone`, of the kind PNG. */
export function pngOfPhone(width = 64, height = 48, orientation = 6): Buffer {
  const data = Buffer.from(halves(width, height).data);
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.concat([Buffer.from([0]), data.subarray(y * width * 4, (y + 1) * width * 4)]),
  );
  return pngOf(width, height, Buffer.concat(rows), chunk('eXIf', exif(orientation).subarray(6)));
}

function pngOf(
  width: number,
  height: number,
  rows: Buffer,
  more: Buffer = Buffer.alloc(0),
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    more,
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** As `jpegOfPhone`, of the kind WebP; `marked` as a JPEG's segment is, as some writers do. */
export function webpOfPhone(orientation = 6, marked = false): Buffer {
  const part = (type: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(data.length);
    return Buffer.concat([ascii(type), length, data, Buffer.alloc(data.length % 2)]);
  };
  const canvas = Buffer.alloc(10);
  // It has Exif.
  canvas[0] = 0x08;
  canvas.writeUIntLE(64 - 1, 4, 3);
  canvas.writeUIntLE(48 - 1, 7, 3);
  const metadata = exif(orientation).subarray(marked ? 0 : 6);
  const pixels = WEBP_HALVES.subarray(12);
  const body = [ascii('WEBP'), part('VP8X', canvas), pixels, part('EXIF', metadata)];
  return part('RIFF', Buffer.concat(body));
}

/** The halves of `jpeg()`. */
const WEBP_HALVES = Buffer.from(
  'UklGRioAAABXRUJQVlA4TB0AAAAvP8ALAA8wFKdAPg73/EcLxILJ/KVT6Izof1TBdwA=',
  'base64',
);

/** A JPEG file whose header says another size than its pixels have. */
export async function jpegSaying(width: number, height: number): Promise<Buffer> {
  const bytes = await jpeg();
  for (let at = 2; at < bytes.length; ) {
    const marker = bytes.readUInt16BE(at);
    if (marker >= 0xffc0 && marker <= 0xffc2) {
      bytes.writeUInt16BE(height, at + 5);
      bytes.writeUInt16BE(width, at + 7);
      return bytes;
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  throw new Error('a JPEG without a frame');
}

/** One green pixel. */
export const WEBP = Buffer.from(
  'UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA=',
  'base64',
);
export const GIF = Buffer.from(
  'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
  'base64',
);
export const SVG = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
);
export const HTML = Buffer.from('<!doctype html><script>alert(1)</script>');
/** The head of a HEIC file, as phones make them. */
export const HEIC = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  ascii('ftypheic\0\0\0\0heicmif1'),
  Buffer.alloc(64),
]);
