/**
 * What the ballots allow a chair to announce: which ideas are ready, with which outcome, and what
 * the others lack. Pure; the API decides for itself.
 */
import { carries } from '../../../shared/domain/idea/ballot.ts';
import type { AskedOutcome, Tally } from '../../../shared/domain/idea/decision.ts';
import type { BallotRules } from '../../../shared/domain/organization/organization.ts';
import type { AgendaItem } from './agenda.ts';

export type Readiness =
  /** The outcome is binding and can be announced. */
  | { readonly state: 'ready'; readonly outcome: 'adopted' | 'declined'; readonly tally: Tally }
  /** There is a quorum, but nobody knows the tally before the decision. */
  | { readonly state: 'ready-secretly' }
  /** The chair has to vote first in order to see the tally, or the vote is on its way. */
  | { readonly state: 'vote-first' }
  /** So many votes are missing; under the secret rule nobody knows how many. */
  | { readonly state: 'no-quorum'; readonly missing: number | undefined };

type Balloted = Pick<AgendaItem, 'status' | 'ballot'>;

/** Whether an item waits for the chair's decision. */
export function isUndecided({ status, ballot }: Balloted): boolean {
  return status === 'on-agenda' && ballot.state === 'open';
}

export function readinessOf(
  { ballot }: Pick<AgendaItem, 'ballot'>,
  rules: Pick<BallotRules, 'threshold'>,
): Readiness {
  const { turnout, quorum, tally, rule, mayVote } = ballot;
  if (turnout === null || quorum === undefined || turnout.cast < quorum)
    return {
      state: 'no-quorum',
      missing: turnout && quorum !== undefined ? quorum - turnout.cast : undefined,
    };
  if (rule === 'secret') return { state: 'ready-secretly' };
  if (tally === null) return { state: mayVote ? 'vote-first' : 'ready-secretly' };
  return { state: 'ready', outcome: carries(tally, rules) ? 'adopted' : 'declined', tally };
}

export function isReady({ state }: Readiness): boolean {
  return state === 'ready' || state === 'ready-secretly';
}

/** The undecided items, those that can be announced first; in the order of the agenda otherwise. */
export function byReadiness<Item extends Balloted>(
  items: readonly Item[],
  rules: Pick<BallotRules, 'threshold'>,
): Item[] {
  const undecided = items.filter(isUndecided);
  const ready = undecided.filter(item => isReady(readinessOf(item, rules)));
  return [...ready, ...undecided.filter(item => !ready.includes(item))];
}

/**
 * What to ask the API for. Adopting is named, so that a vote that comes in meanwhile cannot turn it
 * around. Declining by name needs a reason of a person's; without one, the ballot's own rule is it.
 */
export function askFor(readiness: Readiness): AskedOutcome | undefined {
  switch (readiness.state) {
    case 'ready':
      return readiness.outcome === 'adopted' ? 'adopted' : 'as-balloted';
    case 'ready-secretly':
      return 'as-balloted';
    case 'vote-first':
    case 'no-quorum':
      return undefined;
  }
}
