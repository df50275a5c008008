/** The search for the idea that another goes into. */
import { useState } from 'preact/hooks';
import { Field } from '../../../ui/form/field.tsx';
import { mergeTargets, type ScreenedIdea } from '../screening.ts';
import { useScreeningWords } from '../words.ts';

/** Beyond this number, typing on finds an idea sooner. */
const MOST_SHOWN = 12;

interface Props {
  readonly source: ScreenedIdea;
  readonly items: readonly ScreenedIdea[];
  readonly onChoose: (idea: ScreenedIdea['id']) => void;
  readonly onCancel: () => void;
}

export function MergeTargets({ source, items, onChoose, onCancel }: Props) {
  const words = useScreeningWords();
  const [typed, setTyped] = useState('');
  const found = mergeTargets(items, source, typed);
  return (
    <>
      <Field label={words.mergeSearch} hint={words.mergeSearchHint}>
        {control => (
          <input
            {...control}
            type="search"
            autocomplete="off"
            value={typed}
            onInput={event => setTyped(event.currentTarget.value)}
          />
        )}
      </Field>
      <p role="status">{found.length === 0 && words.mergeNone}</p>
      <ol class="rows merge-targets" aria-label={words.mergeSearch}>
        {found.slice(0, MOST_SHOWN).map(item => (
          <li key={item.id}>
            <button type="button" class="plain" onClick={() => onChoose(item.id)}>
              <span class="desk-row-title">{item.title}</span>
              <span class="desk-row-excerpt">{item.excerpt}</span>
              <small>
                {item.status === 'on-agenda' && item.number !== undefined
                  ? `${words.numberShort(item.number)} · ${words.statuses[item.status]}`
                  : words.statuses[item.status]}
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
