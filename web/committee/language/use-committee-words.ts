/** All texts of the committee's pages, shared and own, in the chosen language. */
import { useLanguage, wordsOf } from '../../language/language-context.tsx';
import type { Dictionary } from '../../language/zh.ts';
import { enCommittee } from './en.ts';
import { type CommitteeWords, zhCommittee } from './zh.ts';

const useOwnWords = wordsOf<CommitteeWords>({ 'zh-CN': zhCommittee, en: enCommittee });

/** Merged once for each language, not for each component. */
const together = new WeakMap<Dictionary, Dictionary & CommitteeWords>();

export function useCommitteeWords(): Dictionary & CommitteeWords {
  const { words } = useLanguage();
  const own = useOwnWords();
  const known = together.get(words) ?? { ...words, ...own };
  together.set(words, known);
  return known;
}
