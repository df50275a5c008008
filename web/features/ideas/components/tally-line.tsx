/**
 * The counts of a ballot in one line: `赞成 7 · 反对 2 · 弃权 1`.
 */
import { CHOICES } from '../../../../shared/domain/idea/ballot.ts';
import type { Tally } from '../../../../shared/domain/idea/decision.ts';
import { useWords } from '../../../i18n/language-context.tsx';

export function TallyLine({ tally }: { readonly tally: Tally }) {
  const words = useWords();
  return (
    <span class="tally">
      {words.labelled(
        words.tally,
        // No number is parted from its choice, and no line begins with a dot.
        CHOICES.map(choice => `${words.choices[choice]}\u00a0${tally[choice]}`).join('\u00a0· '),
      )}
    </span>
  );
}
