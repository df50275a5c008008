/** The names of the measures of a series, and their values as text. */
import type { Language } from '../../i18n/language.ts';
import { useWords } from '../../i18n/language-context.tsx';
import { rateText } from '../../ui/rates.ts';
import { useNumberWords } from './number-words.ts';
import type { Measure, Value } from './series.ts';

export function useMeasureNames(): Readonly<Record<Measure, string>> {
  const common = useWords();
  const numbers = useNumberWords();
  return {
    adoptionRate: common.adoptionRate,
    submitted: common.submitted,
    participation: common.participation,
    verifiedBenefit: numbers.benefitInYuan,
  };
}

export function valueText(value: Value, language: Language): string {
  if (value === undefined) return '—';
  return typeof value === 'number' ? value.toLocaleString(language) : rateText(value);
}
