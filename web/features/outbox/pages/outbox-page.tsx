/** What the reader has made on this device and what waits to be sent, and what became of it. */
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { Entry } from '../../../outbox/entry.ts';
import { useEntries, useOutbox } from '../../../outbox/outbox-context.tsx';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { StorageWarning } from '../../../ui/form/storage-warning.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { RoundEnd } from '../../submission/index.ts';
import { OutboxEntry } from '../components/outbox-entry.tsx';
import { useOutboxWords } from '../words.ts';

/** What has arrived comes last. */
function inOrder(entries: readonly Entry[]): readonly Entry[] {
  const isSent = ({ state }: Entry) => Number(state.is === 'sent');
  return [...entries].sort((one, other) => isSent(one) - isSent(other));
}

export function OutboxPage() {
  const words = useOutboxWords();
  const outbox = useOutbox();
  const entries = useEntries();
  const { organization } = useOrganization();
  const [trying, setTrying] = useState(false);
  const tryNow = async () => {
    setTrying(true);
    try {
      await (await outbox.engine())?.retry();
    } finally {
      setTrying(false);
    }
  };
  /** Ideas that have arrived, besides those whose claim code has to be written down. */
  const arrived = (entries ?? []).flatMap(({ id, state }) =>
    state.is === 'sent' && state.arrived.claimCode === undefined ? [id] : [],
  );
  const acknowledgeAll = async () => {
    const engine = await outbox.engine();
    for (const id of arrived) await engine?.acknowledge(id);
  };
  const waiting = (entries ?? []).filter(
    ({ state }) => state.is !== 'sent' && state.is !== 'refused',
  );
  return (
    <section class="narrow">
      <header class="page-head">
        <PageTitle text={words.navOutbox} />
        {waiting.length > 0 && (
          <button type="button" aria-busy={trying} disabled={trying} onClick={tryNow}>
            {trying ? words.trying : words.tryNow}
          </button>
        )}
      </header>
      {entries === undefined && <SkeletonRows count={2} height={120} />}
      {entries?.length === 0 && (
        <Empty text={words.outboxEmpty}>
          <p class="muted">{words.outboxEmptyText}</p>
          <Link href={paths.handIn(organization.id)} class="button">
            {words.navHandIn}
          </Link>
        </Empty>
      )}
      {entries !== undefined && entries.length > 0 && (
        <>
          <p class="muted">{words.outboxText}</p>
          {waiting.some(({ act }) => act.id === 'submitIdea') && <RoundEnd />}
          {arrived.length > 1 && (
            <p class="actions">
              <button type="button" class="secondary" onClick={acknowledgeAll}>
                {words.acknowledgeAll(arrived.length)}
              </button>
            </p>
          )}
          <ul class="rows" aria-label={words.navOutbox}>
            {inOrder(entries).map((entry, at) => (
              <OutboxEntry key={entry.id} entry={entry} isFirst={at === 0} />
            ))}
          </ul>
        </>
      )}
      <StorageWarning />
    </section>
  );
}
