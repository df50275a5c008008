/**
 * Which rounds the manager looks at, and by what they are broken down. It stands in the address; whatever else is written there is
 * taken for the usual choice.
 */
import { type RoundId, roundAfter, roundsFrom } from '../../shared/domain/kernel/ids.ts';
import { BREAKDOWNS, type Breakdown, MOST_ROUNDS } from '../../shared/domain/numbers/series.ts';
import { MEASURES, type Measure } from './series.ts';

/** How many rounds to look at; the API answers with no more than the longest. */
export const SPANS = [6, 12, 24, MOST_ROUNDS] as const;
type Span = (typeof SPANS)[number];

export const BY = ['none', ...BREAKDOWNS] as const;
export type By = (typeof BY)[number];

export interface SeriesChoice {
  readonly to: RoundId;
  readonly span: Span;
  readonly by: By;
  /** What the breakdown shows. */
  readonly measure: Measure;
}

/** Rounds that can be chosen as the last one. */
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

/** What may be asked of the breakdown: a category has no heads, so nobody takes part in it. */
export function measuresFor(by: By): readonly Measure[] {
  return by === 'category' ? MEASURES.filter(measure => measure !== 'participation') : MEASURES;
}

/** What the API is asked for. */
export function questionOf({ to, span, by }: SeriesChoice): {
  readonly from: RoundId;
  readonly to: RoundId;
  readonly by?: Breakdown;
} {
  return { from: roundAfter(to, 1 - span), to, ...(by !== 'none' && { by }) };
}

/** The rounds to choose the last one from, newest first. */
export function lastRounds(currentRound: RoundId): readonly RoundId[] {
  return roundsFrom(roundAfter(currentRound, 1 - ROUNDS_BACK), currentRound).toReversed();
}
