/** The texts of the pages of `audit`, in the chosen language. */
import { wordsOf } from '../../i18n/language-context.tsx';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

export const useAuditWords = wordsOf({ 'zh-CN': zh, en });
export type AuditWords = ReturnType<typeof useAuditWords>;
