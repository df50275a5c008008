/**
 * Reads an idea's comments, and writes, hides and shows them. A comment that is hidden or shown
 * changes in the cached list at once, and once more by the API's answer; after a refusal the list is
 * read again, since another person may have changed it.
 */
import {
  type InfiniteData,
  type QueryClient,
  useMutation,
  useQueryClient,
} from '@tanstack/preact-query';
import type { Call, ReplyOf } from '../../../shared/contract/client.ts';
import {
  hideComment,
  listComments,
  showComment,
} from '../../../shared/contract/routes/comments.ts';
import type { IdeaId, OrganizationId } from '../../../shared/domain/kernel/ids.ts';
import { instantOf } from '../../../shared/domain/kernel/instant.ts';
import { useCall } from '../../api/call-context.tsx';
import { type Pages, usePages } from '../../api/reading.ts';
import { serverNow } from '../../api/server-clock.ts';
import { paths } from '../../paths.ts';
import { useOrganization } from '../../session/organization-context.tsx';
import type { Drafting } from '../../ui/form/use-draft.ts';
import { Whereabouts } from '../../ui/late-failures.tsx';
import { usePost } from '../../ui/use-post.ts';
import { changeCachedIdea } from './cached-ideas.ts';
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

export function useWriting(
  idea: OfIdea & { readonly title: string },
  { drop, change, clear }: Drafting<CommentDraft>,
) {
  const post = usePost();
  const queryClient = useQueryClient();
  const path = { organization: idea.organization, idea: idea.id };
  const queryKey = commentsKey(idea);
  return useMutation({
    mutationFn: ({ key, text }: CommentDraft) =>
      post(
        { id: 'writeComment', request: { path, body: { text } } },
        {
          key,
          about: { title: idea.title, address: paths.idea(idea.organization, idea.id) },
          draft: { drop, keep: () => void change({}) },
        },
      ),
    onMutate: Whereabouts.ofPage,
    onSuccess: posted => {
      clear();
      if (posted.is !== 'sent') return;
      const written = posted.answer;
      if (!isAmong(queryClient.getQueryData<InfiniteData<CommentPage>>(queryKey), written))
        count(queryClient, idea.id, 1);
      queryClient.setQueryData<InfiniteData<CommentPage>>(
        queryKey,
        data => data && { ...data, pages: withWritten(data.pages, written) },
      );
    },
    // Also after a failure: a request that seemed to fail may have arrived.
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
}

export function useHiding(comment: ShownComment, onHidden: () => void) {
  const { membership } = useOrganization();
  return useAct(
    comment,
    (call, path, reason: string) => call(hideComment, { path, body: { reason } }),
    reason => ({
      ...comment,
      hidden: { by: membership.memberId, at: instantOf(serverNow().getTime()), reason },
      mayHide: false,
    }),
    onHidden,
  );
}

export function useShowing(comment: ShownComment) {
  return useAct(
    comment,
    (call, path, _: undefined) => call(showComment, { path }),
    () => ({ ...comment, hidden: null, mayShow: false }),
  );
}

interface OfComment {
  readonly organization: OrganizationId;
  readonly idea: IdeaId;
  readonly comment: ShownComment['id'];
}

function useAct<Given>(
  comment: ShownComment,
  act: (call: Call, path: OfComment, given: Given) => Promise<ShownComment>,
  expected: (given: Given) => ShownComment,
  onDone?: () => void,
) {
  const call = useCall();
  const queryClient = useQueryClient();
  const { organization, ideaId, id } = comment;
  const queryKey = commentsKey({ organization, id: ideaId });
  const before = Number(comment.hidden === null);
  const show = (changed: ShownComment) =>
    queryClient.setQueryData<InfiniteData<CommentPage>>(
      queryKey,
      data => data && { ...data, pages: withComment(data.pages, changed) },
    );
  return useMutation({
    mutationFn: (given: Given) => act(call, { organization, idea: ideaId, comment: id }, given),
    onMutate: given => {
      const changed = expected(given);
      show(changed);
      // Hidden comments are not counted.
      count(queryClient, ideaId, Number(changed.hidden === null) - before);
      return Whereabouts.ofPage();
    },
    onSuccess: reply => {
      show(reply);
      onDone?.();
    },
    onError: (_error, given) => {
      show(comment);
      count(queryClient, ideaId, before - Number(expected(given).hidden === null));
      queryClient.invalidateQueries({ queryKey });
    },
  });
}

/** Counts more comments, or fewer, wherever the number of an idea's comments is shown. */
function count(queryClient: QueryClient, idea: IdeaId, more: number): void {
  changeCachedIdea(queryClient, idea, one =>
    one.comments === undefined ? one : { ...one, comments: one.comments + more },
  );
}

/** Whether a comment is among those read: a repeated writing makes no second one. */
function isAmong(data: InfiniteData<CommentPage> | undefined, { id }: ShownComment): boolean {
  return data?.pages.some(({ items }) => items.some(item => item.id === id)) ?? false;
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

/** The pages with a comment that was just written, if the last of them is among those read. */
function withWritten<
  Item extends { readonly id: string },
  Page extends { readonly items: readonly Item[]; readonly nextCursor?: unknown },
>(pages: readonly Page[], written: Item): Page[] {
  return pages.map((page, number) =>
    number === pages.length - 1 &&
    page.nextCursor === undefined &&
    !page.items.some(({ id }) => id === written.id)
      ? { ...page, items: [...page.items, written] }
      : page,
  );
}
