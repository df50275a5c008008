/**
 * Turns an error into words for the user. The API's own words are used if it gave any, the refusal
 * before the reason; they are in the chosen language already.
 */
import {
  ApiProblem,
  GatewayFailure,
  NetworkFailure,
  type Problem,
} from '../../shared/contract/client-errors.ts';
import type { Dictionary } from '../i18n/zh.ts';

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
