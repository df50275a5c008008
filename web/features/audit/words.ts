/** The texts of the pages of `audit`, in the chosen language. */
import { wordsOf } from '../../i18n/language-context.tsx';

export const useAuditWords = wordsOf({
  zh: () => import('./words.zh.ts'),
  en: () => import('./words.en.ts'),
});
export type AuditWords = ReturnType<typeof useAuditWords>;
