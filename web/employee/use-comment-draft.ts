/**
 * The draft of a comment as component state, written through to the device with every change and dropped once it has arrived.
 */
import { useState } from 'preact/hooks';
import type { IdeaId } from '../../shared/domain/ids.ts';
import { useOrganization } from '../shell/organization-context.tsx';
import { type CommentDraft, commentDraftPlace, readCommentDraft } from './comment-draft.ts';

export interface KeptCommentDraft {
  readonly draft: CommentDraft;
  readonly change: (changes: Partial<CommentDraft>) => CommentDraft;
  readonly drop: () => void;
}

const emptyDraft = (): CommentDraft => ({ key: crypto.randomUUID(), text: '' });

export function useCommentDraft(idea: IdeaId): KeptCommentDraft {
  const { organization, membership } = useOrganization();
  const place = commentDraftPlace(organization.id, membership.memberId, idea);
  const [draft, setDraft] = useState<CommentDraft>(
    () => readCommentDraft(localStorage.getItem(place)) ?? emptyDraft(),
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
      setDraft(emptyDraft());
    },
  };
}
