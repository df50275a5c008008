/** An amount in whole yuan, with separated thousands. */
import { useLanguage } from '../../../i18n/language-context.tsx';

export function Yuan({ amount }: { readonly amount: number }) {
  const { words, language } = useLanguage();
  return <>{words.yuan(amount.toLocaleString(language))}</>;
}
