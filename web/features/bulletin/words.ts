/** The texts of the pages of `bulletin`, in the chosen language. */
import { wordsOf } from '../../i18n/language-context.tsx';

export const useBulletinWords = wordsOf({
  zh: () => import('./words.zh.ts'),
  en: () => import('./words.en.ts'),
});
