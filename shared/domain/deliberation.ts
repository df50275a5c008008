/**
 * Deciding: adopting, declining and deferring as the ballot says, taking a decision back until the round is published, and what the
 * author is told officially.
 */
import { admitted, isRepeated, record, type Signature } from './acting.ts';
import type { Calendar } from './calendar.ts';
import type { BallotResult, DecisionOutcome } from './decision.ts';
import { type DecisionWords, type Happening, lastDecision } from './history.ts';
import type { Idea } from './idea.ts';
import { roundAfter } from './ids.ts';
import type { Instant } from './instant.ts';
import { accepted, type Outcome, refused } from './refusal.ts';
import type { Round } from './round.ts';
import { agendaPlace } from './screening.ts';
import type { IdeaAct } from './transitions.ts';

export interface DecisionRequest extends Signature, DecisionWords {
  readonly outcome: DecisionOutcome;
}

/** The act that brings a decision about. */
export const ACT_OF = { adopted: 'adopt', declined: 'decline', deferred: 'defer' } as const satisfies Record<
  DecisionOutcome,
  IdeaAct
>;

/**
 * Decides an idea as its ballot says. Adopting and declining need a quorum and the ballot's own outcome; deferring is always
 * open but must say why, and puts the idea on the next round's agenda.
 * Refuses `wrong-state`, `no-quorum`, `against-the-ballot`, `reason-required`, `history-full`.
 */
export function decide(idea: Idea, result: BallotResult, request: DecisionRequest): Outcome<Idea> {
  const { outcome, reason, reply } = request;
  const act = ACT_OF[outcome];
  const prior = admitted(act, idea);
  if (!prior.ok) return prior;
  if (outcome !== 'deferred') {
    if (!result.quorate) {
      const { approve, oppose, abstain } = result.tally;
      return refused({ code: 'no-quorum', cast: approve + oppose + abstain, quorum: result.quorum });
    }
    if (outcome !== result.outcome) return refused({ code: 'against-the-ballot', outcome: result.outcome });
  }
  const words = { ...(reply !== undefined && { reply }), ...(reason !== undefined && { reason }) };
  if (act === 'adopt') return record(idea, { act, result, ...words }, request);
  if (reason === undefined) return refused({ code: 'reason-required' });
  return record(idea, { act, result, ...words, reason }, request);
}

/** Whether an idea already stands decided by this very request, sent again. */
export function isDecidedBy(idea: Idea, { outcome, reason, reply, ...signature }: DecisionRequest): boolean {
  return isRepeated(idea, { act: ACT_OF[outcome], reason, reply }, signature);
}

/**
 * Whether an idea whose decision is taken back at the instant returns to the ballot that it came from, votes and all: while the ballots
 * of its round are open. To a secret one never: who decides and takes back again after each vote would read off the tallies what was
 * voted. Nor where another idea has been taken out of it since: those votes were for both.
 */
function goesOnVoting({ history }: Idea, round: Round, at: Instant): boolean {
  if (round.state !== 'deliberating' || at >= round.schedule.closesAt || round.rules.ballot === 'secret')
    return false;
  return !history.slice(lastDecision(history)).some(({ act }) => act === 'release');
}

/**
 * Takes a decision back, until the round it was made in is published; it stays in the history. Where the idea does not go on being voted
 * on, it comes before the committee of the next round that has not closed by then, with a ballot of its own. `round` is the one in which
 * it was decided. Refuses `wrong-state`, `round-published`, `history-full`.
 */
export function reopen(
  idea: Idea,
  round: Round,
  reason: string,
  signature: Signature,
  calendar: Calendar,
): Outcome<Idea> {
  if (isRepeated(idea, { act: 'reopen', reason }, signature)) return accepted(idea);
  const prior = admitted('reopen', idea);
  if (!prior.ok) return prior;
  if (round.state === 'published' || (round.state === 'decided' && round.sealed))
    return refused({ code: 'round-published', round: round.id });
  const next = { ...idea, agendaRound: roundAfter(round.id) };
  const agendaRound = goesOnVoting(idea, round, signature.at)
    ? round.id
    : agendaPlace(next, signature.at, calendar).round;
  return record(idea, { act: 'reopen', reason, agendaRound }, signature);
}

/** Tells the author officially what becomes of the idea. Refuses `wrong-state`, `history-full`. */
export function reply(idea: Idea, words: string, signature: Signature): Outcome<Idea> {
  const happening: Happening & { act: 'reply' } = { act: 'reply', reply: words };
  if (isRepeated(idea, happening, signature)) return accepted(idea);
  const prior = admitted('reply', idea);
  return prior.ok ? record(idea, happening, signature) : prior;
}
