/** The texts of the pages of `implementation`, in the chosen language. */
import { wordsOf } from '../../i18n/language-context.tsx';

export const useImplementationWords = wordsOf({
  zh: () => import('./words.zh.ts'),
  en: () => import('./words.en.ts'),
});
export type ImplementationWords = ReturnType<typeof useImplementationWords>;
