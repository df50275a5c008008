/** The texts of the pages of `settings`, in the chosen language. */
import { wordsOf } from '../../i18n/language-context.tsx';

export const useSettingsWords = wordsOf({
  zh: () => import('./words.zh.ts'),
  en: () => import('./words.en.ts'),
});
export type SettingsWords = ReturnType<typeof useSettingsWords>;
