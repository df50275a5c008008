/** The values of a trend as a table, a row for each round, with what changed since its bulletin. */
import { Link } from 'wouter-preact';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Scrollable } from '../../../ui/scrollable.tsx';
import { numbersOfRound } from '../choice.ts';
import { metIn } from '../measures.ts';
import { type Measure, type SeriesRound, shownIn } from '../series.ts';
import { useMeasureNames, useNumbersWords } from '../words.ts';
import { Met } from './met.tsx';
import { ShownValue } from './shown-value.tsx';

interface Props {
  readonly measure: Measure;
  readonly rounds: readonly SeriesRound[];
}

export function TrendTable({ measure, rounds }: Props) {
  const words = useNumbersWords();
  const names = useMeasureNames();
  const { id } = useOrganization().organization;
  return (
    <Scrollable label={words.trendOf(names[measure])}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.round}</th>
            <th scope="col" class="number">
              {names[measure]}
            </th>
            <th scope="col">{words.targetHeading}</th>
          </tr>
        </thead>
        <tbody>
          {rounds.map(round => (
            <tr key={round.round}>
              <th scope="row">
                <Link href={numbersOfRound(id, round.round, measure)}>
                  {words.roundName(round.round)}
                </Link>
              </th>
              <td class="number">
                <ShownValue {...shownIn(round, measure)} />
              </td>
              <td>
                <Met met={metIn(round, measure)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}
