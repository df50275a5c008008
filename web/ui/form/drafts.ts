/**
 * One person's drafts of one kind, each stored under an id of its own: two tabs are two drafts, and
 * submitting one leaves the other alone. A tab finds its own draft again after a reload; drafts of
 * other tabs or earlier visits are offered.
 */
import { type DraftKind, keptDraft, type Stores } from './kept-draft.ts';

export interface StoredDraft<Of> {
  readonly id: string;
  readonly draft: Of;
}

export interface Drafts<Of> {
  /** The id of this tab's draft, or of a new one. */
  readonly open: () => string;
  /** Leaves this tab's draft in place, and begins another with the given content. */
  readonly begin: (draft: Of) => string;
  readonly discard: (id: string) => void;
  /** The drafts on the device except one. */
  readonly left: (beside: string) => readonly StoredDraft<Of>[];
  /** Makes a stored draft this tab's own; false if it is gone. */
  readonly take: (id: string) => boolean;
}

/** Below the place of a kind: the drafts, each under its id. */
export const DRAFT = 'draft';

export function draftsAt<Of>(place: string, kind: DraftKind<Of>, stores: Stores): Drafts<Of> {
  const { device, tab } = stores;
  /** Stores the id of this tab's draft. */
  const pointer = `${place}:at`;
  const begins = `${place}:${DRAFT}:`;
  const at = (id: string) => keptDraft(`${begins}${id}`, kind, stores);

  const begin = (draft: Of): string => {
    const id = crypto.randomUUID();
    tab.setItem(pointer, id);
    at(id).write(draft);
    return id;
  };

  return {
    begin,
    open: () => {
      const id = tab.getItem(pointer);
      return id !== null && at(id).first !== undefined ? id : begin(kind.start());
    },
    discard: id => {
      for (const kept of [device, tab]) kept.removeItem(`${begins}${id}`);
    },
    left: beside =>
      device
        .names()
        .filter(name => name.startsWith(begins) && name !== `${begins}${beside}`)
        .flatMap(name => {
          const draft = kind.read(device.getItem(name));
          return draft === undefined ? [] : [{ id: name.slice(begins.length), draft }];
        }),
    take: id => {
      if (at(id).first === undefined) return false;
      tab.setItem(pointer, id);
      return true;
    },
  };
}
