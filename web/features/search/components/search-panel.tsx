/**
 * Looks for ideas from everywhere: a field, what it finds while somebody types, and the keys to
 * move through it. A combobox after WAI-ARIA 1.2: the focus stays in the field.
 */
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { SEARCH } from '../../../../shared/domain/kernel/text.ts';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { Search } from '../../../ui/icon.ts';
import { useRecentSearches } from '../recent-searches.ts';
import { ideaIdIn, searchAddress, searchOf } from '../search-view.ts';
import { type Hit, useFound } from '../use-found.ts';
import { useTyping } from '../use-typing.ts';
import { useSearchWords } from '../words.ts';
import { HitText } from './hit-text.tsx';

/** How many ideas are shown; the list has all of them. */
const MOST = 7;

/** A line that Enter or a press opens. */
interface Option {
  readonly key: string;
  readonly href: string;
  readonly hit?: Hit;
  readonly text?: string;
  /** The earlier search that it repeats. */
  readonly again?: string;
}

export function SearchPanel({ onClose }: { readonly onClose: () => void }) {
  const words = useSearchWords();
  const { organization } = useOrganization();
  const [, go] = useLocation();
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const [search, setSearch] = useState('');
  const { text, write, settle } = useTyping(field, search, setSearch);
  const { recent, remember } = useRecentSearches();
  const [active, setActive] = useState(0);
  const number = ideaIdIn(search);
  const found = useFound(searchOf(number === undefined ? search : ''));
  const [page] = search === '' ? [] : (found.data?.pages ?? []);
  const listOf = (wanted: string) =>
    `${paths.round(organization.id)}?${searchAddress(searchOf(wanted))}`;
  const options = ((): readonly Option[] => {
    if (number !== undefined)
      return [{ key: number, href: paths.idea(organization.id, number), text: words.openIdea }];
    if (search === '')
      return recent.map(one => ({ key: one, href: listOf(one), text: one, again: one }));
    if (page === undefined || page.hits.length === 0) return [];
    const hits = page.hits.slice(0, MOST);
    const all = { key: 'all', href: listOf(search), text: words.seeAllFound(page.total) };
    return [
      ...hits.map(hit => ({
        key: hit.idea.id,
        href: paths.idea(organization.id, hit.idea.id),
        hit,
      })),
      ...(page.total > hits.length ? [all] : []),
    ];
  })();
  const at = Math.min(active, options.length - 1);
  const chosen = options[at];
  const optionId = ({ key }: Option) => `${id}-${key}`;

  useLayoutEffect(() => {
    dialog.current?.showModal();
    field.current?.focus();
  }, []);
  useLayoutEffect(() => setActive(0), [search]);
  useLayoutEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const close = () => dialog.current?.close();
  const opened = ({ again = search }: Option) => {
    remember(again);
    close();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the key that closes a dialog
    <dialog
      ref={dialog}
      class="search-panel"
      aria-label={words.searchIdeas}
      onClose={onClose}
      // The backdrop is the dialog's own.
      onClick={event => event.target === dialog.current && close()}
    >
      <div class="search-field">
        <Search class="icon" aria-hidden="true" />
        <input
          ref={field}
          type="search"
          role="combobox"
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-expanded={options.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen && optionId(chosen)}
          autocomplete="off"
          spellcheck={false}
          maxLength={SEARCH.max}
          aria-label={words.searchIdeas}
          placeholder={words.searchIdeas}
          value={text}
          onInput={event => write(event.currentTarget.value)}
          onKeyDown={event => {
            // The keys of an input method are its own. Safari ends the composition before.
            if (event.isComposing || event.keyCode === 229) return;
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
              event.preventDefault();
              const next = at + (event.key === 'ArrowDown' ? 1 : -1);
              setActive(Math.min(Math.max(next, 0), Math.max(options.length - 1, 0)));
            } else if (event.key === 'Escape') {
              // By itself, a search field would take the first press to be emptied.
              event.preventDefault();
              close();
            } else if (event.key === 'Enter') {
              event.preventDefault();
              // What is in view belongs to what was typed before.
              if (text.trim() !== search) settle(text);
              else if (chosen !== undefined) {
                opened(chosen);
                go(chosen.href);
              }
            }
          }}
        />
      </div>
      {found.error !== null && <Failure error={found.error} onRetry={found.refetch} />}
      {page?.total === 0 && (
        <div class="search-nothing">
          <p>{words.nothingFound(search)}</p>
          <p class="muted">{words.fewerWords}</p>
          <Link href={paths.handIn(organization.id)} class="button secondary" onClick={close}>
            {words.navHandIn}
          </Link>
        </div>
      )}
      {search === '' && recent.length > 0 && (
        <p class="search-heading" aria-hidden="true">
          {words.recentSearches}
        </p>
      )}
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={search === '' ? words.recentSearches : words.foundList(search)}
        hidden={options.length === 0}
      >
        {options.map((option, place) => (
          <Link
            key={option.key}
            id={optionId(option)}
            href={option.href}
            role="option"
            tabIndex={-1}
            aria-selected={place === at}
            onClick={() => opened(option)}
          >
            {option.hit === undefined ? (
              <span>{option.text}</span>
            ) : (
              <HitText hit={option.hit} people={page?.people} />
            )}
          </Link>
        ))}
      </div>
      <p class="search-foot">
        <small role="status">
          {search === '' ? words.panelHint : page !== undefined && words.found(page.total)}
        </small>
        <small>{words.panelKeys}</small>
      </p>
    </dialog>
  );
}
