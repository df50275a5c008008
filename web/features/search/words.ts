/** The texts of `search`, in the chosen language. */
import { wordsOf } from '../../i18n/language-context.tsx';

export const useSearchWords = wordsOf({
  zh: () => import('./words.zh.ts'),
  en: () => import('./words.en.ts'),
});
