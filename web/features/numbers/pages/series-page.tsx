/**
 * The numbers over the rounds: four measures as bars with their targets, all numbers in a table, a
 * breakdown by department or category, and a file with everything.
 */
import { Link, useSearchParams } from 'wouter-preact';
import { exportSeries, getSeries } from '../../../../shared/contract/routes/numbers.ts';
import { useReading } from '../../../api/reading.ts';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FileButton } from '../../../ui/file-button.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { shareText } from '../../../ui/rates.ts';
import { OverdueNow } from '../../implementation/index.ts';
import { SeriesBars } from '../components/series-bars.tsx';
import { SeriesBreakdown } from '../components/series-breakdown.tsx';
import { SeriesControls } from '../components/series-controls.tsx';
import { SeriesTable } from '../components/series-table.tsx';
import { MEASURES, type Measure, type Series, type SeriesRound, shownIn } from '../series.ts';
import { inAddress, questionOf, readChoice, type SeriesChoice } from '../series-choice.ts';
import { metSoFar } from '../targets.ts';
import { useMeasureNames, useNumbersWords } from '../words.ts';

export function SeriesPage() {
  const words = useNumbersWords();
  const { organization } = useOrganization();
  const [address, setAddress] = useSearchParams();
  const choice = readChoice(address, organization.currentRound);
  const choose = (chosen: SeriesChoice) => setAddress(inAddress(chosen), { replace: true });
  const path = { organization: organization.id };
  const query = questionOf(choice);
  const series = useReading(getSeries, { path, query });
  return (
    <section>
      <div class="page-head">
        <PageTitle text={words.seriesTitle} />
        <Link href={paths.numbers(organization.id)} class="no-print">
          {words.toRound}
        </Link>
        <div class="no-print">
          <FileButton<never>
            key={`${query.from} ${query.to} ${query.by}`}
            file={words.seriesFile(query.from, query.to)}
            read={(call, _whole, signal) => call(exportSeries, { path, query }, signal)}
          />
        </div>
      </div>
      <SeriesControls choice={choice} onChange={choose} />
      <QueryView of={series}>
        {series =>
          series.rounds.length === 0 ? (
            <Empty text={words.seriesEmpty} />
          ) : (
            <SeriesShown
              series={series}
              choice={choice}
              onMeasure={measure => choose({ ...choice, measure })}
            />
          )
        }
      </QueryView>
    </section>
  );
}

interface ShownProps {
  readonly series: Series;
  readonly choice: SeriesChoice;
  readonly onMeasure: (measure: Measure) => void;
}

function SeriesShown({ series, choice, onMeasure }: ShownProps) {
  const words = useNumbersWords();
  const { rounds, overdue } = series;
  return (
    <>
      <p>
        <small>{words.liveText}</small>
      </p>
      <OverdueNow of={overdue} />
      <div class="series-figures">
        {MEASURES.map(measure => (
          <MeasureBars key={measure} measure={measure} series={series} />
        ))}
      </div>
      {choice.by !== 'none' && (
        <SeriesBreakdown choice={choice} rounds={rounds} onMeasure={onMeasure} />
      )}
      <SeriesTable rounds={rounds} />
    </>
  );
}

function MeasureBars({ measure, series }: { readonly measure: Measure; readonly series: Series }) {
  const names = useMeasureNames();
  const { targets, rounds } = series;
  const bars = rounds.map(round => ({
    round: round.round,
    shown: shownIn(round, measure),
    met: metIn(round, measure),
  }));
  const target = targetOf(measure, targets);
  return <SeriesBars title={names[measure]} bars={bars} {...(target && { target })} />;
}

function metIn({ state, met }: SeriesRound, measure: Measure): boolean | undefined {
  switch (measure) {
    case 'adoptionRate':
      return metSoFar(state, met.adoptionRate);
    case 'submitted':
      return metSoFar(state, met.ideas);
    case 'participation':
    case 'verifiedBenefit':
      return undefined;
  }
}

function targetOf(
  measure: Measure,
  { ideas, adoptionRate }: Series['targets'],
): { readonly size: number; readonly text: string } | undefined {
  switch (measure) {
    case 'adoptionRate':
      return {
        size: adoptionRate.numerator / adoptionRate.denominator,
        text: shareText(adoptionRate),
      };
    case 'submitted':
      return { size: ideas, text: String(ideas) };
    case 'participation':
    case 'verifiedBenefit':
      return undefined;
  }
}
