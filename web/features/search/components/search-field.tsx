/** The field at the head of a list, in which ideas are looked for while somebody types. */
import { useRef } from 'preact/hooks';
import { SEARCH } from '../../../../shared/domain/kernel/text.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { Search, X } from '../../../ui/icon.ts';
import { useTyping } from '../use-typing.ts';

interface Props {
  /** What is looked for now. */
  readonly search: string;
  readonly onSearch: (search: string) => void;
  /** What the button is called that empties it. */
  readonly clear: string;
}

export function SearchField({ search, onSearch, clear }: Props) {
  const words = useWords();
  const field = useRef<HTMLInputElement>(null);
  const { text, write, settle } = useTyping(field, search, onSearch);
  return (
    // biome-ignore lint/a11y/useSemanticElements: older browsers do not know <search>
    <form
      role="search"
      class="search-field no-print"
      onSubmit={event => {
        event.preventDefault();
        settle();
        // The keyboard of a phone makes room for what was found.
        field.current?.blur();
      }}
    >
      <Search class="icon" aria-hidden="true" />
      <input
        ref={field}
        type="search"
        enterkeyhint="search"
        autocomplete="off"
        maxLength={SEARCH.max}
        aria-label={words.searchIdeas}
        placeholder={words.searchIdeas}
        value={text}
        onInput={event => write(event.currentTarget.value)}
      />
      {text !== '' && (
        <button
          type="button"
          class="plain"
          aria-label={clear}
          onClick={() => {
            write('');
            onSearch('');
            field.current?.focus();
          }}
        >
          <X class="icon" aria-hidden="true" />
        </button>
      )}
    </form>
  );
}
