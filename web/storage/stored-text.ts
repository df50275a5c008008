/**
 * One text at one place, written by a form while the user types. Other tabs may have the same form
 * open: their later text stays when this tab's has arrived.
 */
import type { KeptTexts } from './browser-storage.ts';

export interface KeptText {
  /** The text when the form was opened. */
  readonly first: string | null;
  readonly write: (text: string) => void;
  readonly drop: () => void;
}

export function keptText(kept: KeptTexts, place: string): KeptText {
  const first = kept.getItem(place);
  let last = first;
  return {
    first,
    write: text => {
      kept.setItem(place, text);
      last = text;
    },
    drop: () => {
      if (kept.getItem(place) === last) kept.removeItem(place);
    },
  };
}
