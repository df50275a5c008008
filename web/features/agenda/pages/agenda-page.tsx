/**
 * The agenda in a meeting: one idea in full at a time, beside the whole list, so that nobody loses
 * their place among sixty. The open idea and the filters are in the address and survive a reload.
 */
import { useRef, useState } from 'preact/hooks';
import { Link, useSearchParams } from 'wouter-preact';
import { getRound } from '../../../../shared/contract/routes/organization.ts';
import type { DecisionOutcome } from '../../../../shared/domain/idea/decision.ts';
import { type IdeaId, isIdeaId, type RoundId } from '../../../../shared/domain/kernel/ids.ts';
import type { RoundState } from '../../../../shared/domain/round/round.ts';
import { useReading } from '../../../api/reading.ts';
import { paths } from '../../../paths.ts';
import { holds, useOrganization } from '../../../session/organization-context.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { RoundSelect } from '../../../ui/round-select.tsx';
import { type ListedRound, pickRound, useRounds } from '../../../ui/rounds.ts';
import { StatusMessage } from '../../../ui/status-message.tsx';
import { type AgendaItem, isUnvoted, nextUnvoted, onAgenda, progress } from '../agenda.ts';
import { AgendaCard } from '../components/agenda-card.tsx';
import { AgendaList } from '../components/agenda-list.tsx';
import { AgendaPager } from '../components/agenda-pager.tsx';
import { AgendaProgress } from '../components/agenda-progress.tsx';
import { ArrangeAgenda } from '../components/arrange-agenda.tsx';
import { DeferredHere } from '../components/deferred-here.tsx';
import { PublishNow } from '../components/publish-now.tsx';
import { PAGE, type AgendaPage as Page, useAgenda } from '../use-agenda.ts';
import { useAgendaWords } from '../words.ts';

export function AgendaPage({ fromAddress }: { readonly fromAddress: string | undefined }) {
  const { organization } = useOrganization();
  const rounds = useRounds();
  return (
    <QueryView of={rounds}>
      {({ items }) => {
        const round = pickRound(fromAddress, items, 'deliberating', organization.currentRound);
        const listed = items.find(({ id }) => id === round);
        const others = items.filter(({ id }) => id !== round);
        return (
          <>
            <ToPublish rounds={others} />
            <Agenda key={round} round={round} listedState={listed?.state} />
          </>
        );
      }}
    </QueryView>
  );
}

/**
 * Leads the chair to the round that is decided and may be published: the default agenda is the next
 * one's by then.
 */
function ToPublish({ rounds }: { readonly rounds: readonly ListedRound[] }) {
  const words = useAgendaWords();
  const { organization, membership } = useOrganization();
  if (!holds(membership, 'chair')) return null;
  return (
    <>
      {rounds
        .filter(({ state }) => state === 'decided')
        .map(({ id }) => (
          <p class="notice" key={id}>
            <Link href={paths.agenda(organization.id, id)}>{words.toBePublished(id)}</Link>
          </p>
        ))}
    </>
  );
}

interface Props {
  readonly round: RoundId;
  /** The round's state in the list of rounds, until the round itself is read. */
  readonly listedState: RoundState | undefined;
}

function Agenda({ round, listedState }: Props) {
  const words = useAgendaWords();
  const { organization, membership } = useOrganization();
  const [search] = useSearchParams();
  const after = search.get('after') ?? undefined;
  // An idea in the address selects its page once, on arrival; afterwards the user selects it.
  const [asked] = useState(search.get('idea'));
  const idea = after === undefined && asked !== null && isIdeaId(asked) ? asked : undefined;
  const agenda = useAgenda(round, { after, idea });
  const schedule = useReading(getRound, { path: { organization: organization.id, round } });
  const state = schedule.data?.state ?? listedState;
  const chairs = holds(membership, 'chair');
  return (
    <section>
      <div class="page-head">
        <PageTitle text={words.agendaTitle(round)} />
        <RoundSelect round={round} to={chosen => paths.agenda(organization.id, chosen)} />
      </div>
      {chairs && schedule.data !== undefined && (
        <PublishNow organization={organization.id} round={schedule.data} />
      )}
      <QueryView of={agenda}>
        {page => {
          const items = onAgenda(page.items, state === 'collecting');
          const paged = isPaged(page, after);
          return items.length === 0 && !paged ? (
            <Empty text={words.agendaEmpty(state === 'collecting')} />
          ) : (
            <>
              {paged && <AgendaPager page={page} />}
              <AgendaProgress items={items} round={schedule.data} />
              <Meeting
                round={round}
                state={state}
                items={items}
                total={paged ? page.total : items.length}
                paged={paged}
                first={page.items[0]?.number === 1 || !paged}
              />
            </>
          );
        }}
      </QueryView>
      {chairs && (state === 'deliberating' || state === 'decided') && (
        <DeferredHere round={round} />
      )}
    </section>
  );
}

/** Whether the agenda has more than this page. */
function isPaged({ nextCursor, items }: Page, after: string | undefined): boolean {
  return nextCursor !== undefined || after !== undefined || (items[0]?.number ?? 0) > PAGE;
}

interface MeetingProps {
  readonly round: RoundId;
  readonly state: RoundState | undefined;
  readonly items: readonly AgendaItem[];
  /** The total number. */
  readonly total: number;
  /** Whether there are more than these. */
  readonly paged: boolean;
  /** Whether these are the first: arranged ideas come before all others. */
  readonly first: boolean;
}

/** The items to go through, or, for a secretary on request, to arrange. */
function Meeting({ round, state, items, total, paged, first }: MeetingProps) {
  const words = useAgendaWords();
  const { organization, membership } = useOrganization();
  const [arranging, setArranging] = useState(false);
  const [said, setSaid] = useState<string | undefined>(undefined);
  const arrangeable =
    holds(membership, 'secretary') &&
    first &&
    (state === 'collecting' || state === 'deliberating') &&
    items.length > 1;
  const stopArranging = (said?: string) => {
    setArranging(false);
    setSaid(said);
  };
  return (
    <>
      <StatusMessage text={said} />
      {arranging && arrangeable ? (
        <ArrangeAgenda
          organization={organization.id}
          round={round}
          items={items}
          deliberating={state === 'deliberating'}
          onSaved={() => stopArranging(words.arrangeSaid)}
          onCancel={() => stopArranging()}
        />
      ) : (
        <>
          {arrangeable && (
            <p class="actions">
              <button type="button" class="secondary outline" onClick={() => setArranging(true)}>
                {words.arrange}
              </button>
            </p>
          )}
          <Items round={round} items={items} total={total} paged={paged} onSaid={setSaid} />
        </>
      )}
    </>
  );
}

interface ItemsProps extends Pick<MeetingProps, 'round' | 'items' | 'total' | 'paged'> {
  readonly onSaid: (said: string | undefined) => void;
}

function Items({ round, items, total, paged, onSaid }: ItemsProps) {
  const words = useAgendaWords();
  const [search, setSearch] = useSearchParams();
  const [opened, setOpened] = useState(false);
  const agenda = useRef<HTMLDivElement>(null);
  const asked = search.get('idea');
  const votes = progress(items).all > 0;
  const onlyUnvoted = votes && search.get('show') === 'unvoted';

  const open = items.find(({ id }) => id === asked) ?? nextUnvoted(items, undefined) ?? items[0];
  const after = search.get('after');
  const update = (idea: IdeaId | undefined, unvoted: boolean) =>
    setSearch(
      new URLSearchParams({
        ...(after !== null && { after }),
        ...(idea !== undefined && { idea }),
        ...(unvoted && { show: 'unvoted' }),
      }),
      { replace: true },
    );
  if (open === undefined) return null;

  const stay = () => {
    // After a vote, an idea that was open by default would close: pin it before.
    if (asked === null || !isIdeaId(asked) || asked !== open.id) update(open.id, onlyUnvoted);
  };
  const show = (idea: IdeaId) => {
    onSaid(undefined);
    setOpened(true);
    update(idea, onlyUnvoted);
    // On a phone the list is below the idea that it opens.
    const place = agenda.current;
    if (place === null) return;
    const hidden = Number.parseFloat(getComputedStyle(place).scrollMarginTop);
    if (place.getBoundingClientRect().top < hidden) place.scrollIntoView({ block: 'start' });
  };
  const position = items.indexOf(open);
  const [previous, next] = [items[position - 1]?.id, items[position + 1]?.id];
  const decided = (outcome: DecisionOutcome) => {
    const said =
      outcome === 'deferred'
        ? words.deferredSaid(open.title)
        : words.decidedSaid(open.title, words.outcomes[outcome]);
    onSaid(outcome === 'adopted' ? `${said}${words.adoptedNext}` : said);
    // A deferred idea leaves the agenda: open the next.
    update(outcome === 'deferred' ? (next ?? previous) : open.id, onlyUnvoted);
  };
  return (
    <div class="agenda" ref={agenda}>
      <AgendaCard
        key={open.id}
        round={round}
        item={open}
        number={open.number}
        all={total}
        paged={paged}
        opened={opened}
        previous={previous}
        next={next}
        nextNotVoted={nextUnvoted(items, open.id)?.id}
        onBeforeVote={stay}
        onOpen={show}
        onDecided={decided}
        onDone={said => {
          stay();
          onSaid(said);
        }}
      />
      <AgendaList
        items={onlyUnvoted ? items.filter(isUnvoted) : items}
        open={open.id}
        votes={votes}
        paged={paged}
        onlyUnvoted={onlyUnvoted}
        onFilter={unvoted => update(open.id, unvoted)}
        onOpen={show}
      />
    </div>
  );
}
