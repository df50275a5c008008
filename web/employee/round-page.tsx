/**
 * The ideas submitted for a round, newest first, to read and to support. The filters are part of
 * the address, so going back from an idea finds the list unchanged.
 */
import { Link, useSearchParams } from 'wouter-preact';
import type { ReplyOf } from '../../shared/contract/client.ts';
import { listIdeas } from '../../shared/contract/routes/ideas.ts';
import { IDEA_STATUSES } from '../../shared/domain/idea/lifecycle.ts';
import { usePages } from '../api/reading.ts';
import { useWords } from '../language/language-context.tsx';
import { Empty } from '../shell/empty.tsx';
import { MoreButton } from '../shell/more-button.tsx';
import { holds, useOrganization } from '../shell/organization-context.tsx';
import { PageTitle } from '../shell/page-title.tsx';
import { paths } from '../shell/paths.ts';
import { QueryView } from '../shell/query-view.tsx';
import { RoundSelect } from '../shell/round-select.tsx';
import { pickRound } from '../shell/rounds.ts';
import { ExportButton } from './export-button.tsx';
import { IdeaCard } from './idea-card.tsx';
import { RoundFilters } from './round-filters.tsx';
import { SupportButton } from './support-button.tsx';
import { useEmployeeWords } from './words.ts';

export function RoundPage({ fromAddress }: { readonly fromAddress: string | undefined }) {
  const words = useWords();
  const employeeWords = useEmployeeWords();
  const { organization, membership } = useOrganization();
  const round = pickRound(fromAddress, [], 'collecting', organization.currentRound);
  const [search, setSearch] = useSearchParams();
  const status = IDEA_STATUSES.find(one => one === search.get('status'));
  const category = organization.categories.find(one => one === search.get('category'));

  const filters = {
    ...(status !== undefined && { status }),
    ...(category !== undefined && { category }),
  };
  const path = { organization: organization.id, round };
  const ideas = usePages<ReplyOf<typeof listIdeas>>(
    [listIdeas.id, organization.id, round, filters],
    (call, from, signal) => call(listIdeas, { path, query: { ...filters, ...from } }, signal),
  );

  return (
    <section>
      <PageTitle text={words.roundTitle(round)} />
      <RoundSelect round={round} to={chosen => paths.round(organization.id, chosen)} />
      <p>
        <Link href={paths.tracking(organization.id)}>{employeeWords.trackingTitle}</Link>
      </p>
      <RoundFilters
        status={status}
        category={category}
        onChange={next => setSearch(new URLSearchParams(next), { replace: true })}
      />
      <QueryView of={ideas}>
        {({ pages }) => {
          const items = pages.flatMap(({ items }) => items);
          if (items.length === 0) {
            if (status === undefined && category === undefined)
              return <Empty text={words.roundEmpty} />;
            // A page may be empty after filtering although later ones are not.
            if (ideas.hasNextPage) return null;
            return (
              <Empty text={words.filteredEmpty}>
                <button
                  type="button"
                  class="secondary"
                  onClick={() => setSearch('', { replace: true })}
                >
                  {words.clearFilters}
                </button>
              </Empty>
            );
          }
          return (
            <ul class="cards" aria-label={words.roundTitle(round)}>
              {items.map(idea => (
                <IdeaCard key={idea.id} idea={idea}>
                  <SupportButton idea={idea} />
                </IdeaCard>
              ))}
            </ul>
          );
        }}
      </QueryView>
      <MoreButton of={ideas} />
      {holds(membership, 'secretary', 'manager') && <ExportButton key={round} round={round} />}
    </section>
  );
}
