/**
 * Shows a reading in whichever state it is: on its way, failed (with a retry, unless there is no such thing), or there. Data once
 * read stays in view when reading it again fails; the failure is shown above it.
 */
import type { ComponentChildren } from 'preact';
import { ApiProblem } from '../../shared/contract/client-errors.ts';
import type { Reading } from '../api/reading.ts';
import { Failure } from './failure.tsx';
import { Loading } from './loading.tsx';

interface Props<Data> {
  readonly of: Reading<Data>;
  readonly children: (data: Data) => ComponentChildren;
}

export function QueryView<Data>({ of: { data, error, refetch }, children }: Props<Data>) {
  return (
    <>
      {error !== null && <Failure error={error} onRetry={isMissing(error) ? undefined : refetch} />}
      {data !== undefined && children(data)}
      {data === undefined && error === null && <Loading />}
    </>
  );
}

function isMissing(error: Error): boolean {
  return error instanceof ApiProblem && error.problem.status === 404;
}
