/** The texts of the strip of stages, in the chosen language. */
import { wordsOf } from '../../i18n/language-context.tsx';

export const usePipelineWords = wordsOf({
  zh: () => import('./words.zh.ts'),
  en: () => import('./words.en.ts'),
});
