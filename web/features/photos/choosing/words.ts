/** The texts of the field of photos before there are any, which forms show at once. */
import { wordsOf } from '../../../i18n/language-context.tsx';

export const useChoosingWords = wordsOf({
  zh: () => import('./words.zh.ts'),
  en: () => import('./words.en.ts'),
});
