/**
 * What one person leaves in the browser: each thing has a place under whose it is, so that nobody else comes upon it and all of it
 * goes when that person signs out. Phones are handed around on a shop floor.
 */
import type { KeptTexts } from './browser-storage.ts';

/** `subject` is the issuer's name for the person. */
export function ownPlace(subject: string, ...path: readonly string[]): string {
  return ['golden-ideas:of', encodeURIComponent(subject), ...path].join(':');
}

/** Removes all that a person has left in the tab, or on the device. */
export function forget(subject: string, kept: KeptTexts): void {
  const begin = ownPlace(subject, '');
  for (const name of kept.names()) if (name.startsWith(begin)) kept.removeItem(name);
}
