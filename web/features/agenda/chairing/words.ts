/** The texts of arranging an agenda, of deciding with a reason, and of publishing: for few voters. */
import { wordsOf } from '../../../i18n/language-context.tsx';

export const useChairingWords = wordsOf({
  zh: () => import('./words.zh.ts'),
  en: () => import('./words.en.ts'),
});
