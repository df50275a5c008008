/**
 * Work in progress, overdue work, and work that waits for acceptance or a reward, for everybody to
 * see; the most urgent first. The selection is part of the address.
 */
import { useSearchParams } from 'wouter-preact';
import { WORK_STATES } from '../../../../shared/domain/idea/work.ts';
import { Empty } from '../../../ui/empty.tsx';
import { MoreButton } from '../../../ui/more-button.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { useImplementations, WorkCard } from '../../ideas/index.ts';
import { WorkExport } from '../components/work-export.tsx';
import { useImplementationWords } from '../words.ts';

const VIEWS = ['overdue', ...WORK_STATES] as const;

export function TrackingPage() {
  const words = useImplementationWords();
  const [search, setSearch] = useSearchParams();
  const view = VIEWS.find(one => one === search.get('show')) ?? 'implementing';
  const filters = view === 'overdue' ? { overdue: 'true' as const } : { state: view };
  const work = useImplementations(filters);
  return (
    <section>
      <PageTitle text={words.trackingTitle} />
      <p>{words.trackingText}</p>
      <label class="round-select">
        {words.trackingShow}
        <select
          value={view}
          onChange={event =>
            setSearch(new URLSearchParams({ show: event.currentTarget.value }), { replace: true })
          }
        >
          {VIEWS.map(one => (
            <option key={one} value={one}>
              {words.trackingViews[one]}
            </option>
          ))}
        </select>
      </label>
      <QueryView of={work}>
        {({ pages }) => {
          const items = pages.flatMap(({ items }) => items);
          // A page may be empty after filtering although later ones are not.
          if (items.length === 0)
            return work.hasNextPage ? null : (
              <Empty text={words.trackingEmpty(words.trackingViews[view])} />
            );
          return (
            <ul class="cards" aria-label={words.trackingTitle}>
              {items.map(item => (
                <WorkCard key={item.id} item={item} />
              ))}
            </ul>
          );
        }}
      </QueryView>
      <MoreButton of={work} />
      <WorkExport filters={filters} />
    </section>
  );
}
