/**
 * The secretary's screening: the round's ideas in a list, waiting ones first, beside one idea in
 * full with its acts. The open idea and the filters are in the address and survive a reload.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useSearchParams } from 'wouter-preact';
import type { IdeaId, RoundId } from '../../../../shared/domain/kernel/ids.ts';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { RoundSelect } from '../../../ui/round-select.tsx';
import { type ListedRound, pickRound, useRounds } from '../../../ui/rounds.ts';
import { StatusMessage } from '../../../ui/status-message.tsx';
import { DeclineBar, type Declined, DeclineResult } from '../components/decline-bar.tsx';
import { ScreeningCard } from '../components/screening-card.tsx';
import { readFilters, ScreeningFilters } from '../components/screening-filters.tsx';
import { ScreeningList } from '../components/screening-list.tsx';
import {
  isDismissable,
  isWaiting,
  matching,
  nextWaiting,
  type ScreenedIdea,
} from '../screening.ts';
import { useScreening } from '../use-screening.ts';
import { useScreeningWords } from '../words.ts';

export function ScreeningPage({ fromAddress }: { readonly fromAddress: string | undefined }) {
  const { organization } = useOrganization();
  const rounds = useRounds();
  return (
    <QueryView of={rounds}>
      {({ items }) => {
        const round = pickRound(fromAddress, items, 'collecting', organization.currentRound);
        return <Screening key={round} round={round} rounds={items} />;
      }}
    </QueryView>
  );
}

interface Props {
  readonly round: RoundId;
  readonly rounds: readonly ListedRound[];
}

function Screening({ round, rounds }: Props) {
  const words = useScreeningWords();
  const { organization } = useOrganization();
  const [pages, setPages] = useState(1);
  const screening = useScreening(round, rounds, pages);
  const state = rounds.find(({ id }) => id === round)?.state;
  return (
    <section>
      <div class="page-head">
        <PageTitle text={words.screeningTitle(round)} />
        <RoundSelect round={round} to={chosen => paths.screening(organization.id, chosen)} />
      </div>
      <QueryView of={screening}>
        {({ items, more }) =>
          items.length === 0 ? (
            <Empty text={words.screeningEmpty} />
          ) : (
            <>
              <Desk round={round} items={items} collecting={state === 'collecting'} more={more} />
              {more && (
                <p class="actions">
                  <button type="button" class="secondary" onClick={() => setPages(pages + 1)}>
                    {words.screeningMore}
                  </button>
                </p>
              )}
            </>
          )
        }
      </QueryView>
    </section>
  );
}

interface DeskProps {
  readonly round: RoundId;
  readonly items: readonly ScreenedIdea[];
  /** Whether the round's deliberation has yet to open. */
  readonly collecting: boolean;
  /** Whether some ideas are not among the items. */
  readonly more: boolean;
}

function Desk({ round, items, collecting, more }: DeskProps) {
  const words = useScreeningWords();
  const [search, setSearch] = useSearchParams();
  const [said, setSaid] = useState<string | undefined>(undefined);
  const desk = useRef<HTMLDivElement>(null);
  const backToList = useRef(false);
  const [chosen, setChosen] = useState<ReadonlySet<IdeaId>>(new Set());
  const [declined, setDeclined] = useState<Declined>([]);
  const result = useRef<HTMLDivElement>(null);

  const filters = readFilters(search, items);
  const listed = matching(items, filters);
  // Ideas out of sight are not declined with the rest.
  const together = listed.filter(item => chosen.has(item.id) && isDismissable(item));
  const asked = search.get('idea');
  const open = items.find(({ id }) => id === asked) ?? nextWaiting(listed, undefined) ?? listed[0];
  const waiting = items.filter(isWaiting).length;
  const returned = items.filter(({ status }) => status === 'returned').length;

  const go = (next: Readonly<Record<string, string>>) =>
    setSearch(new URLSearchParams(next), { replace: true });
  const show = (idea: string) => {
    setSaid(undefined);
    go({ ...filters, idea });
  };
  const done = (idea: ScreenedIdea, what: string) => {
    setSaid(what);
    backToList.current = true;
    go({ ...filters, idea: nextWaiting(listed, idea.id)?.id ?? idea.id });
  };
  useLayoutEffect(() => {
    if (declined.length > 0) result.current?.focus();
  }, [declined]);
  useLayoutEffect(() => {
    // The act has removed its button; the keyboard focus returns to the list.
    if (!backToList.current) return;
    backToList.current = false;
    desk.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus();
  });
  const press = (key: string) => {
    const control = desk.current?.querySelector<HTMLElement>(`[aria-keyshortcuts="${key}"]`);
    control?.click();
    return control !== null && control !== undefined;
  };

  return (
    <>
      {waiting > 0 ? (
        <p>
          <strong>{words.screeningLeft(waiting, returned)}</strong>{' '}
          {more && words.screeningShown(items.length)}
        </p>
      ) : (
        <p class="notice good">{words.screeningDone(returned, collecting)}</p>
      )}
      <StatusMessage text={said} />
      <div ref={result} role="status" tabIndex={-1}>
        {declined.length > 0 && <DeclineResult declined={declined} />}
      </div>
      <ScreeningFilters items={items} filters={filters} onChange={go} />
      <div class="desk" ref={desk}>
        <ScreeningList
          items={listed}
          open={open?.id}
          onOpen={show}
          chosen={new Set(together.map(({ id }) => id))}
          onChoose={ideas => {
            setDeclined([]);
            setChosen(ideas);
          }}
          onKey={press}
        />
        {open === undefined ? (
          <Empty text={words.filteredEmpty}>
            <button type="button" class="secondary" onClick={() => go({})}>
              {words.clearFilters}
            </button>
          </Empty>
        ) : (
          <ScreeningCard
            key={open.id}
            idea={open}
            items={items}
            merging={search.get('do') === 'merge' && asked === open.id}
            onMerging={merging =>
              go({ ...filters, idea: open.id, ...(merging && { do: 'merge' }) })
            }
            onDone={what => done(open, what)}
          />
        )}
      </div>
      {together.length > 0 && (
        <DeclineBar
          round={round}
          chosen={together}
          onClear={() => setChosen(new Set())}
          onDone={ideas => {
            setSaid(undefined);
            setDeclined(ideas);
            setChosen(new Set());
          }}
        />
      )}
    </>
  );
}
