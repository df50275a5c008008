/**
 * Changes settings or members. Afterwards everything in view is read again, because departments,
 * roles and days are on every page. It is read again after a conflict too, so that the present
 * values appear beside the typed ones.
 */
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import type { Call } from '../../../shared/contract/client.ts';
import { ApiProblem } from '../../../shared/contract/client-errors.ts';
import { useCall } from '../../api/call-context.tsx';
import { Whereabouts } from '../../ui/late-failures.tsx';

export function useChange<Given, Reply>(
  send: (call: Call, given: Given) => Promise<Reply>,
  onDone?: (reply: Reply, given: Given) => void,
) {
  const call = useCall();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (given: Given) => send(call, given),
    onMutate: Whereabouts.ofPage,
    // Resolves only after reading again: the next change must be of the present version.
    onSuccess: async (reply, given) => {
      await queryClient.invalidateQueries();
      onDone?.(reply, given);
    },
    onError: async error => {
      // Rejects only after reading again, so that the present values appear beside the typed ones.
      if (isOvertaken(error)) await queryClient.invalidateQueries();
      // Without an answer, the change may have been made all the same.
      else if (!(error instanceof ApiProblem)) queryClient.invalidateQueries();
    },
  });
}

/** Whether a refusal came only from another person's change. */
export function isOvertaken(error: Error): boolean {
  return (
    error instanceof ApiProblem &&
    ['version-mismatch', 'changed-meanwhile'].includes(error.problem.code)
  );
}
