/** Moves a round's day back to the day of the rules. */
import { restoreRoundDay } from '../../shared/contract/routes/administration.ts';
import type { LocalDate } from '../../shared/domain/kernel/instant.ts';
import type { UpcomingRound } from './calendar.ts';
import { ChangeButton } from './change-button.tsx';
import { useAdministratorWords } from './language/use-administrator-words.ts';
import type { Settings } from './settings.ts';

interface Props {
  readonly settings: Pick<Settings, 'id' | 'version'>;
  readonly round: UpcomingRound;
  readonly onDone: (day: LocalDate) => void;
}

export function RestoreDay({ settings: { id, version }, round: { round }, onDone }: Props) {
  const words = useAdministratorWords();
  return (
    <ChangeButton
      name={words.restoreDay}
      question={words.confirmRestoring(round)}
      send={call => call(restoreRoundDay, { path: { organization: id, round }, ifMatch: version })}
      onDone={({ day }) => onDone(day)}
    />
  );
}
