/**
 * A draft as component state, written to the browser with every change, and the other stored
 * drafts.
 */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { device, tab } from '../../storage/browser-storage.ts';
import { type DraftKind, draftsAt, type OpenDraft } from './drafts.ts';

export interface Drafting<Of> {
  readonly draft: Of;
  readonly change: (changes: Partial<Of>) => Of;
  /** Deletes the draft once it has arrived, and begins the next. */
  readonly next: (start: Of) => void;
  readonly left: readonly OpenDraft<Of>[];
  readonly take: (id: string) => void;
  readonly discard: (id: string) => void;
}

/** `kind` stays the same during the component's life. */
export function useDrafts<Of>(place: string, kind: DraftKind<Of>): Drafting<Of> {
  const drafts = useMemo(() => draftsAt(place, kind, { device, tab }), [place, kind]);
  const [open, setOpen] = useState(drafts.open);
  const [left, setLeft] = useState(() => drafts.left(open.id));
  const lookAgain = (beside: string) => setLeft(drafts.left(beside));
  useEffect(() => {
    const look = () => lookAgain(open.id);
    addEventListener('storage', look);
    return () => removeEventListener('storage', look);
  }, [drafts, open.id]);
  return {
    draft: open.draft,
    change: changes => {
      const changed = { ...open, draft: { ...open.draft, ...changes } };
      drafts.write(changed);
      setOpen(changed);
      return changed.draft;
    },
    next: start => {
      drafts.drop(open.id);
      const begun = drafts.begin(start);
      setOpen(begun);
      lookAgain(begun.id);
    },
    left,
    take: id => {
      const taken = drafts.take(id);
      if (taken !== undefined) setOpen(taken);
      lookAgain(taken?.id ?? open.id);
    },
    discard: id => {
      drafts.discard(id);
      lookAgain(open.id);
    },
  };
}
