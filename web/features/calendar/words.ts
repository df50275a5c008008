/** The texts of the pages of `calendar`, in the chosen language. */
import { wordsOf } from '../../i18n/language-context.tsx';

export const useCalendarWords = wordsOf({
  zh: () => import('./words.zh.ts'),
  en: () => import('./words.en.ts'),
});
export type CalendarWords = ReturnType<typeof useCalendarWords>;
