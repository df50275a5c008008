/**
 * The ways in which a call can fail, each as an error class, so that a page can say what to do: the
 * API refused (with a problem document), the gateway answered in its place, the network did not
 * answer, or the answer violates the contract.
 */
import type * as z from 'zod/mini';
import type { problem } from './schemas/problem.ts';

export type Problem = z.output<typeof problem>;

/** Whether an answer is a problem document, by hand: the pages load no library for this alone. */
export function isProblem(answer: unknown): answer is Problem {
  if (!isObject(answer)) return false;
  const { type, title, status, detail, code, requestId, errors = [] } = answer;
  return (
    [type, title, code].every(isText) &&
    [detail, requestId].every(one => one === undefined || isText(one)) &&
    Number.isInteger(status) &&
    Array.isArray(errors) &&
    errors.every(one => isObject(one) && [one.field, one.rule, one.detail].every(isText))
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** The API refused, with a reason. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: Problem;
  /** From `Retry-After`; 0 without one. */
  readonly retryAfterSeconds: number;

  constructor(problem: Problem, retryAfterSeconds = 0) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** No answer came; whether the request arrived is unknown. */
export class NetworkFailure extends Error {
  override readonly name = 'NetworkFailure';
}

/** The statuses that the gateway, or a proxy before it, answers without a handler. */
export const GATEWAY_STATUSES = [401, 403, 413, 429, 500, 502, 503, 504] as const;
export type GatewayStatus = (typeof GATEWAY_STATUSES)[number];

/** The gateway answered without a handler; only the status is known. */
export class GatewayFailure extends Error {
  override readonly name = 'GatewayFailure';
  readonly status: GatewayStatus;
  /** From `Retry-After`; 0 without one. */
  readonly retryAfterSeconds: number;

  constructor(status: GatewayStatus, retryAfterSeconds = 0) {
    super(`the gateway answered with status ${status}`);
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** An answer outside the contract: a proxy's error page, or pages older than the API. */
export class UnexpectedReply extends Error {
  override readonly name = 'UnexpectedReply';
  readonly status: number;

  constructor(status: number, cause?: unknown) {
    super(`unexpected reply with status ${status}`, { cause });
    this.status = status;
  }
}
