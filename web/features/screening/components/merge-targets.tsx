/** The search for the idea that another goes into. */
import { useRef, useState } from 'preact/hooks';
import { SEARCH } from '../../../../shared/domain/kernel/text.ts';
import { Field } from '../../../ui/form/field.tsx';
import type { People } from '../../../ui/person.tsx';
import { useTyping } from '../../search/index.ts';
import type { ScreenedIdea } from '../screening.ts';
import { useMergeTargets } from '../use-merge-targets.ts';
import { useScreeningWords } from '../words.ts';

/** Beyond this number, typing on finds an idea sooner. */
const MOST_SHOWN = 12;

interface Props {
  readonly source: ScreenedIdea;
  readonly items: readonly ScreenedIdea[];
  readonly onChoose: (idea: ScreenedIdea, people: People) => void;
  readonly onCancel: () => void;
}

export function MergeTargets({ source, items, onChoose, onCancel }: Props) {
  const words = useScreeningWords();
  const field = useRef<HTMLInputElement>(null);
  const [search, setSearch] = useState('');
  const { text, write, settle } = useTyping(field, search, setSearch);
  const { found, people, complete } = useMergeTargets(source, items, search);
  return (
    <>
      <Field label={words.mergeSearch} hint={words.mergeSearchHint}>
        {control => (
          <input
            {...control}
            ref={field}
            type="search"
            autocomplete="off"
            maxLength={SEARCH.max}
            value={text}
            onInput={event => write(event.currentTarget.value)}
            onKeyDown={event => event.key === 'Enter' && !event.isComposing && settle(text)}
          />
        )}
      </Field>
      <p role="status">{found.length === 0 && complete && words.mergeNone}</p>
      <ol class="rows merge-targets" aria-label={words.mergeTargets}>
        {found.slice(0, MOST_SHOWN).map(item => (
          <li key={item.id}>
            <button type="button" class="plain" onClick={() => onChoose(item, people)}>
              <span class="desk-row-title">{item.title}</span>
              <span class="desk-row-excerpt">{item.excerpt}</span>
              <small>
                {[
                  item.status === 'on-agenda' && item.number !== undefined
                    ? words.numberShort(item.number)
                    : undefined,
                  words.statuses[item.status],
                  item.round === source.round ? undefined : words.roundName(item.round),
                ]
                  .filter(fact => fact !== undefined)
                  .join('\u00a0· ')}
              </small>
            </button>
          </li>
        ))}
      </ol>
      <p class="actions">
        <button type="button" class="secondary" onClick={onCancel}>
          {words.cancel}
        </button>
      </p>
    </>
  );
}
