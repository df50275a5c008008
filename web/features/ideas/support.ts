/**
 * Supports an idea and withdraws the support. The page shows it at once, in every cached list, and
 * reverts it if the API refuses. If the button is pressed again during a request, the last press
 * counts. Without a network it waits in the outbox, and is shown as waiting.
 */
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { supportIdea } from '../../../shared/contract/routes/ideas.ts';
import { useWaitingActs } from '../../outbox/waiting-acts.ts';
import { paths } from '../../paths.ts';
import { Whereabouts } from '../../ui/late-failures.tsx';
import { usePost } from '../../ui/use-post.ts';
import { type CachedIdea, changeCachedIdea } from './cached-ideas.ts';
import type { ListedIdea } from './listed-idea.ts';
import { ideasChanged } from './use-act.ts';

interface Supported {
  readonly supports: number;
  readonly supported: boolean;
}

export function useSupport({
  organization,
  id,
  title,
}: Pick<ListedIdea, 'organization' | 'id' | 'title'>) {
  const post = usePost();
  const queryClient = useQueryClient();
  const request = { path: { organization, idea: id } };
  const made = { about: { title, address: paths.idea(organization, id) } };

  const show = (supported: boolean) =>
    changeCachedIdea(queryClient, id, idea =>
      isCounted(idea) ? withSupport(idea, supported) : idea,
    );

  const mutationKey = [supportIdea.id, organization, id];
  // Called while one of them is under way: only the last press counts.
  const isLast = () => queryClient.isMutating({ mutationKey }) === 1;

  return useMutation({
    mutationKey,
    scope: { id: mutationKey.join(' ') },
    mutationFn: (supported: boolean) =>
      post({ id: supported ? 'supportIdea' : 'withdrawSupport', request }, made),
    onMutate: supported => {
      show(supported);
      return new Whereabouts(title, paths.idea(organization, id));
    },
    onSuccess: posted => posted.is === 'sent' && isLast() && show(posted.answer.supported),
    onError: (_, supported) => {
      if (!isLast()) return;
      show(!supported);
      ideasChanged(queryClient);
    },
  });
}

/** The idea as the reader has left it, also while that waits to be sent. */
export function useWithWaitingSupport<Idea extends Supported & Pick<ListedIdea, 'id'>>(
  idea: Idea,
): { readonly idea: Idea; readonly waits: boolean } {
  // One that is being sent is shown already.
  const last = useWaitingActs(idea.id, 'supportIdea', 'withdrawSupport')
    .filter(({ state }) => state.is !== 'sending')
    .pop();
  return last === undefined
    ? { idea, waits: false }
    : { idea: withSupport(idea, last.act.id === 'supportIdea'), waits: true };
}

function isCounted(idea: CachedIdea): idea is CachedIdea & Supported {
  return idea.supports !== undefined && idea.supported !== undefined;
}

/** The idea with or without my support; counted at most once either way. */
export function withSupport<Idea extends Supported>(idea: Idea, supported: boolean): Idea {
  if (idea.supported === supported) return idea;
  return { ...idea, supported, supports: Math.max(0, idea.supports + (supported ? 1 : -1)) };
}
