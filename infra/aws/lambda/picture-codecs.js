/** The codecs' WebAssembly inside a bundle: esbuild makes bytes of each import. */
import jpegDecoder from '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm';
import jpegEncoder from '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm';
import pngDecoder from '@jsquash/png/codec/pkg/squoosh_png_bg.wasm';
import resizer from '@jsquash/resize/lib/resize/pkg/squoosh_resize_bg.wasm';
import webpDecoder from '@jsquash/webp/codec/dec/webp_dec.wasm';

const FILES = { jpegDecoder, jpegEncoder, pngDecoder, resizer, webpDecoder };

/** As in `functions/photo-cleaning/wasm.ts`. */
export const wasm = name => FILES[name];
