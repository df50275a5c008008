/** All texts of the administrator's pages, shared and own, in the chosen language. */
import { useLanguage, wordsOf } from '../../language/language-context.tsx';
import type { Dictionary } from '../../language/zh.ts';
import { enAdministrator } from './en.ts';
import { type AdministratorWords, zhAdministrator } from './zh.ts';

export type Words = Dictionary & AdministratorWords;

const useOwnWords = wordsOf<AdministratorWords>({ 'zh-CN': zhAdministrator, en: enAdministrator });

/** Merged once for each language, not for each component. */
const together = new WeakMap<Dictionary, Words>();

export function useAdministratorWords(): Words {
  const { words } = useLanguage();
  const own = useOwnWords();
  const known = together.get(words) ?? { ...words, ...own };
  together.set(words, known);
  return known;
}
