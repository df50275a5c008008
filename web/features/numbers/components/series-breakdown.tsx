/** One measure by department or by category: a row for each, a column for each round. */
import { useWords } from '../../../i18n/language-context.tsx';
import { Scrollable } from '../../../ui/scrollable.tsx';
import { brokenDown, type Measure, type SeriesRound } from '../series.ts';
import { measuresFor, type SeriesChoice } from '../series-choice.ts';
import { useMeasureNames, useNumbersWords } from '../words.ts';
import { ShownValue } from './shown-value.tsx';

interface Props {
  readonly choice: SeriesChoice;
  readonly rounds: readonly SeriesRound[];
  readonly onMeasure: (measure: Measure) => void;
}

export function SeriesBreakdown({ choice: { by, measure }, rounds, onMeasure }: Props) {
  const common = useWords();
  const words = useNumbersWords();
  const names = useMeasureNames();
  const measures = measuresFor(by);
  const rows = brokenDown(rounds, measure);
  const choose = (text: string) => {
    const chosen = measures.find(one => one === text);
    if (chosen !== undefined) onMeasure(chosen);
  };
  return (
    <section>
      <div class="page-head">
        <h2>
          {by === 'department' ? common.byDepartment : common.byCategory}&nbsp;· {names[measure]}
        </h2>
        <label class="round-select">
          {words.measure}
          <select value={measure} onChange={event => choose(event.currentTarget.value)}>
            {measures.map(one => (
              <option key={one} value={one}>
                {names[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Scrollable label={by === 'department' ? common.department : common.category}>
        <table>
          <thead>
            <tr>
              <th scope="col">{by === 'department' ? common.department : common.category}</th>
              {rounds.map(({ round }) => (
                <th key={round} scope="col" class="number">
                  {common.roundName(round)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, cells }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell, at) => (
                  <td key={rounds[at]?.round} class="number">
                    {cell === undefined ? common.none : <ShownValue {...cell} />}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrollable>
      {rows.length === 0 && <p>{words.noParts}</p>}
    </section>
  );
}
