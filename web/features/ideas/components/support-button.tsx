/**
 * The button that supports an idea; a second press, or the undo of its toast, withdraws the support.
 */
import { openForSupport } from '../../../../shared/domain/idea/idea.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { ThumbsUp } from '../../../ui/icon.ts';
import { useToast } from '../../../ui/toast.tsx';
import type { ListedIdea } from '../listed-idea.ts';
import { useSupport, useWithWaitingSupport } from '../support.ts';

type Props = {
  readonly idea: Pick<
    ListedIdea,
    'organization' | 'id' | 'title' | 'status' | 'supports' | 'supported'
  >;
};

export function SupportButton({ idea: read }: Props) {
  const words = useWords();
  const toast = useToast();
  const { idea, waits } = useWithWaitingSupport(read);
  const support = useSupport(idea);
  const { title, supports, supported } = idea;
  const press = () => {
    support.mutate(!supported);
    if (!supported) toast(words.supportedOf(title), () => support.mutate(false));
  };
  return (
    <div class="support">
      {openForSupport(idea) && (
        <button
          type="button"
          class={supported ? 'secondary chosen' : 'secondary'}
          aria-pressed={supported}
          aria-label={supported ? words.supportedOf(title) : words.supportOf(title)}
          onClick={press}
        >
          <ThumbsUp class="icon" aria-hidden="true" />
          {supported ? words.supported : words.support}
        </button>
      )}
      <span>
        {words.supports(supports)}
        {waits && `\u00a0· ${words.waitsToBeSent}`}
      </span>
      {support.error !== null && <Failure error={support.error} />}
    </div>
  );
}
