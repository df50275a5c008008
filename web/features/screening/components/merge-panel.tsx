/**
 * Merges an idea into another with the same content: first the search for the other, then both side
 * by side with the effect of a merge.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { People } from '../../../ui/person.tsx';
import type { ScreenedIdea } from '../screening.ts';
import { useScreeningWords } from '../words.ts';
import { MergeComparison } from './merge-comparison.tsx';
import { MergeTargets } from './merge-targets.tsx';

interface Props {
  readonly source: ScreenedIdea;
  readonly items: readonly ScreenedIdea[];
  readonly people: People;
  /** The other one, if it is known already. */
  readonly target?: ScreenedIdea | undefined;
  readonly onDone: (said: string) => void;
  readonly onCancel: () => void;
}

export function MergePanel({ source, items, people, target, onDone, onCancel }: Props) {
  const words = useScreeningWords();
  const [picked, setPicked] = useState(target);
  const [others, setOthers] = useState<People>({});
  const panel = useRef<HTMLElement>(null);
  // As the page has it now, if it is one of this round.
  const chosen = items.find(({ id }) => id === picked?.id) ?? picked;
  useLayoutEffect(
    () => panel.current?.querySelector<HTMLElement>(chosen === undefined ? 'input' : 'h2')?.focus(),
    [chosen === undefined],
  );
  return (
    <section
      ref={panel}
      class="desk-card"
      aria-labelledby="merge-title"
      onKeyDown={event => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <h2 id="merge-title" tabIndex={-1}>
        {words.mergeTitle(source.title)}
      </h2>
      {chosen === undefined ? (
        <MergeTargets
          source={source}
          items={items}
          onChoose={(idea, known) => {
            setPicked(idea);
            setOthers(known);
          }}
          onCancel={onCancel}
        />
      ) : (
        <MergeComparison
          source={source}
          target={chosen}
          items={items}
          people={{ ...others, ...people }}
          onDone={onDone}
          onAnother={() => setPicked(undefined)}
          onCancel={onCancel}
        />
      )}
    </section>
  );
}
