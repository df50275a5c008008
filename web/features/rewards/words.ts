/** The texts of the pages of `rewards`, in the chosen language. */
import { wordsOf } from '../../i18n/language-context.tsx';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

export const useRewardsWords = wordsOf({ 'zh-CN': zh, en });
export type RewardsWords = ReturnType<typeof useRewardsWords>;
