/** An idea's status: a sign, a word and a colour, each of which suffices alone. */
import type { IdeaStatus } from '../../../../shared/domain/idea/lifecycle.ts';
import { useWords } from '../../../i18n/language-context.tsx';

const SIGNS = {
  submitted: '○',
  returned: '↩',
  'on-agenda': '◐',
  adopted: '✓',
  declined: '✕',
  deferred: '↷',
  implementing: '▶',
  completed: '■',
  accepted: '★',
  abandoned: '✕',
  withdrawn: '–',
  merged: '⇒',
} as const satisfies Record<IdeaStatus, string>;

export function StatusBadge({ status }: { readonly status: IdeaStatus }) {
  const words = useWords();
  return (
    <span class={`badge ${status}`}>
      <span aria-hidden="true">{SIGNS[status]}</span> {words.statuses[status]}
    </span>
  );
}
