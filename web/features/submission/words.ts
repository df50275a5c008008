/** The texts of the pages of `submission`, in the chosen language. */
import { wordsOf } from '../../i18n/language-context.tsx';

export const useSubmissionWords = wordsOf({
  zh: () => import('./words.zh.ts'),
  en: () => import('./words.en.ts'),
});
