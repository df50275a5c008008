/**
 * Satisfaction (满意度): the author says once how content they are with what became of their idea,
 * when the decision is published or the work accepted. An upheld appeal voids the decision and the
 * rating with it; the next decision can be rated anew.
 */
import type { RoundId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Round } from '../round/round.ts';
import type { Satisfaction } from './decision.ts';
import { type Idea, ratingOf } from './idea.ts';
import { isAuthor, type NotTheAuthor } from './screening.ts';
import { admitted, record, type Signature, type WrongState } from './transition.ts';

export type DecisionNotPublished = {
  readonly code: 'decision-not-published';
  readonly round: RoundId;
  readonly publishesAt: Instant;
};
export type AlreadyRated = { readonly code: 'already-rated' };

/** What the author says, with a word if they like. */
export interface RatingRequest {
  readonly satisfaction: Satisfaction;
  readonly word?: string;
}

/**
 * Rates the outcome, once: the same again changes nothing, another rating is refused. `round` is
 * the one of the decision.
 */
export function rateOutcome(
  idea: Idea,
  { satisfaction, word }: RatingRequest,
  round: Round,
  signature: Signature,
): Result<Idea, NotTheAuthor | WrongState | AlreadyRated | DecisionNotPublished> {
  if (!isAuthor(idea, signature)) return err({ code: 'not-the-author' });
  const prior = admitted('rate-outcome', idea);
  if (!prior.ok) return prior;
  const rating = ratingOf(idea);
  if (rating) {
    const same = rating.satisfaction === satisfaction && rating.word === word;
    return same ? ok(idea) : err({ code: 'already-rated' });
  }
  if (idea.status !== 'accepted' && round.state !== 'published') return err(notPublished(round));
  const said = { satisfaction, ...(word !== undefined && { word }) };
  return ok(record(idea, { act: 'rate-outcome', ...said }, signature));
}

/** The refusal of an act that waits for the publication of a decision's round. */
export function notPublished({ id, schedule }: Round): DecisionNotPublished {
  return { code: 'decision-not-published', round: id, publishesAt: schedule.publishesAt };
}
