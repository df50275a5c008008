/**
 * The field at the head of a list, in which ideas are looked for while somebody types. The address
 * has what is looked for; a first search is a step that the browser's own button takes back.
 */
import { Suspense } from 'preact/compat';
import { useRef, useState } from 'preact/hooks';
import { useSearchParams } from 'wouter-preact';
import { SEARCH } from '../../../../shared/domain/kernel/text.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { lazilyOr } from '../../../i18n/lazily.ts';
import { Search, X } from '../../../ui/icon.ts';
import { Nothing } from '../../../ui/not-loaded.tsx';
import { searchStyle } from '../style.ts';
import { useTyping } from '../use-typing.ts';

const RecentList = lazilyOr(
  Nothing,
  async () => (await import('./recent-list.tsx')).RecentList,
  searchStyle,
);

/** @param props.clear what the button is called that empties it */
export function SearchField({ clear }: { readonly clear: string }) {
  const words = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [address, setAddress] = useSearchParams();
  const search = address.get('q') ?? '';
  const look = (text: string) => {
    // A new search begins without filters.
    const next = new URLSearchParams(search === '' || text === '' ? '' : address);
    if (text !== '') next.set('q', text);
    setAddress(next, { replace: search !== '' });
  };
  const { text, write, settle } = useTyping(field, search, look);
  const [inside, setInside] = useState(false);
  return (
    // biome-ignore lint/a11y/useSemanticElements: older browsers do not know <search>
    <form
      role="search"
      class="search-field no-print"
      onSubmit={event => {
        event.preventDefault();
        settle(text);
        // The keyboard of a phone makes room for what was found.
        field.current?.blur();
      }}
      onFocusIn={() => setInside(true)}
      onFocusOut={({ currentTarget, relatedTarget }) =>
        setInside(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))
      }
      onKeyDown={({ key }) => key === 'Escape' && setInside(false)}
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
            settle('');
            field.current?.focus();
          }}
        >
          <X class="icon" aria-hidden="true" />
        </button>
      )}
      {inside && text === '' && (
        <Suspense fallback={null}>
          <RecentList
            onChoose={chosen => {
              write(chosen);
              settle(chosen);
              field.current?.blur();
            }}
          />
        </Suspense>
      )}
    </form>
  );
}
