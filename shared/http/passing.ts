/** Errors that pass: the same request is answered when it is sent again. */

/** Temporary errors of the store, and of the keyed hash. */
const PASSING: ReadonlySet<string> = new Set([
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'TransactionConflictException',
  'TransactionCanceledException',
  'TimeoutError',
  'DependencyTimeoutException',
  'KMSInternalException',
]);

/** Whether an error of the store or of the keyed hash is temporary. */
export function isPassing(error: unknown): boolean {
  return error instanceof Error && PASSING.has(error.name);
}
