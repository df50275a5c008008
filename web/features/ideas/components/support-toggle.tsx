/** The support of an idea in a dense row: the count, and a press to support or to withdraw it. */
import { openForSupport } from '../../../../shared/domain/idea/idea.ts';
import { Failure } from '../../../ui/failure.tsx';
import { Clock, ThumbsUp } from '../../../ui/icon.ts';
import type { ListedIdea } from '../listed-idea.ts';
import { useSupport, useWithWaitingSupport } from '../support.ts';
import { useIdeasWords } from '../words.ts';

export function SupportToggle({ idea: read }: { readonly idea: ListedIdea }) {
  const words = useIdeasWords();
  const { idea, waits } = useWithWaitingSupport(read);
  const support = useSupport(idea);
  const { title, supports, supported } = idea;
  if (!openForSupport(idea))
    return (
      <span class="support-count">
        <ThumbsUp class="icon" aria-hidden="true" />
        {supports}
        <span class="visually-hidden"> {words.support}</span>
      </span>
    );
  return (
    <>
      <button
        type="button"
        class="plain support-toggle"
        aria-pressed={supported}
        aria-label={`${supported ? words.supportedOf(title) : words.supportOf(title)} ${supports}${waits ? ` ${words.waitsToBeSent}` : ''}`}
        onClick={() => support.mutate(!supported)}
      >
        <ThumbsUp class="icon" aria-hidden="true" />
        {supports}
        {waits && <Clock class="icon" aria-hidden="true" />}
      </button>
      {support.error !== null && <Failure error={support.error} />}
    </>
  );
}
