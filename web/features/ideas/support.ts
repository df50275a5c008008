/**
 * Supports an idea and withdraws the support. The page shows it at once, in every cached list, and
 * reverts it if the API refuses. If the button is pressed again during a request, the last press
 * counts.
 */
import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/preact-query';
import type { ReplyOf } from '../../../shared/contract/client.ts';
import {
  getIdea,
  listIdeas,
  supportIdea,
  withdrawSupport,
} from '../../../shared/contract/routes/ideas.ts';
import { useCall } from '../../api/call-context.tsx';
import { readingKey } from '../../api/reading.ts';
import { paths } from '../../paths.ts';
import { Whereabouts } from '../../ui/late-failures.tsx';
import type { ListedIdea } from './listed-idea.ts';

type IdeaPage = ReplyOf<typeof listIdeas>;
type IdeaDetail = ReplyOf<typeof getIdea>;

interface Supported {
  readonly supports: number;
  readonly supported: boolean;
}

export function useSupport({
  organization,
  id,
  title,
}: Pick<ListedIdea, 'organization' | 'id' | 'title'>) {
  const call = useCall();
  const queryClient = useQueryClient();
  const request = { path: { organization, idea: id } };

  const show = (supported: boolean) => {
    queryClient.setQueriesData<InfiniteData<IdeaPage>>(
      { queryKey: [listIdeas.id, organization] },
      data =>
        data && {
          ...data,
          pages: data.pages.map(page => ({
            ...page,
            items: page.items.map(item => (item.id === id ? withSupport(item, supported) : item)),
          })),
        },
    );
    queryClient.setQueryData<IdeaDetail>(
      readingKey(getIdea, request),
      idea => idea && withSupport(idea, supported),
    );
  };

  const mutationKey = [supportIdea.id, organization, id];
  // Called while one of them is under way: only the last press counts.
  const isLast = () => queryClient.isMutating({ mutationKey }) === 1;

  return useMutation({
    mutationKey,
    scope: { id: mutationKey.join(' ') },
    mutationFn: (supported: boolean) =>
      supported ? call(supportIdea, request) : call(withdrawSupport, request),
    onMutate: supported => {
      show(supported);
      return new Whereabouts(title, paths.idea(organization, id));
    },
    onSuccess: reply => isLast() && show(reply.supported),
    onError: (_, supported) => {
      if (!isLast()) return;
      show(!supported);
      queryClient.invalidateQueries({ queryKey: [listIdeas.id, organization] });
      queryClient.invalidateQueries({ queryKey: readingKey(getIdea, request) });
    },
  });
}

/** The idea with or without my support; counted at most once either way. */
export function withSupport<Idea extends Supported>(idea: Idea, supported: boolean): Idea {
  if (idea.supported === supported) return idea;
  return { ...idea, supported, supports: Math.max(0, idea.supports + (supported ? 1 : -1)) };
}
