/**
 * One person's data in the browser: each thing is stored under its owner, so that nobody else finds
 * it and all of it is deleted when that person signs out. Phones are passed around on a shop floor.
 */
import type { KeptTexts } from '../storage/browser-storage.ts';

/** `subject` is the issuer's name for the person. */
export function ownPlace(subject: string, ...path: readonly string[]): string {
  return ['golden-ideas:of', encodeURIComponent(subject), ...path].join(':');
}

/** Deletes a person's bytes on the device. What keeps them is loaded only where there may be any. */
export async function forgetBlobs(subject: string): Promise<void> {
  const begin = ownPlace(subject, '');
  const { keptNames, removeBlobs } = await import('../storage/kept-blobs.ts');
  await removeBlobs((await keptNames()).filter(name => name.startsWith(begin)));
}

/** Deletes all of a person's data in the tab, or on the device. */
export function forget(subject: string, kept: KeptTexts): void {
  const begin = ownPlace(subject, '');
  for (const name of kept.names()) if (name.startsWith(begin)) kept.removeItem(name);
}
