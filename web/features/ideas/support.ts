/**
 * Supports an idea and withdraws the support. The page shows it at once, in every cached list, and
 * reverts it if the API refuses. If the button is pressed again during a request, the last press
 * counts.
 */
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { supportIdea, withdrawSupport } from '../../../shared/contract/routes/ideas.ts';
import { useCall } from '../../api/call-context.tsx';
import { paths } from '../../paths.ts';
import { Whereabouts } from '../../ui/late-failures.tsx';
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
  const call = useCall();
  const queryClient = useQueryClient();
  const request = { path: { organization, idea: id } };

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
      supported ? call(supportIdea, request) : call(withdrawSupport, request),
    onMutate: supported => {
      show(supported);
      return new Whereabouts(title, paths.idea(organization, id));
    },
    onSuccess: reply => isLast() && show(reply.supported),
    onError: (_, supported) => {
      if (!isLast()) return;
      show(!supported);
      ideasChanged(queryClient);
    },
  });
}

function isCounted(idea: CachedIdea): idea is CachedIdea & Supported {
  return idea.supports !== undefined && idea.supported !== undefined;
}

/** The idea with or without my support; counted at most once either way. */
export function withSupport<Idea extends Supported>(idea: Idea, supported: boolean): Idea {
  if (idea.supported === supported) return idea;
  return { ...idea, supported, supports: Math.max(0, idea.supports + (supported ? 1 : -1)) };
}
