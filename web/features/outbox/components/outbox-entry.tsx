/** One entry: what it is, since when and why it waits, and what its maker can do about it. */
import { useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { type Instant, instantOf } from '../../../../shared/domain/kernel/instant.ts';
import { useNetworkState } from '../../../api/network.ts';
import { useServerNow } from '../../../api/use-server-now.ts';
import { useDayAndTime, useReadable } from '../../../i18n/use-moment.ts';
import { type Entry, organizationOf } from '../../../outbox/entry.ts';
import { useOutbox } from '../../../outbox/outbox-context.tsx';
import { mayHaveArrived, missedRound } from '../../../outbox/queue.ts';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { Warning } from '../../../ui/warning.tsx';
import { ClaimCodeCard } from '../../submission/index.ts';
import { useReopen } from '../use-reopen.ts';
import { useOutboxWords } from '../words.ts';

interface Props {
  readonly entry: Entry;
  /** Whether nothing is before it. */
  readonly isFirst: boolean;
}

export function OutboxEntry({ entry, isFirst }: Props) {
  const words = useOutboxWords();
  const dayAndTime = useDayAndTime();
  const { act, about, photos, state, made } = entry;
  return (
    <li class="outbox-entry" style={{ padding: 'var(--3) 0' }}>
      <p class="facts">
        {[
          words.actOf[act.id],
          words.madeAt(dayAndTime(instantOf(made))),
          ...(photos.length > 0 ? [words.photos(photos.length)] : []),
        ].join('\u00a0· ')}
      </p>
      <h2>{about.title}</h2>
      <Content act={act} />
      {state.is === 'sent' ? (
        <Arrived entry={entry} arrived={state.arrived} />
      ) : (
        <>
          {state.is === 'refused' ? (
            <Refused refusal={state.refusal} />
          ) : (
            <Waiting entry={entry} isFirst={isFirst} />
          )}
          <Acts entry={entry} />
        </>
      )}
    </li>
  );
}

/** What was chosen or written. */
function Content({ act }: Pick<Entry, 'act'>) {
  const words = useOutboxWords();
  switch (act.id) {
    case 'castVote':
      return <p>{words.choices[act.request.body.choice]}</p>;
    case 'writeComment':
      return <p class="written">{act.request.body.text}</p>;
    case 'reportProgress':
      return (
        <p class="written">
          {act.request.body.progress}%&nbsp;· {act.request.body.note}
        </p>
      );
    case 'submitIdea':
    case 'supportIdea':
    case 'withdrawSupport':
      return null;
  }
}

function Waiting({ entry, isFirst }: Props) {
  const words = useOutboxWords();
  const dayAndTime = useDayAndTime();
  const { state } = entry;
  const isLost = useNetworkState().is === 'lost';
  const why = (): readonly string[] => {
    switch (state.is) {
      case 'sending':
        return [words.sending];
      case 'needs-sign-in':
        return [words.needsSignIn];
      case 'waiting':
        return [
          state.why === 'new' && !isFirst
            ? words.behind
            : words.whyWaiting[state.why === 'new' && isLost ? 'offline' : state.why],
          ...(state.why === 'limit' ? [words.retryAt(dayAndTime(instantOf(state.after)))] : []),
          ...(mayHaveArrived(entry) && state.why !== 'limit' ? [words.mayHaveArrived] : []),
        ];
      case 'refused':
      case 'sent':
        return [];
    }
  };
  return (
    <>
      <p class="muted small">{why().join('\u00a0· ')}</p>
      {entry.about.until !== undefined && <Deadline until={entry.about.until} />}
    </>
  );
}

/** Of a vote that waits. */
function Deadline({ until }: { readonly until: Instant }) {
  const words = useOutboxWords();
  const dayAndTime = useDayAndTime();
  const isOver = useServerNow() > Date.parse(until);
  return <p class="small">{isOver ? words.voteOver : words.voteUntil(dayAndTime(until))}</p>;
}

function Refused({
  refusal,
}: {
  readonly refusal: Extract<Entry['state'], { is: 'refused' }>['refusal'];
}) {
  const words = useOutboxWords();
  const readable = useReadable();
  const { code, title, detail } = refusal;
  const told = detail === undefined || detail === '' ? title : words.withReason(title, detail);
  return (
    <Warning>
      <p>
        <strong>{words.refused}</strong> {readable(told)}
      </p>
      {words.whatToDo[code] !== undefined && <p>{words.whatToDo[code]}</p>}
    </Warning>
  );
}

function Acts({ entry }: Pick<Props, 'entry'>) {
  const words = useOutboxWords();
  const outbox = useOutbox();
  const toast = useToast();
  const { organization } = useOrganization();
  const [, navigate] = useLocation();
  const reopen = useReopen();
  const { id, act, about, state } = entry;
  if (state.is === 'sending') return null;
  const isHere = organizationOf(entry) === organization.id;
  const drop = async () => {
    const engine = await outbox.engine();
    const taken = await engine?.take(id);
    if (taken === undefined) toast(words.notDropped);
    else toast(words.dropped(about.title), () => void engine?.restore(taken));
  };
  const change = async () => {
    const address = await reopen(entry, async () => (await outbox.engine())?.take(id));
    if (address === undefined) toast(words.notDropped);
    else navigate(address);
  };
  const rewritable =
    act.id === 'submitIdea' || act.id === 'writeComment' || act.id === 'reportProgress';
  return (
    <p class="actions">
      {state.is === 'refused' && (
        <button
          type="button"
          class="secondary"
          onClick={() => outbox.engine().then(engine => engine?.retry(id))}
        >
          {words.retry}
        </button>
      )}
      {isHere && rewritable && (
        <button type="button" class="secondary" onClick={change}>
          {words.changeEntry}
        </button>
      )}
      {isHere && !rewritable && (
        <Link href={about.address} class="button secondary">
          {words.openEntry}
        </Link>
      )}
      <button type="button" class="plain" onClick={drop}>
        {state.is === 'refused' ? words.understood : words.dropEntry}
      </button>
    </p>
  );
}

interface ArrivedProps extends Pick<Props, 'entry'> {
  readonly arrived: Extract<Entry['state'], { is: 'sent' }>['arrived'];
}

function Arrived({ entry, arrived }: ArrivedProps) {
  const words = useOutboxWords();
  const outbox = useOutbox();
  const toast = useToast();
  const [writtenDown, setWrittenDown] = useState(false);
  const missed = missedRound(entry);
  const acknowledge = () => outbox.engine().then(engine => engine?.acknowledge(entry.id));
  if (arrived.claimCode !== undefined)
    return (
      <>
        <p>{words.arrivedUnnamed}</p>
        <ClaimCodeCard
          code={arrived.claimCode}
          writtenDown={writtenDown}
          onWrittenDown={() => {
            setWrittenDown(true);
            toast(words.writtenDown);
            void acknowledge();
          }}
        />
      </>
    );
  return (
    <>
      <p>
        {missed === undefined
          ? words.arrivedIn(words.roundName(arrived.round))
          : words.arrivedLate(words.roundName(missed), words.roundName(arrived.round))}
      </p>
      <p class="actions">
        <Link
          href={paths.idea(organizationOf(entry), arrived.idea)}
          class="button secondary"
          onClick={acknowledge}
        >
          {words.seeIdea}
        </Link>
        <button type="button" class="plain" onClick={acknowledge}>
          {words.understood}
        </button>
      </p>
    </>
  );
}
