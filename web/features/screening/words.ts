/** The texts of the pages of `screening`, in the chosen language. */
import { wordsOf } from '../../i18n/language-context.tsx';

export const useScreeningWords = wordsOf({
  zh: () => import('./words.zh.ts'),
  en: () => import('./words.en.ts'),
});
