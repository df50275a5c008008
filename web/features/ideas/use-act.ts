/**
 * Does an act on an idea. Its answer is shown in every list at once, and then every list in view that
 * might show the idea is read again.
 * A refusal alone reads nothing again: the user of an outdated version decides when to reload it
 * (`act-failure.tsx`), and keeps the typed text.
 */
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/preact-query';
import type { Call } from '../../../shared/contract/client.ts';
import { ApiProblem } from '../../../shared/contract/client-errors.ts';
import { getMe, getOrganization } from '../../../shared/contract/routes/organization.ts';
import type { IdeaId } from '../../../shared/domain/kernel/ids.ts';
import { useCall } from '../../api/call-context.tsx';
import { Whereabouts } from '../../ui/late-failures.tsx';
import { showAnswer } from './cached-ideas.ts';

/** Cached replies that no act on an idea changes. */
const UNTOUCHED: readonly unknown[] = [getMe.id, getOrganization.id];

/**
 * @param rereads for an act that leaves another version of more ideas than its answer shows: it is
 * done only once everything is read again, so that the next act applies to what is there
 */
export function useAct<Given, Reply>(
  act: (call: Call, given: Given) => Promise<Reply>,
  onDone?: (reply: Reply, given: Given) => void,
  { rereads = false } = {},
) {
  const call = useCall();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (given: Given) => act(call, given),
    onMutate: Whereabouts.ofPage,
    onSuccess: async (reply, given) => {
      showAnswer(queryClient, reply);
      if (rereads) await ideasChanged(queryClient);
      onDone?.(reply, given);
    },
    // Without an answer, the act may have been done all the same.
    onSettled: (_reply, error) => {
      if (!(error instanceof ApiProblem) && !(rereads && error === null))
        void ideasChanged(queryClient);
    },
  });
}

/** An idea of many as the reader sees it: one that has changed since is refused. */
export function asSeen({ id: idea, version }: { readonly id: IdeaId; readonly version: number }): {
  idea: IdeaId;
  version: number;
} {
  return { idea, version };
}

/** Reads everything again that an act on an idea may have changed. */
export function ideasChanged(queryClient: QueryClient): Promise<void> {
  return queryClient.invalidateQueries({
    predicate: ({ queryKey: [route] }) => !UNTOUCHED.includes(route),
  });
}
