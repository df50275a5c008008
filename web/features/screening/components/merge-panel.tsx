/**
 * Merges an idea into another with the same content: search for the other, compare both side by
 * side with the effect of a merge, and confirm.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { mergeIdea } from '../../../../shared/contract/routes/screening.ts';
import { Field } from '../../../ui/form/field.tsx';
import { ActFailure, IdeaFacts, IdeaText, StatusBadge, useAct } from '../../ideas/index.ts';
import { mergeTargets, type ScreenedIdea } from '../screening.ts';
import { useScreeningWords } from '../words.ts';

/** Beyond this number, typing on finds an idea sooner. */
const MOST_SHOWN = 12;

interface Props {
  readonly source: ScreenedIdea;
  readonly items: readonly ScreenedIdea[];
  readonly onDone: (said: string) => void;
  readonly onCancel: () => void;
}

export function MergePanel({ source, items, onDone, onCancel }: Props) {
  const words = useScreeningWords();
  const [target, setTarget] = useState<ScreenedIdea['id'] | undefined>(undefined);
  const panel = useRef<HTMLElement>(null);
  const chosen = items.find(({ id }) => id === target);
  useLayoutEffect(
    () => panel.current?.querySelector<HTMLElement>(chosen === undefined ? 'input' : 'h2')?.focus(),
    [chosen === undefined],
  );
  return (
    <section
      ref={panel}
      class="agenda-card"
      aria-labelledby="merge-title"
      onKeyDown={event => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <h2 id="merge-title" tabIndex={-1}>
        {words.mergeTitle(source.title)}
      </h2>
      {chosen === undefined ? (
        <Targets source={source} items={items} onChoose={setTarget} onCancel={onCancel} />
      ) : (
        <Comparison
          source={source}
          target={chosen}
          items={items}
          onDone={onDone}
          onAnother={() => setTarget(undefined)}
          onCancel={onCancel}
        />
      )}
    </section>
  );
}

interface TargetsProps {
  readonly source: ScreenedIdea;
  readonly items: readonly ScreenedIdea[];
  readonly onChoose: (idea: ScreenedIdea['id']) => void;
  readonly onCancel: () => void;
}

function Targets({ source, items, onChoose, onCancel }: TargetsProps) {
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
      <ol class="choosing" aria-label={words.mergeSearch}>
        {found.slice(0, MOST_SHOWN).map(item => (
          <li key={item.id}>
            <button type="button" class="plain" onClick={() => onChoose(item.id)}>
              {item.status === 'on-agenda' && item.number !== undefined && (
                <span class="item-number">{words.numberShort(item.number)}</span>
              )}
              <span class="item-title">{item.title}</span>
              <small>{words.statuses[item.status]}</small>
            </button>
          </li>
        ))}
      </ol>
      <button type="button" class="secondary" onClick={onCancel}>
        {words.cancel}
      </button>
    </>
  );
}

interface ComparisonProps {
  readonly source: ScreenedIdea;
  readonly target: ScreenedIdea;
  /** The title of the idea that it went into, if that differs from the chosen one. */
  readonly items: readonly ScreenedIdea[];
  readonly onDone: (said: string) => void;
  readonly onAnother: () => void;
  readonly onCancel: () => void;
}

function Comparison({ source, target, items, onDone, onAnother, onCancel }: ComparisonProps) {
  const words = useScreeningWords();
  const path = { organization: source.organization, idea: source.id };
  // The compared version, until it turns out to be outdated.
  const [seen, setSeen] = useState<number | undefined>(source.version);
  const merging = useAct(
    (call, ifMatch: number) => call(mergeIdea, { path, body: { into: target.id }, ifMatch }),
    ({ into }) => {
      const title = items.find(({ id }) => id === into)?.title;
      onDone(
        into === target.id
          ? words.mergedSaid(source.title, target.title)
          : words.mergedOnSaid(source.title, target.title, title),
      );
    },
  );
  const authors = [source.authorId, ...source.coAuthors].filter(id => id !== undefined);
  return (
    <>
      <div class="side-by-side">
        <Side heading={words.mergeSource} idea={source} />
        <Side heading={words.mergeTarget} idea={target} />
      </div>
      <h3>{words.mergeConsequences}</h3>
      <ul>
        <li>{words.mergeSupport(source.supports, target.supports)}</li>
        <li>
          {authors.length === 0 ? words.mergeUnnamed : words.mergeAuthors(authors.join('、'))}
        </li>
        <li>{words.mergeOnlyOne}</li>
        {/*
         * A member who has not voted does not learn whether anybody has; on the agenda a member may
         * have.
         */}
        <li>{target.status === 'on-agenda' ? words.mergeUndoVoting : words.mergeUndo}</li>
      </ul>
      <ActFailure
        of={{
          error: merging.error,
          reset: () => {
            merging.reset();
            setSeen(undefined);
          },
        }}
      />
      <p class="actions">
        <button
          type="button"
          disabled={merging.isPending}
          aria-busy={merging.isPending}
          onClick={() => merging.mutate(seen ?? source.version)}
        >
          {words.mergeNow}
        </button>
        <button type="button" class="secondary" onClick={onAnother}>
          {words.chooseAnother}
        </button>
        <button type="button" class="secondary outline" onClick={onCancel}>
          {words.cancel}
        </button>
      </p>
    </>
  );
}

function Side({ heading, idea }: { readonly heading: string; readonly idea: ScreenedIdea }) {
  const words = useScreeningWords();
  return (
    <article>
      <small>{heading}</small>
      <h3>{idea.title}</h3>
      <StatusBadge status={idea.status} /> <IdeaFacts idea={idea} />
      <br />
      <small class="facts">{words.supports(idea.supports)}</small>
      <IdeaText idea={idea} />
    </article>
  );
}
