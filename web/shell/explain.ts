/**
 * Turns an error into words for the person in front of the page. The API's own are used where it gave any, what is refused before why;
 * they come in the chosen language already.
 */
import {
  ApiProblem,
  GatewayFailure,
  NetworkFailure,
  type Problem,
} from '../../shared/contract/client-errors.ts';
import type { Dictionary } from '../language/zh.ts';

export function explain(error: Error, words: Dictionary): string {
  if (error instanceof NetworkFailure) return words.networkFailed;
  if (error instanceof ApiProblem)
    return error.problem.status === 500
      ? words.serverTrouble(error.problem.requestId)
      : refusal(error.problem, words);
  if (error instanceof GatewayFailure) return words.gatewayFailed[error.status];
  return words.unexpectedReply;
}

function refusal({ title, detail }: Problem, words: Dictionary): string {
  return detail === undefined ? title : words.withReason(title, detail);
}
