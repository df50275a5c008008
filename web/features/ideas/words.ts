/** The texts of the pages of `ideas`, in the chosen language. */
import { wordsOf } from '../../i18n/language-context.tsx';

export const useIdeasWords = wordsOf({
  zh: () => import('./words.zh.ts'),
  en: () => import('./words.en.ts'),
});
