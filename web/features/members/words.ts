/** The texts of the pages of `members`, in the chosen language. */
import { wordsOf } from '../../i18n/language-context.tsx';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

export const useMembersWords = wordsOf({ 'zh-CN': zh, en });
export type MembersWords = ReturnType<typeof useMembersWords>;
