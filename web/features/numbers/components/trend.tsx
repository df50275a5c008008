/** A measure over the rounds, as columns with the target as a line. A column leads to its round. */
import { useLocation } from 'wouter-preact';
import type { RoundId } from '../../../../shared/domain/kernel/ids.ts';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { monthName } from '../../../i18n/moments.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import type { Column } from '../chart.ts';
import { numbersOfRound } from '../choice.ts';
import { shortText, targetOf, tickText } from '../measures.ts';
import {
  type Measure,
  type Series,
  type SeriesRound,
  shownIn,
  sizeOf,
  valueText,
} from '../series.ts';
import { useMeasureNames, useNumbersWords } from '../words.ts';
import { LazyColumns } from './lazy-columns.tsx';

interface Props {
  readonly measure: Measure;
  readonly rounds: readonly SeriesRound[];
  readonly targets: Series['targets'];
  /** The round that the page is about. */
  readonly chosen?: RoundId;
}

export function Trend({ measure, rounds, targets, chosen }: Props) {
  const { language } = useLanguage();
  const words = useNumbersWords();
  const names = useMeasureNames();
  const { id } = useOrganization().organization;
  const [, go] = useLocation();
  const target = targetOf(measure, targets);
  // A year is wider than a column, so the first is left out right before the next.
  const yearSoon = rounds.slice(1, 3).some(({ round }) => round.endsWith('-01'));
  const columns = rounds.map((round, at): Column => {
    const { value } = shownIn(round, measure);
    const month = Number(round.round.slice(5));
    return {
      key: round.round,
      name: words.roundName(round.round),
      under: {
        month: monthName(round.round, language),
        number: String(month),
        ...((month === 1 || (at === 0 && !yearSoon)) && { year: round.round.slice(0, 4) }),
      },
      size: sizeOf(value),
      text: valueText(value, language),
      short: shortText(value, language),
      kind: round.round === chosen ? 'chosen' : round.source === 'live' ? 'live' : 'settled',
    };
  });
  const last = columns[columns.length - 1];
  const label = [
    words.trendOf(names[measure]),
    ...(target === undefined ? [] : [words.target(target.text)]),
    ...(last === undefined ? [] : [words.labelled(last.name, last.text)]),
  ].join('\u00a0· ');
  return (
    <>
      <LazyColumns
        label={label}
        columns={columns}
        target={target?.size}
        tickText={size => tickText(measure, size, language)}
        onPick={at => {
          const round = rounds[at];
          if (round !== undefined) go(numbersOfRound(id, round.round, measure));
        }}
      />
      <ul class="legend">
        {target !== undefined && <li class="target">{words.target(target.text)}</li>}
        {chosen !== undefined && <li class="chosen">{words.roundName(chosen)}</li>}
        {columns.some(({ kind }) => kind === 'live') && <li class="live">{words.stillLive}</li>}
      </ul>
    </>
  );
}
