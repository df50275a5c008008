/** This tab's draft among several of its kind, and the others on the device. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useOwnPlace } from '../../session/use-own-place.ts';
import { device, tab } from '../../storage/browser-storage.ts';
import { DRAFT, draftsAt, type StoredDraft } from './drafts.ts';
import type { DraftKind } from './kept-draft.ts';
import { type Drafting, useDraft } from './use-draft.ts';

interface AmongOthers<Of> extends Pick<Drafting<Of>, 'draft' | 'change' | 'drop'> {
  /** Deletes the draft once it has arrived, and begins the next. */
  readonly next: (start: Of) => void;
  readonly left: readonly StoredDraft<Of>[];
  readonly take: (id: string) => void;
  readonly discard: (id: string) => void;
}

/** `kind` stays the same during the component's life. */
export function useDrafts<Of>(name: string, kind: DraftKind<Of>): AmongOthers<Of> {
  const place = useOwnPlace(name);
  const drafts = useMemo(() => draftsAt(place, kind, { device, tab }), [place, kind]);
  const [id, setId] = useState(drafts.open);
  const { draft, change, drop } = useDraft([name, DRAFT, id], kind);
  const [left, setLeft] = useState(() => drafts.left(id));
  const lookAgain = (beside: string) => setLeft(drafts.left(beside));
  const show = (opened: string) => {
    setId(opened);
    lookAgain(opened);
  };
  useEffect(() => {
    const look = () => lookAgain(id);
    // Another tab may have stored one since this was drawn.
    look();
    addEventListener('storage', look);
    return () => removeEventListener('storage', look);
  }, [drafts, id]);
  return {
    draft,
    change,
    drop,
    next: start => {
      drop();
      show(drafts.begin(start));
    },
    left,
    take: other => show(drafts.take(other) ? other : id),
    discard: other => {
      drafts.discard(other);
      lookAgain(id);
    },
  };
}
