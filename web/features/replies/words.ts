/** The texts of the pages of `replies`, in the chosen language. */
import { wordsOf } from '../../i18n/language-context.tsx';

export const useRepliesWords = wordsOf({
  zh: () => import('./words.zh.ts'),
  en: () => import('./words.en.ts'),
});
