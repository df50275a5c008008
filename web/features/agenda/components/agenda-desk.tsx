/**
 * The list beside the open idea; on a phone one of the two. Whoever has a vote left lands on the
 * next idea, and after the last vote on the end of voting.
 */
import type { ComponentChildren } from 'preact';
import { Suspense } from 'preact/compat';
import { useState } from 'preact/hooks';
import { useSearchParams } from 'wouter-preact';
import type { Choice } from '../../../../shared/domain/idea/ballot.ts';
import type { DecisionOutcome } from '../../../../shared/domain/idea/decision.ts';
import { type IdeaId, isIdeaId, type RoundId } from '../../../../shared/domain/kernel/ids.ts';
import type { Instant } from '../../../../shared/domain/kernel/instant.ts';
import { lazilyOr } from '../../../i18n/lazily.ts';
import { holds, useOrganization } from '../../../session/organization-context.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { NotLoaded } from '../../../ui/not-loaded.tsx';
import type { People } from '../../../ui/person.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { type AgendaItem, isUnvoted, nextUnvoted, progress } from '../agenda.ts';
import { chairingStyle } from '../chairing/style.ts';
import { byReadiness, isReady, isUndecided, readinessOf } from '../deciding.ts';
import { useAnnouncements } from '../use-announcements.ts';
import { useFullScreen } from '../use-full-screen.ts';
import { useAgendaWords } from '../words.ts';
import { AgendaCard, type Opening } from './agenda-card.tsx';
import { AgendaFilters, SHOWS, type Show } from './agenda-filters.tsx';
import { AgendaList } from './agenda-list.tsx';
import type { LastVote } from './choice-bar.tsx';

/** It comes with the first vote. */
const AllVoted = lazilyOr(NotLoaded, async () => (await import('./all-voted.tsx')).AllVoted);
const DecidingList = lazilyOr(
  NotLoaded,
  async () => (await import('./deciding-list.tsx')).DecidingList,
  chairingStyle,
);

interface Props {
  readonly round: RoundId;
  readonly items: readonly AgendaItem[];
  readonly total: number;
  readonly people: People | undefined;
  readonly paged: boolean;
  /** When the ballots close, while they are open. */
  readonly until: Instant | undefined;
  /** What follows the list. */
  readonly children: ComponentChildren;
}

export function AgendaDesk({ round, items, total, people, paged, until, children }: Props) {
  const words = useAgendaWords();
  const toast = useToast();
  const { organization, membership } = useOrganization();
  const place = usePlace();
  const [opening, setOpening] = useState<Opening>('by-default');
  const [lastVote, setLastVote] = useState<LastVote | undefined>(undefined);
  const chairs = holds(membership, 'chair');
  const decided = (item: AgendaItem, outcome: DecisionOutcome) => {
    const expected = readinessOf(item, organization.rules);
    if (outcome === 'deferred') toast(words.deferredSaid(item.title));
    else if (expected.state === 'ready' && expected.outcome !== outcome)
      toast(words.decidedOtherwise(item.title, words.outcomes[outcome]));
    else toast(words.decidedSaid(item.title, words.statuses[outcome]));
  };
  const announcements = useAnnouncements(decided);

  const asked = items.find(({ id }) => id === place.idea);
  const next = place.list ? undefined : nextUnvoted(items, undefined);
  const open = asked ?? next;
  useFullScreen(open !== undefined);
  const { done, all } = progress(items);
  const votedAll = all > 0 && done === all && until !== undefined;
  // Beside the list there is room for the first idea, where nothing else is to be shown.
  const beside = open ?? (votedAll ? undefined : items[0]);

  const undecided = chairs ? items.filter(isUndecided) : [];
  const ready = undecided.filter(item => isReady(readinessOf(item, organization.rules))).length;
  const show = place.show ?? (done === all && ready > 0 ? 'decide' : 'all');

  const openIdea = (idea: IdeaId, how: Opening) => {
    setOpening(how);
    // The way back from the open idea leads to the list, on a phone.
    place.go({ idea, show: place.show }, open === undefined ? 'push' : 'replace');
  };
  const voted = (item: AgendaItem, choice: Choice) => {
    setLastVote({ item, choice });
    AllVoted.preload().catch(() => undefined);
    const following = nextUnvoted(items, item.id);
    if (following !== undefined) openIdea(following.id, 'by-itself');
    else place.go({ list: true, show: place.show }, 'replace');
  };
  const voteAgain = () => {
    if (lastVote === undefined) return;
    openIdea(lastVote.item.id, 'by-reader');
    setLastVote(undefined);
  };
  const openByReader = (idea: IdeaId) => openIdea(idea, 'by-reader');
  const card = (item: AgendaItem) => (
    <AgendaCard
      key={item.id}
      round={round}
      items={items}
      item={item}
      total={total}
      people={people}
      until={until}
      opening={open === undefined ? 'by-default' : opening}
      lastVote={lastVote}
      announcements={announcements}
      onVoted={choice => voted(item, choice)}
      onVoteAgain={voteAgain}
      onOpen={openByReader}
      onList={() => place.go({ list: true, show: place.show }, 'push')}
      onDone={toast}
    />
  );

  const listed = (): ComponentChildren => {
    switch (show) {
      case 'all':
        return <AgendaList items={items} open={beside?.id} onOpen={openByReader} />;
      case 'unvoted': {
        const unvoted = items.filter(isUnvoted);
        return unvoted.length === 0 ? (
          <Empty text={words.unvotedEmpty} />
        ) : (
          <AgendaList items={unvoted} open={beside?.id} onOpen={openByReader} />
        );
      }
      case 'decide':
        return undecided.length === 0 ? (
          <Empty text={words.decideEmpty} />
        ) : (
          <Suspense fallback={<SkeletonRows count={8} />}>
            <DecidingList
              items={byReadiness(undecided, organization.rules)}
              open={beside?.id}
              announcements={announcements}
              onOpen={openByReader}
            />
          </Suspense>
        );
    }
  };

  return (
    <div class={open === undefined ? 'agenda list-first' : 'agenda'}>
      <section class="agenda-list" aria-label={words.agendaList}>
        {next === undefined && all > done && (
          <button type="button" class="wide continue" onClick={() => place.go({ show }, 'push')}>
            {words.continueVoting(all - done)}
          </button>
        )}
        {all + undecided.length > 0 && until !== undefined && (
          <AgendaFilters
            show={show}
            counts={{
              all: items.length,
              unvoted: all > 0 ? all - done : undefined,
              decide: chairs ? undecided.length : undefined,
            }}
            onShow={show => place.go({ idea: asked?.id, list: place.list, show }, 'replace')}
          />
        )}
        {listed()}
        {children}
      </section>
      {beside === undefined
        ? until !== undefined && (
            <Suspense fallback={<SkeletonRows count={3} />}>
              <AllVoted
                items={items}
                paged={paged}
                until={until}
                lastVote={lastVote}
                onVoteAgain={voteAgain}
                ready={chairs && show !== 'decide' ? ready : undefined}
                onDecide={() => place.go({ list: true, show: 'decide' }, 'replace')}
              />
            </Suspense>
          )
        : card(beside)}
    </div>
  );
}

interface Place {
  readonly idea?: IdeaId | undefined;
  /** The list alone, without an open idea. */
  readonly list?: boolean | undefined;
  readonly show?: Show | undefined;
}

/** What is open and listed, by the address. */
function usePlace(): Place & {
  readonly go: (to: Place, how: 'push' | 'replace') => void;
} {
  const [search, setSearch] = useSearchParams();
  const [idea, shown, after] = [search.get('idea'), search.get('show'), search.get('after')];
  return {
    idea: idea !== null && isIdeaId(idea) ? idea : undefined,
    list: search.get('view') === 'list',
    show: SHOWS.find(one => one === shown),
    go: ({ idea, list, show }, how) =>
      setSearch(
        new URLSearchParams({
          ...(after !== null && { after }),
          ...(idea !== undefined ? { idea } : list && { view: 'list' }),
          ...(show !== undefined && { show }),
        }),
        { replace: how === 'replace' },
      ),
  };
}
