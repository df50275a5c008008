/** The texts of the pages of `agenda`, in the chosen language. */
import { wordsOf } from '../../i18n/language-context.tsx';

export const useAgendaWords = wordsOf({
  zh: () => import('./words.zh.ts'),
  en: () => import('./words.en.ts'),
});
