/**
 * Work in progress, overdue work, and work that waits for acceptance or a reward, for everybody to
 * see; the most urgent first. The choice is part of the address.
 */
import { Link, useSearchParams } from 'wouter-preact';
import { WORK_STATES } from '../../../../shared/domain/idea/work.ts';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { MoreButton } from '../../../ui/more-button.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { useImplementations } from '../../ideas/index.ts';
import { WorkExport } from '../components/work-export.tsx';
import { WorkRow } from '../components/work-row.tsx';
import { useImplementationWords } from '../words.ts';

const VIEWS = ['overdue', ...WORK_STATES] as const;

export function TrackingPage() {
  const words = useImplementationWords();
  const { organization } = useOrganization();
  const [search] = useSearchParams();
  const view = VIEWS.find(one => one === search.get('show')) ?? 'implementing';
  const filters = view === 'overdue' ? { overdue: 'true' as const } : { state: view };
  const work = useImplementations(filters);
  return (
    <section>
      <div class="page-head">
        <PageTitle text={words.trackingTitle} />
        <WorkExport filters={filters} />
      </div>
      <nav aria-label={words.trackingTitle}>
        <ul class="chips one-line">
          {VIEWS.map(one => (
            <li key={one}>
              <Link
                class="chip"
                replace
                href={`${paths.tracking(organization.id)}?show=${one}`}
                {...(one === view && { 'aria-current': 'true' as const })}
              >
                {words.trackingViews[one]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {work.data === undefined && work.error === null ? (
        <Loading />
      ) : (
        <QueryView of={work}>
          {({ pages }) => {
            // A page may be empty after filtering although later ones are not.
            if (pages.every(({ items }) => items.length === 0))
              return work.hasNextPage ? null : (
                <Empty text={words.trackingEmpty(words.trackingViews[view])} />
              );
            return (
              <ul class="rows" aria-label={words.trackingTitle}>
                {pages.flatMap(({ items, people }) =>
                  items.map(item => <WorkRow key={item.id} item={item} people={people} />),
                )}
              </ul>
            );
          }}
        </QueryView>
      )}
      <MoreButton of={work} />
    </section>
  );
}
