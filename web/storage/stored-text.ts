/**
 * One text at one place, written by a form as somebody types. Other tabs may have the same form open: what they have written there since
 * stays when this one's has arrived.
 */
import type { KeptTexts } from './browser-storage.ts';

export interface KeptText {
  /** What was there when the form was opened. */
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
