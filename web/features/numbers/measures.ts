/** What the numbers can be looked at by: the measures, each with its target and its short text. */
import type { RoundState } from '../../../shared/domain/round/round.ts';
import type { Language } from '../../i18n/language.ts';
import { percentText, shareText } from '../../ui/rates.ts';
import type { Measure, Series, SeriesRound, Value } from './series.ts';
import { metSoFar } from './targets.ts';

type Targets = Series['targets'];

/** The target of a measure, as a size on the measure's scale; undefined if it has none. */
export function targetOf(
  measure: Measure,
  { ideas, adoptionRate }: Targets,
): { readonly size: number; readonly text: string } | undefined {
  switch (measure) {
    case 'adoptionRate':
      return {
        size: adoptionRate.numerator / adoptionRate.denominator,
        text: shareText(adoptionRate),
      };
    case 'submitted':
      return { size: ideas, text: String(ideas) };
    case 'participation':
    case 'verifiedBenefit':
      return undefined;
  }
}

/** Whether a round met the target of a measure, if it has one and that is decided. */
export function metIn(
  { state, met }: { readonly state: RoundState; readonly met: SeriesRound['met'] },
  measure: Measure,
): boolean | undefined {
  switch (measure) {
    case 'adoptionRate':
      return metSoFar(state, met.adoptionRate);
    case 'submitted':
      return metSoFar(state, met.ideas);
    case 'participation':
    case 'verifiedBenefit':
      return undefined;
  }
}

/** A size on the scale of a measure: `40%`, `60`, `12万`. */
export function tickText(measure: Measure, size: number, language: Language): string {
  switch (measure) {
    case 'adoptionRate':
    case 'participation':
      return `${Math.round(size * 1000) / 10}%`;
    case 'submitted':
    case 'verifiedBenefit':
      return new Intl.NumberFormat(language, { notation: 'compact' }).format(size);
  }
}

/** A value in the little room above its column: `39.7%`, `63`, `5.5万`, or `—`. */
export function shortText(value: Value, language: Language): string {
  if (value === undefined) return '—';
  return typeof value === 'number'
    ? new Intl.NumberFormat(language, { notation: 'compact' }).format(value)
    : percentText(value);
}
