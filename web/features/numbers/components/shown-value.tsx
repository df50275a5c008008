/** A published number, and beside it the present one if its text differs. */
import { useLanguage } from '../../../i18n/language-context.tsx';
import type { Shown } from '../series.ts';
import { valueText } from '../series.ts';
import { useNumbersWords } from '../words.ts';

export function ShownValue({ value, now }: Shown) {
  const { language } = useLanguage();
  return (
    <>
      {valueText(value, language)} <Since value={value} now={now} />
    </>
  );
}

/** Only the present value, if it differs. */
export function Since({ value, now }: Shown) {
  const { language } = useLanguage();
  const words = useNumbersWords();
  const text = valueText(now, language);
  return text === valueText(value, language) ? null : (
    <small class="since">{words.nowIs(text)}</small>
  );
}
