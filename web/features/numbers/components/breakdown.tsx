/** A round's numbers by department or by category, one row each. */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getStatistics } from '../../../../shared/contract/routes/numbers.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { rateText } from '../../../ui/rates.ts';
import { Scrollable } from '../../../ui/scrollable.tsx';
import { RateBar } from './rate-bar.tsx';

type Statistics = ReplyOf<typeof getStatistics>;
type Row = Omit<Statistics['categories'][number], 'name'> & {
  readonly name: string;
  readonly participation?: Statistics['total']['participation'];
};

interface Props {
  readonly caption: string;
  readonly heading: string;
  readonly rows: readonly Row[];
  readonly withParticipation?: boolean;
}

export function Breakdown({ caption, heading, rows, withParticipation = false }: Props) {
  const words = useWords();
  if (rows.length === 0) return null;
  return (
    <Scrollable label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            <th scope="col" class="number">
              {words.submitted}
            </th>
            <th scope="col" class="number">
              {words.decidedCount}
            </th>
            <th scope="col" class="number">
              {words.adopted}
            </th>
            <th scope="col">{words.adoptionRate}</th>
            {withParticipation && <th scope="col">{words.participation}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              <td class="number">{row.submitted}</td>
              <td class="number">{row.decided}</td>
              <td class="number">{row.adopted}</td>
              <td>
                <RateBar rate={row.adoptionRate} />
              </td>
              {withParticipation && (
                <td>
                  {row.participation === undefined ? words.none : rateText(row.participation)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}
