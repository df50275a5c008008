/** The texts of the pages of `numbers`, in the chosen language. */
import { wordsOf } from '../../i18n/language-context.tsx';
import type { Measure } from './series.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

export const useNumbersWords = wordsOf({ 'zh-CN': zh, en });

/** The names of the measures of a series. */
export function useMeasureNames(): Readonly<Record<Measure, string>> {
  const words = useNumbersWords();
  return {
    adoptionRate: words.adoptionRate,
    submitted: words.submitted,
    participation: words.participation,
    verifiedBenefit: words.benefitInYuan,
  };
}
