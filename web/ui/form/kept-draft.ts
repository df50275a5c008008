/**
 * One draft at one place in the browser: on the device, for later visits, or in the tab alone if the
 * device's next user must not find it. Other tabs may have the same form open: their later text
 * stays when this tab's has arrived.
 */
import type { KeptTexts } from '../../storage/browser-storage.ts';

export interface DraftKind<Of> {
  /** Reads the stored draft; undefined if there is none, or if it is unreadable. */
  readonly read: (text: string | null) => Of | undefined;
  readonly start: () => Of;
  /** Whether it contains nothing worth finding later; such a draft stays in its tab. */
  readonly isBlank?: (draft: Of) => boolean;
  /** Whether it must stay hidden from the device's next user. */
  readonly isSecret?: (draft: Of) => boolean;
}

/** The browser's two storages. */
export interface Stores {
  readonly device: KeptTexts;
  readonly tab: KeptTexts;
}

export interface KeptDraft<Of> {
  /** The draft when the form was opened, if there was one. */
  readonly first: Of | undefined;
  readonly write: (draft: Of) => void;
  /** Deletes it, unless another tab has written there since. */
  readonly drop: () => void;
}

export function keptDraft<Of>(
  place: string,
  { read, isBlank, isSecret }: DraftKind<Of>,
  { device, tab }: Stores,
): KeptDraft<Of> {
  let last = tab.getItem(place) ?? device.getItem(place);
  return {
    first: read(last),
    write: draft => {
      last = JSON.stringify(draft);
      const inTab = isSecret?.(draft) === true || isBlank?.(draft) === true;
      const [to, from] = inTab ? [tab, device] : [device, tab];
      to.setItem(place, last);
      from.removeItem(place);
    },
    drop: () => {
      for (const kept of [device, tab]) if (kept.getItem(place) === last) kept.removeItem(place);
    },
  };
}
