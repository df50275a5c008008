/** The texts of a zone's pages, and the names of the columns of its tables. */
import { useWords, wordsOf } from '../../i18n/language-context.tsx';
import { useNumbersWords } from '../numbers/index.ts';
import type { NumberColumn } from './order.ts';

export const useZoneWords = wordsOf({
  zh: () => import('./words.zh.ts'),
  en: () => import('./words.en.ts'),
});

export function useColumnNames(): Readonly<Record<NumberColumn, string>> {
  const common = useWords();
  const numbers = useNumbersWords();
  const words = useZoneWords();
  return {
    submitted: common.submitted,
    adopted: common.adopted,
    adoptionRate: common.adoptionRate,
    participation: common.participation,
    decisionRate: common.decisionRate,
    accepted: words.accepted,
    verifiedBenefit: numbers.benefitInYuan,
    overdue: words.overdue,
  };
}
