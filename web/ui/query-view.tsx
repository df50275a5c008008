/**
 * Shows a reading in its present state: loading, failed (with a retry, unless it does not exist),
 * or loaded. Loaded data stays in view when a later read fails; the failure appears above it, except
 * that of the network, which the frame of the page shows.
 */
import type { ComponentChildren } from 'preact';
import { ApiProblem, NetworkFailure } from '../../shared/contract/client-errors.ts';
import { useNetworkState } from '../api/network.ts';
import type { Reading } from '../api/reading.ts';
import { Failure } from './failure.tsx';
import { Loading } from './loading.tsx';

interface Props<Data> {
  readonly of: Reading<Data>;
  /** The shape of what comes, while it loads; where it is left out, a word. */
  readonly skeleton?: ComponentChildren;
  readonly children: (data: Data) => ComponentChildren;
}

export function QueryView<Data>({ of: { data, error, refetch }, skeleton, children }: Props<Data>) {
  const isOffline = useNetworkState().is === 'lost' && error instanceof NetworkFailure;
  const isSaid = isOffline && data !== undefined;
  return (
    <>
      {error !== null && !isSaid && (
        <Failure error={error} onRetry={isMissing(error) ? undefined : refetch} />
      )}
      {data !== undefined && children(data)}
      {data === undefined && error === null && (skeleton ?? <Loading />)}
    </>
  );
}

/** Whether what was read is not there, for this reader. */
export function isMissing(error: Error | null): boolean {
  return error instanceof ApiProblem && error.problem.status === 404;
}
