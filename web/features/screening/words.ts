/** The texts of the pages of `screening`, in the chosen language. */
import { wordsOf } from '../../i18n/language-context.tsx';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

export const useScreeningWords = wordsOf({ 'zh-CN': zh, en });
