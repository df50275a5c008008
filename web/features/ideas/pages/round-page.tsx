/**
 * The ideas submitted for a round, to look through and to support, and the search of those of all
 * rounds. Filters, order and search are part of the address, so going back from an idea finds the
 * list unchanged.
 */
import { Suspense } from 'preact/compat';
import { Link, useSearchParams } from 'wouter-preact';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { listIdeas } from '../../../../shared/contract/routes/ideas.ts';
import { getToday } from '../../../../shared/contract/routes/organization.ts';
import type { RoundId } from '../../../../shared/domain/kernel/ids.ts';
import { useReading } from '../../../api/reading.ts';
import { paths } from '../../../paths.ts';
import { holds, useOrganization } from '../../../session/organization-context.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { Plus } from '../../../ui/icon.ts';
import { MoreButton } from '../../../ui/more-button.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import type { People } from '../../../ui/person.tsx';
import { RoundSelect } from '../../../ui/round-select.tsx';
import { pickRound } from '../../../ui/rounds.ts';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { FoundIdeas, SearchField } from '../../search/index.ts';
import { ExportButton } from '../components/export-button.tsx';
import { IdeaRow } from '../components/idea-row.tsx';
import { RoundFilters } from '../components/round-filters.tsx';
import { SupportToggle } from '../components/support-toggle.tsx';
import { inView, isFiltered, type ListView, searchFor, UNFILTERED, viewIn } from '../list-view.ts';
import { isFolded, type ListedIdea } from '../listed-idea.ts';
import { useRoundIdeas } from '../use-round-ideas.ts';
import { useIdeasWords } from '../words.ts';

/** Without a round in the address, it is the one that is voted on, or else takes ideas. */
export function RoundPage({ fromAddress }: { readonly fromAddress: string | undefined }) {
  const { organization } = useOrganization();
  const today = useReading(getToday, { path: { organization: organization.id } });
  const { id, currentRound } = organization;
  if (fromAddress === undefined && today.data === undefined && today.error === null)
    return <SkeletonRows count={8} />;
  const round = pickRound(fromAddress, [], 'collecting', today.data?.round.id ?? currentRound);
  return <Round key={`${id} ${round}`} round={round} published={today.data?.bulletin?.round} />;
}

interface RoundProps {
  readonly round: RoundId;
  /** The last published round, to look at while this one is empty. */
  readonly published: RoundId | undefined;
}

function Round({ round, published }: RoundProps) {
  const words = useIdeasWords();
  const { organization, membership } = useOrganization();
  const [address] = useSearchParams();
  const searching = (address.get('q') ?? '') !== '';
  return (
    <section>
      <header class="page-head round-head">
        <PageTitle
          text={words.navIdeas}
          tab={searching ? words.searchIdeas : words.roundTitle(round)}
        />
        {!searching && (
          <>
            {holds(membership, 'secretary', 'manager') && <ExportButton round={round} />}
            <RoundSelect round={round} to={chosen => paths.round(organization.id, chosen)} />
          </>
        )}
      </header>
      <SearchField clear={words.clearSearch} />
      {searching ? (
        <Suspense fallback={<SkeletonRows count={8} />}>
          <FoundIdeas />
        </Suspense>
      ) : (
        <IdeasOfRound round={round} published={published} />
      )}
    </section>
  );
}

function IdeasOfRound({ round, published }: RoundProps) {
  const ideas = useRoundIdeas(round);
  const { data, error, refetch } = ideas;
  return (
    <>
      {error !== null && <Failure error={error} onRetry={refetch} />}
      {data === undefined && error === null && <SkeletonRows count={8} />}
      {data?.pages.every(({ items }) => items.length === 0) === true && !ideas.hasNextPage && (
        <EmptyRound earlier={published === round ? undefined : published} />
      )}
      {data?.pages.some(({ items }) => items.length > 0) === true && (
        <List round={round} pages={data.pages} more={ideas.hasNextPage} />
      )}
      {!ideas.isFetchingNextPage && <MoreButton of={ideas} />}
    </>
  );
}

function EmptyRound({ earlier }: { readonly earlier: RoundId | undefined }) {
  const words = useIdeasWords();
  const { organization } = useOrganization();
  return (
    <Empty text={words.roundEmpty}>
      <Link href={paths.handIn(organization.id)} class="button">
        <Plus class="icon" aria-hidden="true" />
        {words.navHandIn}
      </Link>
      {earlier !== undefined && (
        <p>
          <Link href={paths.round(organization.id, earlier)} class="button plain">
            {words.roundTitle(earlier)}
          </Link>
        </p>
      )}
    </Empty>
  );
}

interface ListProps {
  readonly round: RoundId;
  readonly pages: readonly ReplyOf<typeof listIdeas>[];
  /** Whether the round has more than was read. */
  readonly more: boolean;
}

function List({ round, pages, more }: ListProps) {
  const words = useIdeasWords();
  const { membership } = useOrganization();
  const [search, setSearch] = useSearchParams();
  const view = viewIn(search);
  const show = (change: Partial<ListView>) =>
    setSearch(before => searchFor({ ...viewIn(before), ...change }), { replace: true });
  const all = pages.flatMap(({ items }) => items);
  const people: People = Object.assign({}, ...pages.map(page => page.people));
  const folded = all.filter(isFolded);
  const unfolded = all.filter(idea => !isFolded(idea) || idea.status === view.status);
  const chosen = inView(unfolded, view, membership.memberId);
  return (
    <>
      <RoundFilters ideas={unfolded} view={view} onChange={show} />
      <p class="list-count" role="status">
        {words.inTheList(chosen.length, more)}
        {isFiltered(view) && (
          <button type="button" class="plain" onClick={() => show(UNFILTERED)}>
            {words.clearFilters}
          </button>
        )}
      </p>
      {chosen.length === 0 ? (
        <p class="empty">{words.filteredEmpty}</p>
      ) : (
        <Rows name={words.roundTitle(round)} ideas={chosen} people={people} />
      )}
      {folded.length > 0 && !isFiltered(view) && (
        <details>
          <summary>{words.foldedIdeas(folded.length)}</summary>
          <Rows name={words.foldedIdeas(folded.length)} ideas={folded} people={people} />
        </details>
      )}
    </>
  );
}

interface RowsProps {
  readonly name: string;
  readonly ideas: readonly ListedIdea[];
  readonly people: People;
}

function Rows({ name, ideas, people }: RowsProps) {
  return (
    <ul class="rows idea-rows" aria-label={name}>
      {ideas.map(idea => (
        <IdeaRow key={idea.id} idea={idea} people={people}>
          <SupportToggle idea={idea} />
        </IdeaRow>
      ))}
    </ul>
  );
}
