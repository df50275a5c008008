/** What a search finds: its filters, the number, and the ideas in the rows of every list. */
import { Link, useSearchParams } from 'wouter-preact';
import { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { useReading } from '../../../api/reading.ts';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { Plus } from '../../../ui/icon.ts';
import { MoreButton } from '../../../ui/more-button.tsx';
import { isMissing } from '../../../ui/query-view.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { IdeaRow, SupportToggle } from '../../ideas/index.ts';
import { useRecentSearches } from '../recent-searches.ts';
import {
  ideaIdIn,
  isFiltered,
  type SearchView,
  searchAddress,
  searchIn,
  searchOf,
} from '../search-view.ts';
import { type Found, useFound } from '../use-found.ts';
import { useSearchWords } from '../words.ts';
import { FoundFilters } from './found-filters.tsx';
import { Marked } from './marked.tsx';

/** Of the search that the address has. */
export function FoundIdeas() {
  const [address, setAddress] = useSearchParams();
  const view = searchIn(address);
  const onChange = (changes: Partial<SearchView>) =>
    setAddress(searchAddress({ ...view, ...changes }), { replace: true });
  const id = ideaIdIn(view.text);
  return id === undefined ? (
    <ByWords view={view} onChange={onChange} />
  ) : (
    <ByNumber id={id} view={view} />
  );
}

interface Props {
  readonly view: SearchView;
  readonly onChange: (changes: Partial<SearchView>) => void;
}

function ByWords({ view, onChange }: Props) {
  const words = useSearchWords();
  const found = useFound(view);
  const { data, error, refetch } = found;
  const total = data?.pages[0]?.total ?? 0;
  return (
    <>
      <FoundFilters view={view} onChange={onChange} />
      <p class="list-count" role="status">
        {data !== undefined && words.found(total)}
      </p>
      {error !== null && <Failure error={error} onRetry={refetch} />}
      {data === undefined && error === null && <SkeletonRows count={6} />}
      {data !== undefined &&
        (data.pages.some(({ hits }) => hits.length > 0) ? (
          <Rows name={words.foundList(view.text)} pages={data.pages} search={view.text} />
        ) : (
          <NothingFound view={view} onWiden={() => onChange(searchOf(view.text))} />
        ))}
      <MoreButton of={found} />
    </>
  );
}

interface RowsProps {
  readonly name: string;
  readonly pages: readonly Found[];
  readonly search: string;
}

function Rows({ name, pages, search }: RowsProps) {
  const { remember } = useRecentSearches();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the key on a link is a click
    <ul class="rows idea-rows found" aria-label={name} onClick={() => remember(search)}>
      {pages.flatMap(({ hits, people }) =>
        hits.map(({ idea, marks, snippet }) => (
          <IdeaRow
            key={idea.id}
            idea={idea}
            people={people}
            found={{
              title: <Marked text={idea.title} marks={marks.title} />,
              excerpt:
                snippet === undefined ? (
                  idea.excerpt
                ) : (
                  <Marked text={snippet.text} marks={snippet.marks} />
                ),
            }}
          >
            <SupportToggle idea={idea} />
          </IdeaRow>
        )),
      )}
    </ul>
  );
}

interface NothingProps {
  readonly view: SearchView;
  readonly onWiden?: () => void;
}

/** What to do next: other words, fewer filters, or the idea is a new one. */
function NothingFound({ view, onWiden }: NothingProps) {
  const words = useSearchWords();
  const { organization } = useOrganization();
  const filtered = isFiltered(view);
  return (
    <Empty text={words.nothingFound(view.text)}>
      <p class="muted">{filtered ? words.widerFilters : words.fewerWords}</p>
      {filtered && (
        <p>
          <button type="button" class="secondary" onClick={onWiden}>
            {words.clearFilters}
          </button>
        </p>
      )}
      <p class="muted">{words.notThereYet}</p>
      <Link href={paths.handIn(organization.id)} class="button">
        <Plus class="icon" aria-hidden="true" />
        {words.navHandInShort}
      </Link>
    </Empty>
  );
}

/** The idea of a number that was typed or copied. */
function ByNumber({ id, view }: { readonly id: IdeaId; readonly view: SearchView }) {
  const words = useSearchWords();
  const { organization } = useOrganization();
  const { data, error, refetch } = useReading(getIdea, {
    path: { organization: organization.id, idea: id },
  });
  if (isMissing(error)) return <NothingFound view={searchOf(view.text)} />;
  if (error !== null) return <Failure error={error} onRetry={refetch} />;
  if (data === undefined) return <SkeletonRows count={1} />;
  return (
    <>
      <p class="list-count" role="status">
        {words.found(1)}
      </p>
      <ul class="rows idea-rows found" aria-label={words.foundList(view.text)}>
        <IdeaRow
          idea={{ ...data, excerpt: data.problem }}
          people={data.people}
          found={{ title: data.title, excerpt: data.problem }}
        />
      </ul>
    </>
  );
}
