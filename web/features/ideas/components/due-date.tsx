/** The last day of a piece of work, and how many days are left: in words, and in red once overdue. */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { calendarDay } from '../../../i18n/moments.ts';
import { useIdeasWords } from '../words.ts';

type Implementation = NonNullable<ReplyOf<typeof getIdea>['implementation']>;

interface Props {
  readonly of: Pick<Implementation, 'due' | 'daysLeft' | 'overdue'>;
}

export function DueDate({ of: { due, daysLeft, overdue } }: Props) {
  const { words: common, language } = useLanguage();
  const words = useIdeasWords();
  const left = daysLeft === undefined ? words.overdue : words.daysLeft(daysLeft);
  return (
    <span class="due-date">
      {common.labelled(words.due, calendarDay(due, language))}{' '}
      {overdue ? (
        <span class="badge overdue">
          <span aria-hidden="true">⚠</span> {left}
        </span>
      ) : (
        daysLeft !== undefined && <small>{left}</small>
      )}
    </span>
  );
}
