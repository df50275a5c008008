/**
 * One person's drafts of one kind, each stored under an id of its own: two tabs are two drafts, and
 * submitting one leaves the other alone. A tab finds its own draft again after a reload; drafts of
 * other tabs or earlier visits are offered.
 */
import type { KeptTexts } from '../../storage/browser-storage.ts';

export interface DraftKind<Of> {
  /** Reads the stored draft; undefined if there is none, or if it is unreadable. */
  readonly read: (text: string | null) => Of | undefined;
  readonly start: () => Of;
  /** Whether it contains nothing worth keeping. */
  readonly isBlank: (draft: Of) => boolean;
  /** Whether it must stay hidden from the device's next user. */
  readonly isSecret: (draft: Of) => boolean;
}

export interface OpenDraft<Of> {
  readonly id: string;
  readonly draft: Of;
}

export interface Drafts<Of> {
  /** The draft of this tab, or a new one. */
  readonly open: () => OpenDraft<Of>;
  /** Leaves this tab's draft in place, and begins another with the given content. */
  readonly begin: (draft: Of) => OpenDraft<Of>;
  readonly write: (open: OpenDraft<Of>) => void;
  /** Deletes a draft, unless another tab has written to it since. */
  readonly drop: (id: string) => void;
  readonly discard: (id: string) => void;
  /** The drafts on the device except one. */
  readonly left: (beside: string) => readonly OpenDraft<Of>[];
  /** Makes a stored draft this tab's own; undefined if it is gone. */
  readonly take: (id: string) => OpenDraft<Of> | undefined;
}

export function draftsAt<Of>(
  place: string,
  { read, start, isBlank, isSecret }: DraftKind<Of>,
  { device, tab }: { readonly device: KeptTexts; readonly tab: KeptTexts },
): Drafts<Of> {
  /** Stores the id of this tab's draft. */
  const pointer = `${place}:at`;
  const begins = `${place}:draft:`;
  const placeOf = (id: string): string => `${begins}${id}`;
  /** The text that this tab has last read or written of each. */
  const seen = new Map<string, string>();

  const find = (id: string): OpenDraft<Of> | undefined => {
    const text = tab.getItem(placeOf(id)) ?? device.getItem(placeOf(id));
    const draft = read(text);
    if (text === null || draft === undefined) return undefined;
    seen.set(id, text);
    return { id, draft };
  };
  const begin = (draft: Of): OpenDraft<Of> => {
    const id = crypto.randomUUID();
    tab.setItem(pointer, id);
    return { id, draft };
  };

  return {
    begin,
    open: () => {
      const id = tab.getItem(pointer);
      return (id === null ? undefined : find(id)) ?? begin(start());
    },
    write: ({ id, draft }) => {
      const text = JSON.stringify(draft);
      const [to, from] = isSecret(draft) || isBlank(draft) ? [tab, device] : [device, tab];
      to.setItem(placeOf(id), text);
      from.removeItem(placeOf(id));
      seen.set(id, text);
    },
    drop: id => {
      for (const kept of [device, tab])
        if (kept.getItem(placeOf(id)) === seen.get(id)) kept.removeItem(placeOf(id));
    },
    discard: id => {
      for (const kept of [device, tab]) kept.removeItem(placeOf(id));
    },
    left: beside =>
      device
        .names()
        .filter(name => name.startsWith(begins) && name !== placeOf(beside))
        .flatMap(name => {
          const draft = read(device.getItem(name));
          return draft === undefined ? [] : [{ id: name.slice(begins.length), draft }];
        }),
    take: id => {
      const found = find(id);
      if (found !== undefined) tab.setItem(pointer, id);
      return found;
    },
  };
}
