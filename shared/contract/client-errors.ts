/**
 * The ways in which a call can fail, each an error of its own, so that a page can say what to do: the API refused (with a
 * problem to read), the network did not answer, or the answer was not what the contract promises.
 */
import type * as z from 'zod/mini';
import type { problem } from './schemas/problem.ts';

export type Problem = z.output<typeof problem>;

/** The API said no, and why. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }
}

/** Nothing came back; whether the request arrived is not known. */
export class NetworkFailure extends Error {
  override readonly name = 'NetworkFailure';
}

/** Something came back that is not in the contract: a proxy's error page, or pages older than the API. */
export class UnexpectedReply extends Error {
  override readonly name = 'UnexpectedReply';
  readonly status: number;

  constructor(status: number, cause?: unknown) {
    super(`unexpected reply with status ${status}`, { cause });
    this.status = status;
  }
}
