/** The texts of the pages of `home`, in the chosen language. */
import { wordsOf } from '../../i18n/language-context.tsx';

export const useHomeWords = wordsOf({
  zh: () => import('./words.zh.ts'),
  en: () => import('./words.en.ts'),
});
