/**
 * The draft as component state, written through to the device with every change and dropped once it has been handed in.
 */
import { useState } from 'preact/hooks';
import { useOrganization } from '../shell/organization-context.tsx';
import { type Draft, draftPlace, emptyDraft, readDraft } from './draft.ts';

export interface KeptDraft {
  readonly draft: Draft;
  readonly change: (changes: Partial<Draft>) => Draft;
  readonly drop: () => void;
}

export function useDraft(): KeptDraft {
  const { organization, membership } = useOrganization();
  const place = draftPlace(organization.id, membership.memberId);
  const [draft, setDraft] = useState<Draft>(
    () => readDraft(localStorage.getItem(place)) ?? emptyDraft(crypto.randomUUID()),
  );
  return {
    draft,
    change: changes => {
      const next = { ...draft, ...changes };
      localStorage.setItem(place, JSON.stringify(next));
      setDraft(next);
      return next;
    },
    drop: () => {
      localStorage.removeItem(place);
      setDraft(emptyDraft(crypto.randomUUID()));
    },
  };
}
