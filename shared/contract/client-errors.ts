/**
 * The ways in which a call can fail, each an error of its own, so that a page can say what to do: the API refused (with a
 * problem to read), the gateway answered in its stead, the network did not answer, or the answer was not what the contract promises.
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

/** With these the gateway, or a proxy before it, answers by itself when no handler does. */
export const GATEWAY_STATUSES = [401, 403, 413, 429, 500, 502, 503, 504] as const;
export type GatewayStatus = (typeof GATEWAY_STATUSES)[number];

/** The gateway answered, and no handler: all there is to go by is the status. */
export class GatewayFailure extends Error {
  override readonly name = 'GatewayFailure';
  readonly status: GatewayStatus;

  constructor(status: GatewayStatus) {
    super(`the gateway answered with status ${status}`);
    this.status = status;
  }
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
