/**
 * The ideas submitted for a round, newest first, to read and to support. The filters are part of
 * the address, so going back from an idea finds the list unchanged.
 */
import { Link, useSearchParams } from 'wouter-preact';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import { listIdeas } from '../../../../shared/contract/routes/ideas.ts';
import { IDEA_STATUSES } from '../../../../shared/domain/idea/lifecycle.ts';
import { usePages } from '../../../api/reading.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { paths } from '../../../paths.ts';
import { holds, useOrganization } from '../../../session/organization-context.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { MoreButton } from '../../../ui/more-button.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { RoundSelect } from '../../../ui/round-select.tsx';
import { pickRound } from '../../../ui/rounds.ts';
import { ExportButton } from '../../profile/index.ts';
import { IdeaCard } from '../components/idea-card.tsx';
import { RoundFilters } from '../components/round-filters.tsx';
import { SupportButton } from '../components/support-button.tsx';
import { useIdeasWords } from '../words.ts';

export function RoundPage({ fromAddress }: { readonly fromAddress: string | undefined }) {
  const words = useWords();
  const employeeWords = useIdeasWords();
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
