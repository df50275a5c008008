/** The texts of the pages of `implementation`, in the chosen language. */
import { wordsOf } from '../../i18n/language-context.tsx';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

export const useImplementationWords = wordsOf({ 'zh-CN': zh, en });
export type ImplementationWords = ReturnType<typeof useImplementationWords>;
