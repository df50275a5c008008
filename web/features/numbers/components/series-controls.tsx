/** Chooses the rounds of a series and their breakdown. */
import { useWords } from '../../../i18n/language-context.tsx';
import { useOrganization } from '../../../session/organization-context.tsx';
import { BY, lastRounds, type SeriesChoice, SPANS } from '../series-choice.ts';
import { useNumbersWords } from '../words.ts';

interface Props {
  readonly choice: SeriesChoice;
  readonly onChange: (choice: SeriesChoice) => void;
}

export function SeriesControls({ choice, onChange }: Props) {
  const common = useWords();
  const words = useNumbersWords();
  const { organization } = useOrganization();
  /** Accepts only one of the offered choices. */
  const choose = <Value,>(
    offered: readonly Value[],
    text: string,
    change: (value: Value) => SeriesChoice,
  ) => {
    const value = offered.find(one => String(one) === text);
    if (value !== undefined) onChange(change(value));
  };
  const rounds = lastRounds(organization.currentRound);
  return (
    <div class="no-print">
      <div class="filters">
        <label>
          {words.seriesTo}
          <select
            value={choice.to}
            onChange={event => choose(rounds, event.currentTarget.value, to => ({ ...choice, to }))}
          >
            {rounds.map(round => (
              <option key={round} value={round}>
                {common.roundName(round)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.seriesSpan}
          <select
            value={choice.span}
            onChange={event =>
              choose(SPANS, event.currentTarget.value, span => ({ ...choice, span }))
            }
          >
            {SPANS.map(span => (
              <option key={span} value={span}>
                {words.rounds(span)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.seriesBy}
          <select
            value={choice.by}
            onChange={event => choose(BY, event.currentTarget.value, by => ({ ...choice, by }))}
          >
            {BY.map(by => (
              <option key={by} value={by}>
                {words.breakdowns[by]}
              </option>
            ))}
          </select>
        </label>
      </div>
    </div>
  );
}
