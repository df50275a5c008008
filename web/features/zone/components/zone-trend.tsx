/**
 * A measure of the zone, or of a district, over the last rounds: as columns, and as a table. A round
 * that is withheld or not complete has no column, and the table says which.
 */
import { useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import type { RoundId, ZoneId } from '../../../../shared/domain/kernel/ids.ts';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { monthName } from '../../../i18n/moments.ts';
import { paths } from '../../../paths.ts';
import { rateText } from '../../../ui/rates.ts';
import { Charted, LazyColumns } from '../../numbers/index.ts';
import { ROUND_COLUMNS, type RoundNumbers, type ZoneReply } from '../order.ts';
import { useColumnNames, useZoneWords } from '../words.ts';

const MEASURES = ['adoptionRate', 'submitted'] as const;
type Measure = (typeof MEASURES)[number];
/** The choice of the whole zone; a district's name is never empty. */
const WHOLE = '';

interface Props {
  readonly zone: ZoneId;
  readonly rounds: readonly ZoneReply[];
  readonly shown: RoundId;
  /** Whether the reader sees a total. */
  readonly wholeZone: boolean;
  readonly districts: readonly string[];
}

export function ZoneTrend({ zone, rounds, shown, wholeZone, districts }: Props) {
  const { language } = useLanguage();
  const words = useZoneWords();
  const names = useColumnNames();
  const [, go] = useLocation();
  const places = [...(wholeZone ? [WHOLE] : []), ...districts];
  const [place, setPlace] = useState(places[0] ?? WHOLE);
  const [measure, setMeasure] = useState<Measure>('adoptionRate');
  const points = rounds.map(reply => ({ round: reply.round, numbers: numbersAt(reply, place) }));
  const sizeAt = (numbers: RoundNumbers): number =>
    measure === 'submitted' ? numbers.submitted : (numbers.adoptionRate.value ?? 0);
  const textAt = (numbers: RoundNumbers): string =>
    measure === 'submitted'
      ? numbers.submitted.toLocaleString(language)
      : rateText(numbers.adoptionRate);
  const shortOf = (size: number): string =>
    measure === 'submitted' ? size.toLocaleString(language) : `${Math.round(size * 100)}%`;
  const placeName = place === WHOLE ? words.wholeZone : place;
  const columns = points.map(({ round, numbers }, at) => {
    const month = Number(round.slice(5));
    const known = typeof numbers === 'object' ? numbers : undefined;
    return {
      key: round,
      name: words.roundName(round),
      under: {
        month: monthName(round, language),
        number: String(month),
        ...((month === 1 || (at === 0 && month < 11)) && { year: round.slice(0, 4) }),
      },
      size: known && sizeAt(known),
      text: known ? textAt(known) : missing(numbers, words),
      short: known ? shortOf(sizeAt(known)) : '',
      kind: round === shown ? ('chosen' as const) : ('settled' as const),
    };
  });
  return (
    <div class="zone-trend">
      <div class="filters no-print">
        {places.length > 1 && (
          <label>
            {words.trendPlace}
            <select value={place} onChange={event => setPlace(event.currentTarget.value)}>
              {places.map(one => (
                <option key={one} value={one}>
                  {one === WHOLE ? words.wholeZone : one}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          {words.trendMeasure}
          <select
            value={measure}
            onChange={event => {
              const chosen = MEASURES.find(one => one === event.currentTarget.value);
              if (chosen !== undefined) setMeasure(chosen);
            }}
          >
            {MEASURES.map(one => (
              <option key={one} value={one}>
                {names[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Charted
        title={`${words.trend}\u00a0· ${placeName}\u00a0· ${names[measure]}`}
        chart={
          <LazyColumns
            label={`${words.trend}\u00a0· ${placeName}\u00a0· ${names[measure]}`}
            columns={columns}
            tickText={shortOf}
            onPick={at => {
              const round = points[at]?.round;
              if (round !== undefined) go(paths.zone(zone, round));
            }}
          />
        }
        table={<TrendTable zone={zone} points={points} />}
      />
    </div>
  );
}

type Point = RoundNumbers | 'withheld' | 'incomplete';

/** The numbers of a place in a round, as far as the reply shows them. */
function numbersAt(reply: ZoneReply, place: string): Point {
  if (reply.state !== 'complete' || reply.organizations === 0) return 'incomplete';
  if (place === WHOLE) return reply.numbers ?? 'withheld';
  const district = reply.districts.find(one => one.district === place);
  return district === undefined ? 'incomplete' : (district.numbers ?? 'withheld');
}

function missing(point: Point, words: ReturnType<typeof useZoneWords>): string {
  return point === 'withheld' ? words.notShown : words.noRound;
}

interface TableProps {
  readonly zone: ZoneId;
  readonly points: readonly { readonly round: RoundId; readonly numbers: Point }[];
}

function TrendTable({ zone, points }: TableProps) {
  const { language } = useLanguage();
  const words = useZoneWords();
  const names = useColumnNames();
  return (
    <div class="overflow-auto">
      <table>
        <thead>
          <tr>
            <th scope="col">{words.roundColumn}</th>
            {ROUND_COLUMNS.map(column => (
              <th key={column} scope="col" class="number">
                {names[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...points].reverse().map(({ round, numbers }) => (
            <tr key={round}>
              <th scope="row">
                <Link href={paths.zone(zone, round)}>{words.roundName(round)}</Link>
              </th>
              {typeof numbers === 'string' ? (
                <td colSpan={ROUND_COLUMNS.length} class="withheld">
                  {missing(numbers, words)}
                </td>
              ) : (
                ROUND_COLUMNS.map(column => {
                  const value = numbers[column];
                  return (
                    <td key={column} class="number">
                      {typeof value === 'number' ? value.toLocaleString(language) : rateText(value)}
                    </td>
                  );
                })
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
