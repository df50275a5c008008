/** The texts of the pages of `outbox`, in the chosen language. */
import { wordsOf } from '../../i18n/language-context.tsx';

export const useOutboxWords = wordsOf({
  zh: () => import('./words.zh.ts'),
  en: () => import('./words.en.ts'),
});
