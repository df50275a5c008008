/**
 * What a person is typing, as component state that survives a lost network, a reload and signing in
 * again. Every form that stores its text uses this hook: the place is the person's own, as a member
 * of the open organization, so that signing out deletes it and nobody else finds it.
 */
import { useMemo, useState } from 'preact/hooks';
import { useOwnPlace } from '../../session/use-own-place.ts';
import { device, tab } from '../../storage/browser-storage.ts';
import { type DraftKind, keptDraft } from './kept-draft.ts';

export interface Drafting<Of> {
  readonly draft: Of;
  readonly change: (changes: Partial<Of>) => Of;
  readonly write: (draft: Of) => void;
  /** Deletes what is stored, once it has arrived or is given up; the screen keeps it. */
  readonly drop: () => void;
  /** Deletes it and starts anew. */
  readonly clear: () => void;
}

/**
 * @param path names the form and the thing it is about
 * @param kind what `read` and `start` say counts when the place is opened
 */
export function useDraft<Of>(path: readonly string[], kind: DraftKind<Of>): Drafting<Of> {
  const place = useOwnPlace(...path);
  const first = useMemo(() => {
    const kept = keptDraft(place, kind, { device, tab });
    return { kept, draft: kept.first ?? kind.start() };
  }, [place]);
  const [typed, setTyped] = useState(first);
  const { kept } = first;
  // Another place has another draft.
  const draft = typed.kept === kept ? typed.draft : first.draft;
  const write = (next: Of) => {
    kept.write(next);
    setTyped({ kept, draft: next });
  };
  return {
    draft,
    write,
    change: changes => {
      const next = { ...draft, ...changes };
      write(next);
      return next;
    },
    drop: kept.drop,
    clear: () => {
      kept.drop();
      setTyped({ kept, draft: kind.start() });
    },
  };
}
