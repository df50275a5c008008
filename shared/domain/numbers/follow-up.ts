/**
 * What becomes of a round's ideas beside their decision: the first official reply to the author,
 * the reward, what the author says of the outcome, and the honour of an excellent idea. These numbers came later than the others, so they may be unknown: a bulletin
 * published before has none of them.
 */
import type { Satisfaction } from '../idea/decision.ts';
import { type Idea, isExcellent, ratingOf } from '../idea/idea.ts';
import type { Instant } from '../kernel/instant.ts';
import { millisBetween } from '../kernel/instant.ts';
import type { Counts, FollowUpCounter } from './counters.ts';
import { meanDays, type Rate, rate } from './rate.ts';

/** Rewards, by their number of ideas and their sum in fen. */
interface Rewards {
  readonly ideas: number;
  readonly fen: number;
}

/** What authors said of the outcome of their ideas. */
type Satisfactions = Readonly<Record<Satisfaction, number>> & {
  /** Satisfied ÷ all who said. */
  readonly rate: Rate;
};

/** A part is null where it is withheld, and absent where it is not told at all. */
export interface FollowUp {
  /** From submission to the first official reply: the mean, of so many replied ideas. */
  readonly daysToFirstReply: { readonly mean: number | null; readonly replied: number };
  /** Approved, whether paid or not. */
  readonly rewardsApproved?: Rewards | null;
  readonly rewardsPaid?: Rewards | null;
  readonly satisfaction?: Satisfactions | null;
  /** Ideas that the committee has named excellent (优秀金点子). */
  readonly excellent: number;
}

/** What an idea adds to its scopes. Leaves out zeros. */
export function followUpCounts(idea: Idea): ReadonlyMap<FollowUpCounter, number> {
  const counts: [FollowUpCounter, number][] = [];
  const repliedAt = firstReplyOf(idea);
  if (repliedAt !== undefined)
    counts.push(
      ['replied', 1],
      // A slip may be dated later than the reply, if it was written ahead. The wait is then zero.
      ['replyMillis', Math.max(0, millisBetween(idea.submittedAt, repliedAt))],
    );
  if (idea.status === 'accepted' && idea.reward.state !== 'proposed') {
    const { state, amount } = idea.reward;
    counts.push(['rewardsApproved', 1], ['approvedFen', amount]);
    if (state === 'paid') counts.push(['rewardsPaid', 1], ['paidFen', amount]);
  }
  const rating = ratingOf(idea);
  if (rating) counts.push([rating.satisfaction, 1]);
  if (isExcellent(idea)) counts.push(['excellent', 1]);
  return new Map(counts.filter(([, count]) => count !== 0));
}

export function followUpOf(counts: Counts): Required<FollowUp> {
  const of = (counter: FollowUpCounter): number => counts.get(counter) ?? 0;
  const replied = of('replied');
  const [satisfied, neutral, dissatisfied] = [of('satisfied'), of('neutral'), of('dissatisfied')];
  return {
    daysToFirstReply: { mean: meanDays(of('replyMillis'), replied), replied },
    rewardsApproved: { ideas: of('rewardsApproved'), fen: of('approvedFen') },
    rewardsPaid: { ideas: of('rewardsPaid'), fen: of('paidFen') },
    satisfaction: {
      satisfied,
      neutral,
      dissatisfied,
      rate: rate(satisfied, satisfied + neutral + dissatisfied),
    },
    excellent: of('excellent'),
  };
}

/**
 * When the author first got an official reply: with a decision, by itself, or as the answer to an
 * appeal. It stays the first even if the decision is reopened. A secretary's note that returns an idea is none: it asks the
 * author for more, and answers nothing.
 */
function firstReplyOf({ history }: Idea): Instant | undefined {
  return history.find(entry => 'reply' in entry && entry.reply !== undefined)?.at;
}
