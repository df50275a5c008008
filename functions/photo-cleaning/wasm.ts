/** The codecs' WebAssembly as npm has installed it. A bundle has it inside (`infra/aws/lambda/`). */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const FILES = {
  jpegDecoder: '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm',
  jpegEncoder: '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm',
  pngDecoder: '@jsquash/png/codec/pkg/squoosh_png_bg.wasm',
  webpDecoder: '@jsquash/webp/codec/dec/webp_dec.wasm',
  resizer: '@jsquash/resize/lib/resize/pkg/squoosh_resize_bg.wasm',
} as const;

export type WasmName = keyof typeof FILES;

const { resolve } = createRequire(import.meta.url);

export function wasm(name: WasmName): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(resolve(FILES[name])));
}
