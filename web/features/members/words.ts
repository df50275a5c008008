/** The texts of the pages of `members`, in the chosen language. */
import { wordsOf } from '../../i18n/language-context.tsx';

export const useMembersWords = wordsOf({
  zh: () => import('./words.zh.ts'),
  en: () => import('./words.en.ts'),
});
export type MembersWords = ReturnType<typeof useMembersWords>;
