/** Chooses another round of a zone. */
import { useLocation } from 'wouter-preact';
import { isRoundId, type RoundId, type ZoneId } from '../../../../shared/domain/kernel/ids.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { paths } from '../../../paths.ts';
import { roundsToChoose } from '../rounds.ts';

interface Props {
  readonly zone: ZoneId;
  readonly round: RoundId;
  readonly latest: RoundId;
}

export function RoundChoice({ zone, round, latest }: Props) {
  const words = useWords();
  const [, go] = useLocation();
  const choose = (value: string) => {
    if (isRoundId(value)) go(paths.zone(zone, value));
  };
  return (
    <label class="round-select">
      <span class="visually-hidden">{words.round}</span>
      <select value={round} onChange={event => choose(event.currentTarget.value)}>
        {roundsToChoose(latest, round).map(id => (
          <option key={id} value={id}>
            {words.roundName(id)}
          </option>
        ))}
      </select>
    </label>
  );
}
