/**
 * Fills an empty draft from the author's last idea, with an undo: ideas often come in twos. It is
 * there only if there is one; unnamed ideas are nobody's.
 */
import { useMutation } from '@tanstack/preact-query';
import { getIdea, listMyIdeas } from '../../../../shared/contract/routes/ideas.ts';
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { useCall } from '../../../api/call-context.tsx';
import { useReading } from '../../../api/reading.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { type Content, contentOf } from '../draft.ts';
import { useSubmissionWords } from '../words.ts';

interface Props {
  /** Returns what takes it back. */
  readonly onCopy: (content: Content) => () => void;
}

/** Ideas that name the reader as a co-author come too, and are passed over. */
const NEWEST = '5';

export function CopyLast({ onCopy }: Props) {
  const words = useSubmissionWords();
  const call = useCall();
  const toast = useToast();
  const { organization, membership } = useOrganization();
  const path = { organization: organization.id };
  const mine = useReading(listMyIdeas, { path, query: { limit: NEWEST } });
  const last = mine.data?.items.find(({ authorId }) => authorId === membership.memberId);
  const copying = useMutation({
    mutationFn: (idea: IdeaId) => call(getIdea, { path: { ...path, idea } }),
    onSuccess: idea => {
      toast(words.copiedLast(idea.title), onCopy(contentOf(idea)));
    },
    onError: () => toast(words.notCopiedLast),
  });
  if (last === undefined) return null;
  return (
    <button
      type="button"
      class="plain small"
      aria-busy={copying.isPending}
      disabled={copying.isPending}
      onClick={() => copying.mutate(last.id)}
    >
      {words.copyLast}
    </button>
  );
}
