/** The texts of the pages of `profile`, in the chosen language. */
import { wordsOf } from '../../i18n/language-context.tsx';

export const useProfileWords = wordsOf({
  zh: () => import('./words.zh.ts'),
  en: () => import('./words.en.ts'),
});
