/** The texts of the pages of `calendar`, in the chosen language. */
import { wordsOf } from '../../i18n/language-context.tsx';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

export const useCalendarWords = wordsOf({ 'zh-CN': zh, en });
export type CalendarWords = ReturnType<typeof useCalendarWords>;
