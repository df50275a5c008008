/** The ideas that are like the one being screened, each to be compared and merged into. */
import { Link } from 'wouter-preact';
import { paths } from '../../../paths.ts';
import type { People } from '../../../ui/person.tsx';
import { HitText, useSimilar } from '../../search/index.ts';
import { joinedTargets, type ScreenedIdea } from '../screening.ts';
import { useScreeningWords } from '../words.ts';

interface Props {
  readonly of: ScreenedIdea;
  /** Begins a merge into one of them; left out where the idea's state allows none. */
  readonly onMerge: ((into: ScreenedIdea) => void) | undefined;
}

export function Similar({ of, onMerge }: Props) {
  const words = useScreeningWords();
  const { id: except, title, problem } = of;
  const { data } = useSimilar({ title, problem, except });
  const near = data?.ideas ?? [];
  const people: People | undefined = data?.people;
  const open = joinedTargets([near.map(({ idea }) => idea)], of);
  if (near.length === 0) return null;
  return (
    <section class="similar" aria-labelledby="similar-ideas">
      <h3 id="similar-ideas">{words.similarTitle(near.length)}</h3>
      <ul class="rows">
        {near.map(found => (
          <li key={found.idea.id} class="similar-row">
            <Link href={paths.idea(found.idea.organization, found.idea.id)}>
              <HitText hit={found} people={people} />
            </Link>
            {onMerge !== undefined && open.includes(found.idea) && (
              <button
                type="button"
                class="secondary"
                aria-label={words.compareWith(found.idea.title)}
                onClick={() => onMerge(found.idea)}
              >
                {words.compare}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
