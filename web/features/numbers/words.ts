/** The texts of the pages of `numbers`, in the chosen language. */
import { wordsOf } from '../../i18n/language-context.tsx';
import type { Measure } from './series.ts';

export const useNumbersWords = wordsOf({
  zh: () => import('./words.zh.ts'),
  en: () => import('./words.en.ts'),
});

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
