/** The texts of the pages of `slips`, in the chosen language. */
import { wordsOf } from '../../i18n/language-context.tsx';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

export const useSlipsWords = wordsOf({ 'zh-CN': zh, en });
export type SlipsWords = ReturnType<typeof useSlipsWords>;
