/** The texts of the sheets to print, in the chosen language. */
import { wordsOf } from '../../i18n/language-context.tsx';

export const useSheetWords = wordsOf({
  zh: () => import('./words.zh.ts'),
  en: () => import('./words.en.ts'),
});
