/** Moves a round's day back to the day of the rules. */
import { restoreRoundDay } from '../../../../shared/contract/routes/administration.ts';
import type { LocalDate } from '../../../../shared/domain/kernel/instant.ts';
import { ChangeButton, type Settings } from '../../settings/index.ts';
import type { UpcomingRound } from '../calendar.ts';
import { useCalendarWords } from '../words.ts';

interface Props {
  readonly settings: Pick<Settings, 'id' | 'version'>;
  readonly round: UpcomingRound;
  readonly onDone: (day: LocalDate) => void;
}

export function RestoreDay({ settings: { id, version }, round: { round }, onDone }: Props) {
  const words = useCalendarWords();
  return (
    <ChangeButton
      name={words.restoreDay}
      question={words.confirmRestoring(words.roundName(round))}
      send={call => call(restoreRoundDay, { path: { organization: id, round }, ifMatch: version })}
      onDone={({ day }) => onDone(day)}
    />
  );
}
