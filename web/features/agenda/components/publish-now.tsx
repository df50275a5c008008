/**
 * The chair publishes a decided round before its day. The calendar's function makes the bulletin
 * within a minute or two; until then the round is read repeatedly.
 */
import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { ReplyOf, RequestOf } from '../../../../shared/contract/client.ts';
import { publishRound } from '../../../../shared/contract/routes/deliberation.ts';
import { getRound } from '../../../../shared/contract/routes/organization.ts';
import type { OrganizationId } from '../../../../shared/domain/kernel/ids.ts';
import { useCall } from '../../../api/call-context.tsx';
import { readingKey } from '../../../api/reading.ts';
import { paths } from '../../../paths.ts';
import { ActButton, ideasChanged } from '../../ideas/index.ts';
import { useChairingWords } from '../chairing/words.ts';
import { useAgendaWords } from '../words.ts';

const LOOK_AGAIN_MILLIS = 4_000;

type RoundPath = RequestOf<typeof getRound>['path'];

interface Props {
  readonly organization: OrganizationId;
  readonly round: ReplyOf<typeof getRound>;
}

export function PublishNow({ organization, round }: Props) {
  const agendaWords = useAgendaWords();
  const words = useChairingWords();
  const queryClient = useQueryClient();
  const [waiting, setWaiting] = useState(false);
  const status = useRef<HTMLDivElement>(null);
  const path = { organization, round: round.id };
  const published = round.state === 'published';
  useLooking(path, waiting && !published);
  useEffect(() => {
    if (waiting && published) ideasChanged(queryClient);
  }, [waiting, published, queryClient]);
  useLayoutEffect(() => {
    // The pressed button is gone.
    if (waiting) status.current?.focus();
  }, [waiting]);
  if (round.state !== 'decided' && !waiting) return null;
  return (
    <section class="notice publish-now" aria-label={words.publishNow}>
      {round.state === 'decided' && !waiting && (
        <ActButton
          name={words.publishNow}
          question={words.confirmPublish(words.roundName(round.id))}
          seen={undefined}
          act={call => call(publishRound, { path })}
          onDone={() => setWaiting(true)}
        />
      )}
      <div ref={status} role="status" tabIndex={-1}>
        {waiting && !published && <p aria-busy="true">{words.publishing}</p>}
        {published && (
          <p>
            {words.publishedSaid(words.roundName(round.id))}
            {words.sentenceGap}
            <Link href={paths.bulletin(organization, round.id)}>{agendaWords.seeBulletin}</Link>
          </p>
        )}
      </div>
    </section>
  );
}

/** Reads the round every few seconds, into the page's own cached reading. */
function useLooking(path: RoundPath, looking: boolean): void {
  const call = useCall();
  const request = { path };
  useQuery({
    queryKey: readingKey(getRound, request),
    queryFn: ({ signal }) => call(getRound, request, signal),
    refetchInterval: looking ? LOOK_AGAIN_MILLIS : false,
  });
}
