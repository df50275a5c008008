/** The head of an agenda: its round, the round's state, the next date, and the numbers. */
import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getRound } from '../../../../shared/contract/routes/organization.ts';
import type { RoundId } from '../../../../shared/domain/kernel/ids.ts';
import { useMoment } from '../../../i18n/use-moment.ts';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { RoundSelect } from '../../../ui/round-select.tsx';
import type { AgendaCounts } from '../agenda.ts';
import { useAgendaWords } from '../words.ts';
import { RemainingTime } from './remaining-time.tsx';

interface Props {
  readonly round: RoundId;
  readonly schedule: ReplyOf<typeof getRound> | undefined;
  /** The numbers, where the whole agenda is read. */
  readonly counts: AgendaCounts | undefined;
  readonly children?: ComponentChildren;
}

export function AgendaHead({ round, schedule, counts, children }: Props) {
  const words = useAgendaWords();
  const { organization } = useOrganization();
  return (
    <header class="agenda-head">
      <div class="page-head">
        <PageTitle text={words.agendaTitle(words.roundName(round))} />
        <RoundSelect round={round} to={chosen => paths.agenda(organization.id, chosen)} />
      </div>
      <div class="agenda-state">
        <p class="facts">{schedule && <State schedule={schedule} counts={counts} />}</p>
        {children}
      </div>
    </header>
  );
}

interface StateProps {
  readonly schedule: ReplyOf<typeof getRound>;
  readonly counts: AgendaCounts | undefined;
}

function State({ schedule, counts }: StateProps) {
  const words = useAgendaWords();
  const moment = useMoment();
  const { organization } = useOrganization();
  const { id, state, opensAt, closesAt, publishesAt } = schedule;
  const name = <span class={`badge ${state}`}>{words.roundStates[state]}</span>;
  switch (state) {
    case 'collecting':
      return (
        <>
          {name} <span>{words.votingOpens(moment(opensAt))}</span>{' '}
          {counts !== undefined && <span>{words.ideasSoFar(counts.all)}</span>}
        </>
      );
    case 'deliberating':
      return (
        <>
          {name} <span>{words.votingUntil(moment(closesAt))}</span>{' '}
          <RemainingTime until={closesAt} />{' '}
          {counts !== undefined && <span>{words.ideasUndecided(counts.open, counts.all)}</span>}
        </>
      );
    case 'decided':
    case 'published':
      return (
        <>
          {name}{' '}
          {counts !== undefined && (
            <span>{words.ideasDecided(counts.adopted, counts.declined)}</span>
          )}{' '}
          {state === 'decided' ? (
            <span>{words.willPublish(moment(publishesAt))}</span>
          ) : (
            <Link href={paths.bulletin(organization.id, id)}>{words.seeBulletin}</Link>
          )}
        </>
      );
  }
}
