/** The texts of the pages of `settings`, in the chosen language. */
import { wordsOf } from '../../i18n/language-context.tsx';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

export const useSettingsWords = wordsOf({ 'zh-CN': zh, en });
export type SettingsWords = ReturnType<typeof useSettingsWords>;
