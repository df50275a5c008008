/** Chooses the measure of the charts. */
import { MEASURES, type Measure } from '../series.ts';
import { useMeasureNames, useNumbersWords } from '../words.ts';

interface Props {
  readonly chosen: Measure;
  readonly onChoose: (measure: Measure) => void;
}

export function MeasureChips({ chosen, onChoose }: Props) {
  const words = useNumbersWords();
  const names = useMeasureNames();
  return (
    <fieldset class="chips one-line no-print">
      <legend class="visually-hidden">{words.measure}</legend>
      {MEASURES.map(measure => (
        <button
          key={measure}
          type="button"
          class="chip"
          aria-pressed={measure === chosen}
          onClick={() => onChoose(measure)}
        >
          {names[measure]}
        </button>
      ))}
    </fieldset>
  );
}
