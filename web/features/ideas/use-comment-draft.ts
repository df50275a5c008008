/**
 * The draft of a comment as component state, written to the device with every change and deleted
 * once it has arrived.
 */
import { useMemo, useState } from 'preact/hooks';
import type { IdeaId } from '../../../shared/domain/kernel/ids.ts';
import { useOwnPlace } from '../../session/use-own-place.ts';
import { device } from '../../storage/browser-storage.ts';
import { keptText } from '../../storage/stored-text.ts';
import { type CommentDraft, readCommentDraft } from './comment-draft.ts';

export interface KeptCommentDraft {
  readonly draft: CommentDraft;
  readonly change: (changes: Partial<CommentDraft>) => CommentDraft;
  readonly drop: () => void;
}

const emptyDraft = (): CommentDraft => ({ key: crypto.randomUUID(), text: '' });

export function useCommentDraft(idea: IdeaId): KeptCommentDraft {
  const place = useOwnPlace('comment', idea);
  const kept = useMemo(() => keptText(device, place), [place]);
  const [draft, setDraft] = useState<CommentDraft>(
    () => readCommentDraft(kept.first) ?? emptyDraft(),
  );
  return {
    draft,
    change: changes => {
      const next = { ...draft, ...changes };
      kept.write(JSON.stringify(next));
      setDraft(next);
      return next;
    },
    drop: () => {
      kept.drop();
      setDraft(emptyDraft());
    },
  };
}
