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
import { useCall } from '../../api/call-context.tsx';
import { Whereabouts } from '../../ui/late-failures.tsx';
import { showAnswer } from './cached-ideas.ts';

/** Cached replies that no act on an idea changes. */
const UNTOUCHED: readonly unknown[] = [getMe.id, getOrganization.id];

export function useAct<Given, Reply>(
  act: (call: Call, given: Given) => Promise<Reply>,
  onDone?: (reply: Reply, given: Given) => void,
) {
  const call = useCall();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (given: Given) => act(call, given),
    onMutate: Whereabouts.ofPage,
    onSuccess: (reply, given) => {
      showAnswer(queryClient, reply);
      onDone?.(reply, given);
    },
    // Without an answer, the act may have been done all the same.
    onSettled: (_reply, error) => {
      if (!(error instanceof ApiProblem)) ideasChanged(queryClient);
    },
  });
}

/** Reads everything again that an act on an idea may have changed. */
export function ideasChanged(queryClient: QueryClient): void {
  queryClient.invalidateQueries({
    predicate: ({ queryKey: [route] }) => !UNTOUCHED.includes(route),
  });
}
