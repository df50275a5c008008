/** My progress in voting, and the remaining time. It stays in view while scrolling. */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getRound } from '../../../../shared/contract/routes/organization.ts';
import { useMoment } from '../../../i18n/use-moment.ts';
import { type AgendaItem, progress } from '../agenda.ts';
import { useAgendaWords } from '../words.ts';
import { RemainingTime } from './remaining-time.tsx';

interface Props {
  readonly items: readonly AgendaItem[];
  readonly round: ReplyOf<typeof getRound> | undefined;
}

export function AgendaProgress({ items, round }: Props) {
  const words = useAgendaWords();
  const { done, all } = progress(items);
  return (
    <div class="agenda-progress">
      <p>
        <strong role="status">
          {all === 0 ? words.agendaCount(items.length) : words.voted(done, all)}
        </strong>{' '}
        {round !== undefined && <Deadline round={round} />}
      </p>
      {all > 0 && <progress value={done} max={all} aria-label={words.voted(done, all)} />}
    </div>
  );
}

function Deadline({ round }: { readonly round: ReplyOf<typeof getRound> }) {
  const words = useAgendaWords();
  const moment = useMoment();
  switch (round.state) {
    case 'collecting':
      return <small>{words.votingOpens(moment(round.opensAt))}</small>;
    case 'deliberating':
      return (
        <small>
          {words.votingUntil(moment(round.closesAt))} <RemainingTime until={round.closesAt} />
        </small>
      );
    case 'decided':
    case 'published':
      return <small>{words.roundStates[round.state]}</small>;
  }
}
