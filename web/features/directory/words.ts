/** The texts of `directory`, in the chosen language. */
import { wordsOf } from '../../i18n/language-context.tsx';

export const useDirectoryWords = wordsOf({
  zh: () => import('./words.zh.ts'),
  en: () => import('./words.en.ts'),
});
