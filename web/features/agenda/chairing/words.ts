/** The texts of arranging an agenda and of deciding with a reason, which voters do not load. */
import { wordsOf } from '../../../i18n/language-context.tsx';

export const useChairingWords = wordsOf({
  zh: () => import('./words.zh.ts'),
  en: () => import('./words.en.ts'),
});
