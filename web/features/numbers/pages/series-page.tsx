/**
 * The numbers over the rounds: four measures as charts with their targets, all numbers in a table, a
 * breakdown by department or category, and a file with everything.
 */
import { useSearchParams } from 'wouter-preact';
import { exportSeries, getSeries } from '../../../../shared/contract/routes/numbers.ts';
import { useReading } from '../../../api/reading.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FileButton } from '../../../ui/file-button.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { OverdueNow } from '../../implementation/index.ts';
import { NumbersHead } from '../components/numbers-head.tsx';
import { SeriesBreakdown } from '../components/series-breakdown.tsx';
import { SeriesControls } from '../components/series-controls.tsx';
import { SeriesTable } from '../components/series-table.tsx';
import { Trend } from '../components/trend.tsx';
import { MEASURES, type Measure, type Series } from '../series.ts';
import { inAddress, questionOf, readChoice, type SeriesChoice } from '../series-choice.ts';
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
    <section class="numbers">
      <NumbersHead here="series" title={words.seriesTitle}>
        <FileButton<never>
          key={`${query.from} ${query.to} ${query.by}`}
          file={words.seriesFile(query.from, query.to)}
          read={(call, _whole, signal) => call(exportSeries, { path, query }, signal)}
        />
      </NumbersHead>
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
  const names = useMeasureNames();
  const { rounds, overdue, targets } = series;
  return (
    <>
      <p>
        <small>{words.liveText}</small>
      </p>
      <OverdueNow of={overdue} />
      <div class="series-figures">
        {MEASURES.map(measure => (
          <section key={measure}>
            <h2>{names[measure]}</h2>
            <Trend measure={measure} rounds={rounds} targets={targets} />
          </section>
        ))}
      </div>
      {choice.by !== 'none' && (
        <SeriesBreakdown choice={choice} rounds={rounds} onMeasure={onMeasure} />
      )}
      <SeriesTable rounds={rounds} />
    </>
  );
}
