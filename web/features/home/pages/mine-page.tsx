/** The reader's ideas of all rounds: where each is, and what became of it. */
import { Link, useSearchParams } from 'wouter-preact';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { Plus } from '../../../ui/icon.ts';
import { MoreButton } from '../../../ui/more-button.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import type { People } from '../../../ui/person.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { type ListedIdea, StatusChips, searchFor, viewIn } from '../../ideas/index.ts';
import { MyIdea } from '../components/my-idea.tsx';
import { Outcome } from '../components/outcome.tsx';
import { useWaitingIdeas, WaitingIdeas } from '../components/waiting-ideas.tsx';
import { useMyIdeas } from '../mine.ts';
import { useHomeWords } from '../words.ts';

/** From this number of ideas on, filters are of use. */
const MANY = 6;

export function MinePage() {
  const words = useHomeWords();
  const { organization } = useOrganization();
  const mine = useMyIdeas();
  const { data, error, refetch } = mine;
  const pages = data?.pages ?? [];
  const ideas = pages.flatMap(({ items }) => items);
  const waiting = useWaitingIdeas();
  return (
    <section>
      <header class="page-head">
        <PageTitle text={words.mineTitle} />
        <Link href={paths.unnamed(organization.id)} class="button plain">
          {words.navUnnamed}
        </Link>
      </header>
      {waiting.length > 0 && <WaitingIdeas ideas={waiting} />}
      {error !== null && <Failure error={error} onRetry={refetch} />}
      {data === undefined && error === null && <SkeletonRows count={4} height={152} />}
      {data !== undefined && ideas.length + waiting.length === 0 && <NoIdeas />}
      {ideas.length > 0 && (
        <MyIdeas ideas={ideas} people={Object.assign({}, ...pages.map(page => page.people))} />
      )}
      <MoreButton of={mine} />
    </section>
  );
}

function NoIdeas() {
  const words = useHomeWords();
  const { organization } = useOrganization();
  return (
    <Empty text={words.mineEmpty}>
      <p class="muted">{words.firstIdea}</p>
      <Link href={paths.handIn(organization.id)} class="button">
        <Plus class="icon" aria-hidden="true" />
        {words.handInFirst}
      </Link>
    </Empty>
  );
}

interface Props {
  readonly ideas: readonly ListedIdea[];
  readonly people: People;
}

function MyIdeas({ ideas, people }: Props) {
  const words = useHomeWords();
  const [search, setSearch] = useSearchParams();
  const view = viewIn(search);
  const chosen = ideas.filter(({ status }) => view.status === undefined || status === view.status);
  return (
    <>
      {ideas.length >= MANY && (
        <StatusChips
          ideas={ideas}
          chosen={view.status}
          onChoose={status =>
            setSearch(before => searchFor({ ...viewIn(before), status }), { replace: true })
          }
        />
      )}
      <ul class="rows my-ideas" aria-label={words.mineTitle}>
        {chosen.map(idea => (
          <MyIdea key={idea.id} idea={idea} heading="h2">
            <Outcome idea={idea} people={people} />
          </MyIdea>
        ))}
      </ul>
    </>
  );
}
