/**
 * Stands in for `fflate` in the pages. Its asynchronous functions start workers from `blob:`
 * addresses, which the pages' security policy forbids, so they do the same work at once.
 */
import {
  type UnzipCallback,
  type UnzipOptions,
  unzipSync,
  type Zippable,
  zipSync,
} from 'fflate/browser';

export { strFromU8, strToU8 } from 'fflate/browser';
export { zipSync };

type ZipCallback = (error: Error | null, archive: Uint8Array) => void;

export function zip(files: Zippable, done: ZipCallback): void {
  done(null, zipSync(files));
}

/** Throws what the library's own function would hand to `done`: both reject the same promise. */
export function unzip(archive: Uint8Array, options: UnzipOptions, done: UnzipCallback): void;
export function unzip(archive: Uint8Array, done: UnzipCallback): void;
export function unzip(
  archive: Uint8Array,
  options: UnzipOptions | UnzipCallback,
  done?: UnzipCallback,
): void {
  if (typeof options === 'function') options(null, unzipSync(archive));
  else done?.(null, unzipSync(archive, options));
}
