/**
 * Turns an error into a sentence for the person in front of the page. The API's own words are used where it gave any; they come in
 * the chosen language already.
 */
import { ApiProblem, NetworkFailure } from '../../shared/contract/client-errors.ts';
import type { Dictionary } from '../language/zh.ts';

export function explain(error: Error, words: Dictionary): string {
  if (error instanceof NetworkFailure) return words.networkFailed;
  if (error instanceof ApiProblem)
    return error.problem.status >= 500
      ? words.serverTrouble(error.problem.requestId)
      : (error.problem.detail ?? error.problem.title);
  return words.unexpectedReply;
}
