/**
 * Reads an idea's comments, and writes, hides and shows them. The API's answer replaces the comment
 * in the cached list; after a refusal the list is read again, since another person may have changed
 * it.
 */
import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/preact-query';
import type { Call, ReplyOf } from '../../../shared/contract/client.ts';
import {
  hideComment,
  listComments,
  showComment,
  writeComment,
} from '../../../shared/contract/routes/comments.ts';
import type { IdeaId, OrganizationId } from '../../../shared/domain/kernel/ids.ts';
import { useCall } from '../../api/call-context.tsx';
import { type Pages, usePages } from '../../api/reading.ts';
import { Whereabouts } from '../../ui/late-failures.tsx';
import type { CommentDraft } from './comment-draft.ts';

type CommentPage = ReplyOf<typeof listComments>;
export type ShownComment = CommentPage['items'][number];

interface OfIdea {
  readonly organization: OrganizationId;
  readonly id: IdeaId;
}

const commentsKey = ({ organization, id }: OfIdea) => [listComments.id, organization, id] as const;

export function useComments(idea: OfIdea): Pages<CommentPage> {
  const path = { organization: idea.organization, idea: idea.id };
  return usePages<CommentPage>(commentsKey(idea), (call, from, signal) =>
    call(listComments, { path, query: from }, signal),
  );
}

export function useWriting(idea: OfIdea, onWritten: () => void) {
  const call = useCall();
  const queryClient = useQueryClient();
  const path = { organization: idea.organization, idea: idea.id };
  return useMutation({
    mutationFn: ({ key, text }: CommentDraft) =>
      call(writeComment, { path, body: { text }, idempotencyKey: key }),
    onMutate: Whereabouts.ofPage,
    onSuccess: onWritten,
    // Also after a failure: a request that seemed to fail may have arrived.
    onSettled: () => queryClient.invalidateQueries({ queryKey: commentsKey(idea) }),
  });
}

export function useHiding(comment: ShownComment, onHidden: () => void) {
  return useAct(
    comment,
    (call, path, reason: string) => call(hideComment, { path, body: { reason } }),
    onHidden,
  );
}

export function useShowing(comment: ShownComment) {
  return useAct(comment, (call, path, _: undefined) => call(showComment, { path }));
}

interface OfComment {
  readonly organization: OrganizationId;
  readonly idea: IdeaId;
  readonly comment: ShownComment['id'];
}

function useAct<Given>(
  { organization, ideaId, id }: ShownComment,
  act: (call: Call, path: OfComment, given: Given) => Promise<ShownComment>,
  onDone?: () => void,
) {
  const call = useCall();
  const queryClient = useQueryClient();
  const queryKey = commentsKey({ organization, id: ideaId });
  return useMutation({
    mutationFn: (given: Given) => act(call, { organization, idea: ideaId, comment: id }, given),
    onMutate: Whereabouts.ofPage,
    onSuccess: reply => {
      queryClient.setQueryData<InfiniteData<CommentPage>>(
        queryKey,
        data => data && { ...data, pages: withComment(data.pages, reply) },
      );
      onDone?.();
    },
    onError: () => queryClient.invalidateQueries({ queryKey }),
  });
}

/** The pages with the new state of one comment. */
export function withComment<Item extends { readonly id: string }>(
  pages: readonly { readonly items: readonly Item[] }[],
  comment: Item,
) {
  return pages.map(page => ({
    ...page,
    items: page.items.map(item => (item.id === comment.id ? comment : item)),
  }));
}
