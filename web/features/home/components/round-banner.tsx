/**
 * The current round with its next deadline, and any earlier round that is still being voted on or
 * waits for its bulletin.
 */
import { Link } from 'wouter-preact';
import { getRound } from '../../../../shared/contract/routes/organization.ts';
import { useReading } from '../../../api/reading.ts';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { day } from '../../../i18n/moments.ts';
import { useMoment } from '../../../i18n/use-moment.ts';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { type ListedRound, useRounds } from '../../../ui/rounds.ts';

export function RoundBanner() {
  const { language, words } = useLanguage();
  const { organization } = useOrganization();
  const current = useReading(getRound, {
    path: { organization: organization.id, round: organization.currentRound },
  });
  const rounds = useRounds().data?.items ?? [];
  const unfinished = rounds.filter(
    ({ id, state }) => id < organization.currentRound && state !== 'published',
  );
  return (
    <aside class="round-banner" aria-label={words.navRound}>
      <p>
        <strong>{words.roundName(organization.currentRound)}</strong>
        {current.data !== undefined && (
          <>
            {' · '}
            {words.roundStates[current.data.state]}
            <br />
            {words.intakeUntil(day(current.data.day, language))}
          </>
        )}
      </p>
      {unfinished.map(round => (
        <p key={round.id}>
          <Link href={paths.round(organization.id, round.id)}>{words.roundName(round.id)}</Link>
          {' · '}
          {words.roundStates[round.state]} · <NextDeadline round={round} />
        </p>
      ))}
    </aside>
  );
}

function NextDeadline({ round }: { readonly round: ListedRound }) {
  const { language, words } = useLanguage();
  const moment = useMoment();
  switch (round.state) {
    case 'collecting':
      return <>{words.intakeUntil(day(round.day, language))}</>;
    case 'deliberating':
      return <>{words.votingUntil(moment(round.closesAt))}</>;
    case 'decided':
      return <>{words.publishedOn(moment(round.publishesAt))}</>;
    case 'published':
      return <>{words.publishedOn(moment(round.publishedAt ?? round.publishesAt))}</>;
  }
}
