/** The button that supports an idea; a second press withdraws the support. */
import { openForSupport } from '../../../../shared/domain/idea/idea.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { Failure } from '../../../ui/failure.tsx';
import type { ListedIdea } from '../listed-idea.ts';
import { useSupport } from '../support.ts';

type Props = {
  readonly idea: Pick<
    ListedIdea,
    'organization' | 'id' | 'title' | 'status' | 'supports' | 'supported'
  >;
};

export function SupportButton({ idea }: Props) {
  const words = useWords();
  const support = useSupport(idea);
  const { title, supports, supported } = idea;
  return (
    <div class="support">
      {openForSupport(idea) && (
        <button
          type="button"
          class={supported ? '' : 'outline'}
          aria-pressed={supported}
          aria-label={supported ? words.supportedOf(title) : words.supportOf(title)}
          onClick={() => support.mutate(!supported)}
        >
          {supported ? `✓ ${words.supported}` : words.support}
        </button>
      )}
      <span>{words.supports(supports)}</span>
      {support.error !== null && <Failure error={support.error} />}
    </div>
  );
}
