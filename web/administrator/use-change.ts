/**
 * Changing settings or members. Afterwards everything in view is read again, for departments, roles and days stand on every page; and
 * so it is where somebody else was faster, so that what is there now can be seen beside what was typed.
 */
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import type { Call } from '../../shared/contract/client.ts';
import { ApiProblem } from '../../shared/contract/client-errors.ts';
import { useCall } from '../api/call-context.tsx';
import { Whereabouts } from '../shell/late-failures.tsx';

export function useChange<Given, Reply>(
  send: (call: Call, given: Given) => Promise<Reply>,
  onDone?: (reply: Reply, given: Given) => void,
) {
  const call = useCall();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (given: Given) => send(call, given),
    onMutate: Whereabouts.ofPage,
    // Done only once it has been read again: the next change has to be one of the version that is there now.
    onSuccess: async (reply, given) => {
      await queryClient.invalidateQueries();
      onDone?.(reply, given);
    },
    onError: async error => {
      // Refused only once it has been read again, so that it is there to be seen beside what was typed.
      if (isOvertaken(error)) await queryClient.invalidateQueries();
      // Where no answer came, it may have been done all the same.
      else if (!(error instanceof ApiProblem)) queryClient.invalidateQueries();
    },
  });
}

/** Whether something was refused only because somebody else had changed it. */
export function isOvertaken(error: Error): boolean {
  return (
    error instanceof ApiProblem && ['version-mismatch', 'changed-meanwhile'].includes(error.problem.code)
  );
}
