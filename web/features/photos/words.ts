/** The texts of photos, in the chosen language. */
import { wordsOf } from '../../i18n/language-context.tsx';

export const usePhotosWords = wordsOf({
  zh: () => import('./words.zh.ts'),
  en: () => import('./words.en.ts'),
});
