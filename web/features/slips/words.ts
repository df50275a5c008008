/** The texts of the pages of `slips`, in the chosen language. */
import { wordsOf } from '../../i18n/language-context.tsx';

export const useSlipsWords = wordsOf({
  zh: () => import('./words.zh.ts'),
  en: () => import('./words.en.ts'),
});
export type SlipsWords = ReturnType<typeof useSlipsWords>;
