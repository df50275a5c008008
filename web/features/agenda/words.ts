/** The texts of the pages of `agenda`, in the chosen language. */
import { wordsOf } from '../../i18n/language-context.tsx';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

export const useAgendaWords = wordsOf({ 'zh-CN': zh, en });
