/**
 * The manager's choice of rounds and of their breakdown. It is in the address; an invalid address
 * means the default choice.
 */
import { type RoundId, roundAfter, roundsFrom } from '../../../shared/domain/kernel/ids.ts';
import { BREAKDOWNS, type Breakdown, MOST_ROUNDS } from '../../../shared/domain/numbers/series.ts';
import { MEASURES, type Measure } from './series.ts';

/** The number of rounds; the longest choice is the API's limit. */
export const SPANS = [6, 12, 24, MOST_ROUNDS] as const;
type Span = (typeof SPANS)[number];

export const BY = ['none', ...BREAKDOWNS] as const;
export type By = (typeof BY)[number];

export interface SeriesChoice {
  readonly to: RoundId;
  readonly span: Span;
  readonly by: By;
  /** The measure of the breakdown. */
  readonly measure: Measure;
}

/** The rounds that can be chosen as the last one. */
const ROUNDS_BACK = 60;
const USUAL_SPAN: Span = 12;

export function readChoice(address: URLSearchParams, currentRound: RoundId): SeriesChoice {
  const [to, span] = [address.get('to'), Number(address.get('span'))];
  const by = BY.find(one => one === address.get('by')) ?? 'none';
  const measure = measuresFor(by).find(one => one === address.get('measure')) ?? 'adoptionRate';
  return {
    to: lastRounds(currentRound).find(round => round === to) ?? currentRound,
    span: SPANS.find(one => one === span) ?? USUAL_SPAN,
    by,
    measure,
  };
}

export function inAddress({ to, span, by, measure }: SeriesChoice): Record<string, string> {
  return { to, span: String(span), by, measure };
}

/** The measures of a breakdown: a category has no members, so it has no participation. */
export function measuresFor(by: By): readonly Measure[] {
  return by === 'category' ? MEASURES.filter(measure => measure !== 'participation') : MEASURES;
}

/** The API's query. */
export function questionOf({ to, span, by }: SeriesChoice): {
  readonly from: RoundId;
  readonly to: RoundId;
  readonly by?: Breakdown;
} {
  return { from: roundAfter(to, 1 - span), to, ...(by !== 'none' && { by }) };
}

/** The choices for the last round, newest first. */
export function lastRounds(currentRound: RoundId): readonly RoundId[] {
  return roundsFrom(roundAfter(currentRound, 1 - ROUNDS_BACK), currentRound).toReversed();
}
