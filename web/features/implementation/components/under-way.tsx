/** Work with an owner: under way, overdue, or waiting for acceptance. */
import { useSearchParams } from 'wouter-preact';
import { Empty } from '../../../ui/empty.tsx';
import { MoreButton } from '../../../ui/more-button.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { useImplementations } from '../../ideas/index.ts';
import { useImplementationWords } from '../words.ts';
import { UnderWayTable } from './under-way-table.tsx';

const VIEWS = ['implementing', 'overdue', 'completed'] as const;

export function UnderWay({ onSaid }: { readonly onSaid: (said: string) => void }) {
  const words = useImplementationWords();
  const [search, setSearch] = useSearchParams();
  const view = VIEWS.find(one => one === search.get('show')) ?? 'implementing';
  const work = useImplementations(view === 'overdue' ? { overdue: 'true' } : { state: view });
  return (
    <>
      <fieldset class="chips">
        <legend class="visually-hidden">{words.trackingShow}</legend>
        {VIEWS.map(one => (
          <button
            key={one}
            type="button"
            class="chip"
            aria-pressed={one === view}
            onClick={() => setSearch(new URLSearchParams({ show: one }), { replace: true })}
          >
            {words.trackingViews[one]}
          </button>
        ))}
      </fieldset>
      <QueryView of={work}>
        {({ pages }) => {
          const items = pages.flatMap(({ items }) => items);
          // A page may be empty after filtering although later ones are not.
          if (items.length === 0)
            return work.hasNextPage ? null : (
              <Empty text={words.trackingEmpty(words.trackingViews[view])} />
            );
          return (
            <UnderWayTable
              items={items}
              people={Object.assign({}, ...pages.map(({ people }) => people))}
              onSaid={onSaid}
            />
          );
        }}
      </QueryView>
      <MoreButton of={work} />
    </>
  );
}
