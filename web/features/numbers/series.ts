/**
 * Numbers over the rounds as bars and as a breakdown: which of a round's numbers count, their
 * present values if these differ from the published ones, the length of a bar, the position of the
 * target, and the cell of a department in a round.
 */
import type { ReplyOf } from '../../../shared/contract/client.ts';
import type { getSeries } from '../../../shared/contract/routes/numbers.ts';
import { type Rate, rate } from '../../../shared/domain/numbers/rate.ts';
import type { Language } from '../../i18n/language.ts';
import { rateText } from '../../ui/rates.ts';

export type Series = ReplyOf<typeof getSeries>;
export type SeriesRound = Series['rounds'][number];
export type Numbers = SeriesRound['total'];

export const MEASURES = ['adoptionRate', 'submitted', 'participation', 'verifiedBenefit'] as const;
export type Measure = (typeof MEASURES)[number];

/** The value of a measure: a count, a rate, or nothing. */
export type Value = number | Rate | undefined;

export function valueText(value: Value, language: Language): string {
  if (value === undefined) return '—';
  return typeof value === 'number' ? value.toLocaleString(language) : rateText(value);
}

/**
 * A round's value, and its present one; the same if the round is not published, or if nothing has
 * changed.
 */
export interface Shown {
  readonly value: Value;
  readonly now: Value;
}

/**
 * Numbers of what follows the bulletin: work and its benefit continue while the bulletin is frozen,
 * so these are always live.
 */
export function liveNumbers(round: SeriesRound): Numbers {
  return round.source === 'published' ? round.live.total : round.total;
}

/** A measure of a round: as published if it is, and live if it only grows afterwards. */
export function shownIn(round: SeriesRound, measure: Measure): Shown {
  const now = liveNumbers(round)[measure];
  return { value: measure === 'verifiedBenefit' ? now : round.total[measure], now };
}

/** The size of a value; undefined without a value or a denominator. */
export function sizeOf(value: Value): number | undefined {
  if (value === undefined || typeof value === 'number') return value;
  return value.denominator === 0 ? undefined : value.numerator / value.denominator;
}

export interface Scaled {
  /** From 0 to 1 for each value; undefined without a value. */
  readonly lengths: readonly (number | undefined)[];
  /** The position of the target on the same scale. */
  readonly target?: number;
}

/** Bars on a common scale, up to the larger of the longest bar and the target. */
export function scaled(values: readonly Value[], target?: number): Scaled {
  const sizes = values.map(sizeOf);
  const most = Math.max(target ?? 0, ...sizes.map(size => size ?? 0));
  const onScale = (size: number) => (most === 0 ? 0 : size / most);
  return {
    lengths: sizes.map(size => (size === undefined ? undefined : onScale(size))),
    ...(target !== undefined && { target: onScale(target) }),
  };
}

export interface BrokenDown {
  readonly name: string;
  /** One for each round, in their order; undefined for a round without a value. */
  readonly cells: readonly (Shown | undefined)[];
}

/**
 * A measure by department or category over the rounds; one that is not in every round has a gap
 * there.
 */
export function brokenDown(rounds: readonly SeriesRound[], measure: Measure): BrokenDown[] {
  const byName = rounds.map(round => cellsIn(round, measure));
  const names = [...new Set(byName.flatMap(cells => [...cells.keys()]))];
  return names
    .toSorted((a, b) => a.localeCompare(b, 'zh'))
    .map(name => ({ name, cells: byName.map(cells => cells.get(name)) }));
}

function cellsIn(round: SeriesRound, measure: Measure): ReadonlyMap<string, Shown> {
  const values = new Map(round.parts?.map(part => [part.name, part[measure]]));
  if (round.source === 'live')
    return new Map([...values].map(([name, value]) => [name, { value, now: value }]));
  const since = new Map(round.live.parts?.map(part => [part.name, part]));
  const names = [...new Set([...values.keys(), ...since.keys()])];
  return new Map(names.map(name => [name, shownOf(values.get(name), since.get(name), measure)]));
}

type PartSince = NonNullable<
  Extract<SeriesRound, { source: 'published' }>['live']['parts']
>[number];

/** A part whose ideas are all gone since is not among the running ones; its value is zero. */
function shownOf(value: Value, since: PartSince | undefined, measure: Measure): Shown {
  switch (measure) {
    case 'adoptionRate':
      return { value, now: rate(since?.adopted ?? 0, since?.submitted ?? 0) };
    case 'submitted':
      return { value, now: since?.submitted ?? 0 };
    case 'participation':
      return { value, now: value };
    case 'verifiedBenefit': {
      const now = since?.verifiedBenefit ?? 0;
      return { value: now, now };
    }
  }
}
