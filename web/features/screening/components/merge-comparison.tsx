/** Both ideas of a merge side by side, what the merge does, and the merge itself. */
import { useState } from 'preact/hooks';
import { mergeIdea } from '../../../../shared/contract/routes/screening.ts';
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { authorOf } from '../../../ui/author.ts';
import { nameOf, type People } from '../../../ui/person.tsx';
import { ActFailure, IdeaText, StatusBadge, useAct } from '../../ideas/index.ts';
import type { ScreenedIdea } from '../screening.ts';
import { useScreeningWords } from '../words.ts';

interface Props {
  readonly source: ScreenedIdea;
  readonly target: ScreenedIdea;
  /** For the title of the idea that it went into, if that differs from the chosen one. */
  readonly items: readonly ScreenedIdea[];
  readonly people: People;
  readonly onDone: (said: string) => void;
  readonly onAnother: () => void;
  readonly onCancel: () => void;
}

export function MergeComparison(props: Props) {
  const { source, target, items, people, onDone, onAnother, onCancel } = props;
  const words = useScreeningWords();
  // The compared version, until it turns out to be outdated.
  const [seen, setSeen] = useState<number | undefined>(source.version);
  const path = { organization: source.organization, idea: source.id };
  const merging = useAct(
    (call, ifMatch: number) => call(mergeIdea, { path, body: { into: target.id }, ifMatch }),
    ({ into }) => onDone(mergedInto(into)),
    { rereads: true },
  );
  const mergedInto = (into: IdeaId | undefined): string =>
    into === target.id
      ? words.mergedSaid(source.title, target.title)
      : words.mergedOnSaid(source.title, target.title, items.find(({ id }) => id === into)?.title);
  return (
    <>
      <div class="side-by-side">
        <Side heading={words.mergeSource} idea={source} people={people} />
        <Side heading={words.mergeTarget} idea={target} people={people} />
      </div>
      <h3>{words.mergeConsequences}</h3>
      <ul>
        <li>{words.mergeSupport(source.supports, target.supports)}</li>
        <li>
          <Authors of={source} people={people} />
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
        <button type="button" class="plain" onClick={onCancel}>
          {words.cancel}
        </button>
      </p>
    </>
  );
}

function Authors({ of, people }: { readonly of: ScreenedIdea; readonly people: People }) {
  const words = useScreeningWords();
  const authors = [of.authorId, ...of.coAuthors].filter(id => id !== undefined);
  if (of.authorHidden) return <>{words.mergeHidden}</>;
  if (authors.length === 0) return <>{words.mergeUnnamed}</>;
  return (
    <>{words.mergeAuthors(authors.map(id => nameOf(id, people, words).name).join(words.listed))}</>
  );
}

interface SideProps {
  readonly heading: string;
  readonly idea: ScreenedIdea;
  readonly people: People;
}

function Side({ heading, idea, people }: SideProps) {
  const words = useScreeningWords();
  return (
    <article class="card">
      <small>{heading}</small>
      <h3>{idea.title}</h3>
      <StatusBadge status={idea.status} />{' '}
      <small class="facts">
        {[authorOf(idea, people, words), idea.category, words.supports(idea.supports)].join(
          '\u00a0· ',
        )}
      </small>
      <IdeaText idea={idea} />
    </article>
  );
}
