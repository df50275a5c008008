/** The texts of the pages of `rewards`, in the chosen language. */
import { wordsOf } from '../../i18n/language-context.tsx';

export const useRewardsWords = wordsOf({
  zh: () => import('./words.zh.ts'),
  en: () => import('./words.en.ts'),
});
export type RewardsWords = ReturnType<typeof useRewardsWords>;
