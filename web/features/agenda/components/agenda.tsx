/** Reads the agenda of a round: its head, and either what is on it or its arrangement. */
import { Suspense } from 'preact/compat';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useSearchParams } from 'wouter-preact';
import { getRound } from '../../../../shared/contract/routes/organization.ts';
import { isIdeaId, type RoundId } from '../../../../shared/domain/kernel/ids.ts';
import { useReading } from '../../../api/reading.ts';
import { lazilyOr, type Missing } from '../../../i18n/lazily.ts';
import { useEntries } from '../../../outbox/outbox-context.tsx';
import { holds, useOrganization } from '../../../session/organization-context.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { Nothing, NotLoaded } from '../../../ui/not-loaded.tsx';
import { isMissing } from '../../../ui/query-view.tsx';
import type { ListedRound } from '../../../ui/rounds.ts';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { countsOf, onAgenda, withWaitingVote } from '../agenda.ts';
import { chairingStyle } from '../chairing/style.ts';
import { type AgendaPage, PAGE, useAgenda } from '../use-agenda.ts';
import { useAgendaWords } from '../words.ts';
import { AgendaDesk } from './agenda-desk.tsx';
import { AgendaHead } from './agenda-head.tsx';

/** Few agendas have more than one page. */
const AgendaPager = lazilyOr(
  NotLoaded,
  async () => (await import('./agenda-pager.tsx')).AgendaPager,
);
const DeferredHere = lazilyOr(
  Nothing,
  async () => (await import('./deferred-here.tsx')).DeferredHere,
);
const ArrangeAgenda = lazilyOr(
  NotLoaded,
  async () => (await import('./arrange-agenda.tsx')).ArrangeAgenda,
  chairingStyle,
);
const PublishNow = lazilyOr(
  NotPublishing,
  async () => (await import('./publish-now.tsx')).PublishNow,
);

interface Props {
  readonly round: RoundId;
  /** The round in the list of rounds, until the round itself is read. */
  readonly listed: ListedRound | undefined;
}

export function Agenda({ round, listed }: Props) {
  const words = useAgendaWords();
  const toast = useToast();
  const { organization, membership } = useOrganization();
  const [search] = useSearchParams();
  const [arranging, setArranging] = useState(false);
  const arranged = useRef(false);
  const arrange = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    // The button that closed the arrangement is gone.
    if (arranged.current && !arranging) arrange.current?.focus();
    arranged.current = arranging;
  }, [arranging]);
  const after = search.get('after') ?? undefined;
  // An idea in the address selects its page once, on arrival; afterwards the reader selects it.
  const [asked] = useState(search.get('idea'));
  const idea = after === undefined && asked !== null && isIdeaId(asked) ? asked : undefined;
  const agenda = useAgenda(round, { after, idea });
  const read = useReading(getRound, { path: { organization: organization.id, round } }).data;
  const schedule = read ?? listed;
  const state = schedule?.state;
  const chairs = holds(membership, 'chair');

  const page = agenda.data;
  const paged = page !== undefined && isPaged(page, after);
  const waiting = useEntries() ?? [];
  const items =
    page === undefined
      ? []
      : onAgenda(page.items, state === 'collecting').map(item => withWaitingVote(item, waiting));
  // Arranged ideas come before all others, so only the first page is arranged.
  const first = !paged || page.items[0]?.number === 1;
  const arrangeable =
    holds(membership, 'secretary') &&
    first &&
    (state === 'collecting' || state === 'deliberating') &&
    items.length > 1;
  const deferredHere = chairs && (state === 'deliberating' || state === 'decided') && (
    <Suspense fallback={null}>
      <DeferredHere round={round} />
    </Suspense>
  );
  return (
    <section class="agenda-page">
      <AgendaHead
        round={round}
        schedule={schedule}
        counts={page === undefined || paged || items.length === 0 ? undefined : countsOf(items)}
      >
        {arrangeable && !arranging && (
          <button ref={arrange} type="button" class="secondary" onClick={() => setArranging(true)}>
            {words.arrange}
          </button>
        )}
      </AgendaHead>
      {chairs && schedule !== undefined && (
        <Suspense fallback={state === 'decided' ? <span class="skeleton group-coming" /> : null}>
          <PublishNow organization={organization.id} round={schedule} />
        </Suspense>
      )}
      {agenda.error !== null && (
        <Failure
          error={agenda.error}
          onRetry={isMissing(agenda.error) ? undefined : agenda.refetch}
        />
      )}
      {page === undefined && agenda.error === null && <SkeletonRows count={8} />}
      {page !== undefined && paged && (
        <Suspense fallback={<SkeletonRows count={1} />}>
          <AgendaPager page={page} />
        </Suspense>
      )}
      {page !== undefined &&
        (items.length === 0 && !paged ? (
          <>
            <Empty
              text={state === 'collecting' ? words.agendaEmptyCollecting : words.agendaEmptyLater}
            />
            {deferredHere}
          </>
        ) : arranging && arrangeable ? (
          <Suspense fallback={<SkeletonRows count={8} />}>
            <ArrangeAgenda
              organization={organization.id}
              round={round}
              items={items}
              deliberating={state === 'deliberating'}
              onSaved={() => {
                setArranging(false);
                toast(words.arrangeSaid);
              }}
              onCancel={() => setArranging(false)}
            />
          </Suspense>
        ) : (
          <AgendaDesk
            round={round}
            items={items}
            total={paged ? page.total : items.length}
            people={page.people}
            paged={paged}
            until={state === 'deliberating' ? schedule?.closesAt : undefined}
          >
            {deferredHere}
          </AgendaDesk>
        ))}
    </section>
  );
}

/** Before the round is decided there is nothing to publish. */
function NotPublishing({ round, onRetry }: Missing & { readonly round: ListedRound }) {
  const Instead = round.state === 'decided' ? NotLoaded : Nothing;
  return <Instead onRetry={onRetry} />;
}

/** Whether the agenda has more than this page. */
function isPaged({ nextCursor, items }: AgendaPage, after: string | undefined): boolean {
  return nextCursor !== undefined || after !== undefined || (items[0]?.number ?? 0) > PAGE;
}
