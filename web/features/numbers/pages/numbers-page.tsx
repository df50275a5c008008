/**
 * A round's numbers for the manager, as an answer to "how are we doing": four figures beside their
 * targets, the year's trend, how far the ideas came, and who does best; each leads to the ideas
 * behind it. It opens on the last decided round, since a collecting round has little to show.
 */
import { Link, useSearchParams } from 'wouter-preact';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import { getSeries, getStatistics } from '../../../../shared/contract/routes/numbers.ts';
import { type RoundId, roundAfter } from '../../../../shared/domain/kernel/ids.ts';
import { type Reading, useReading } from '../../../api/reading.ts';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { RoundSelect } from '../../../ui/round-select.tsx';
import { pickRound, useRounds } from '../../../ui/rounds.ts';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { BulletinCheck } from '../../bulletin/index.ts';
import { OverdueNow } from '../../implementation/index.ts';
import { numbersOfRound, readMeasure } from '../choice.ts';
import { Breakdown } from '../components/breakdown.tsx';
import { Charted } from '../components/charted.tsx';
import { Funnel } from '../components/funnel.tsx';
import { DecisionFigures, FollowUpPart } from '../components/further-figures.tsx';
import { Headlines } from '../components/headlines.tsx';
import { MeasureChips } from '../components/measure-chips.tsx';
import { NumbersHead } from '../components/numbers-head.tsx';
import { Ranking } from '../components/ranking.tsx';
import { Trend } from '../components/trend.tsx';
import { TrendTable } from '../components/trend-table.tsx';
import { ideasBehind } from '../ideas-behind.ts';
import { targetOf } from '../measures.ts';
import type { Measure, Series } from '../series.ts';
import { useMeasureNames, useNumbersWords } from '../words.ts';

/** A year and the same month of the year before. */
const ROUNDS_OF_TREND = 13;

/** Of the head, the chart and its legend, in pixels. */
const TREND_HEIGHT = 352;

type Statistics = ReplyOf<typeof getStatistics>;

export function NumbersPage({ fromAddress }: { readonly fromAddress: string | undefined }) {
  const words = useNumbersWords();
  const { organization } = useOrganization();
  const rounds = useRounds();
  const [address, setAddress] = useSearchParams();
  const measure = readMeasure(address);
  return (
    <section class="numbers">
      <QueryView of={rounds}>
        {({ items }) => {
          const opened = items.find(({ state }) => state !== 'collecting');
          const round = pickRound(
            fromAddress,
            items,
            'deliberating',
            opened?.id ?? organization.currentRound,
          );
          return (
            <>
              <NumbersHead here="round" title={words.numbersTitle}>
                <RoundSelect
                  round={round}
                  to={chosen => numbersOfRound(organization.id, chosen, measure)}
                />
              </NumbersHead>
              <RoundNumbers
                key={round}
                round={round}
                measure={measure}
                onMeasure={measure => setAddress({ measure }, { replace: true })}
              />
            </>
          );
        }}
      </QueryView>
    </section>
  );
}

interface RoundProps {
  readonly round: RoundId;
  readonly measure: Measure;
  readonly onMeasure: (measure: Measure) => void;
}

function RoundNumbers({ round, measure, onMeasure }: RoundProps) {
  const { organization } = useOrganization();
  const path = { organization: organization.id };
  const statistics = useReading(getStatistics, { path: { ...path, round } });
  const series = useReading(getSeries, {
    path,
    query: { from: roundAfter(round, 1 - ROUNDS_OF_TREND), to: round },
  });
  return (
    <QueryView of={statistics} skeleton={<NumbersSkeleton />}>
      {numbers => (
        <>
          <StateLine of={numbers} />
          {numbers.total.submitted === 0 && <NothingYet />}
          <Headlines of={numbers} />
          <OverdueNow of={numbers.overdue} />
          <MeasureChips chosen={measure} onChoose={onMeasure} />
          <YearTrend of={series} round={round} measure={measure} />
          <div class="halves">
            <div>
              <Funnel of={numbers} />
              <DecisionFigures total={numbers.total} />
              <FollowUpPart total={numbers.total} />
            </div>
            <div>
              <Parts of={numbers} by="department" measure={measure} />
              <Parts of={numbers} by="category" measure={measure} />
            </div>
          </div>
          {numbers.state === 'published' && <BulletinCheck round={round} />}
        </>
      )}
    </QueryView>
  );
}

function NumbersSkeleton() {
  return (
    <>
      <SkeletonRows count={1} height={220} />
      <SkeletonRows count={1} height={TREND_HEIGHT} />
    </>
  );
}

/** Of which round the numbers are, and whether they may still change. */
function StateLine({ of: { round, state } }: { readonly of: Statistics }) {
  const words = useNumbersWords();
  const { id } = useOrganization().organization;
  return (
    <p class="facts">
      {words.roundName(round)}&nbsp;· {words.roundStates[state]}&nbsp;·{' '}
      {state === 'published' ? (
        <>
          {words.liveSincePublished}
          {words.sentenceGap}
          <Link href={paths.bulletin(id, round)} class="no-print">
            {words.asPublished}
          </Link>
        </>
      ) : (
        words.liveUntilPublished
      )}
    </p>
  );
}

function NothingYet() {
  const words = useNumbersWords();
  const { id } = useOrganization().organization;
  return (
    <Empty text={words.noNumbers}>
      <Link href={paths.handIn(id)} class="button secondary">
        {words.navHandIn}
      </Link>
    </Empty>
  );
}

interface YearTrendProps {
  readonly of: Reading<Series>;
  readonly round: RoundId;
  readonly measure: Measure;
}

/** A measure over the rounds that end with the chosen one. */
function YearTrend({ of: series, round, measure }: YearTrendProps) {
  const words = useNumbersWords();
  const names = useMeasureNames();
  return (
    <QueryView of={series} skeleton={<SkeletonRows count={1} height={TREND_HEIGHT} />}>
      {({ rounds, targets }) => (
        <Charted
          title={words.trendOf(names[measure])}
          chart={<Trend measure={measure} rounds={rounds} targets={targets} chosen={round} />}
          table={<TrendTable measure={measure} rounds={rounds} />}
        />
      )}
    </QueryView>
  );
}

interface PartsProps {
  readonly of: Statistics;
  readonly by: 'department' | 'category';
  readonly measure: Measure;
}

/** The departments or categories, ranked by the measure; a category has no participation. */
function Parts({ of, by, measure }: PartsProps) {
  const words = useNumbersWords();
  const names = useMeasureNames();
  const { id } = useOrganization().organization;
  const heading = by === 'department' ? words.department : words.category;
  const title = `${by === 'department' ? words.byDepartment : words.byCategory}\u00a0· ${names[measure]}`;
  const rows =
    by === 'department'
      ? of.departments.map(one => ({ name: one.name, value: one[measure] }))
      : of.categories.map(one => ({
          name: one.name,
          value: measure === 'participation' ? undefined : one[measure],
        }));
  if (rows.length === 0) return null;
  return (
    <Charted
      title={title}
      chart={
        by === 'category' && measure === 'participation' ? (
          <p class="muted">{words.noParticipation}</p>
        ) : (
          <Ranking
            rows={rows}
            target={measure === 'adoptionRate' ? targetOf(measure, of.targets) : undefined}
            hrefOf={name => ideasBehind(id, of.round, { [by]: name })}
          />
        )
      }
      table={
        by === 'department' ? (
          <Breakdown caption={title} heading={heading} rows={of.departments} withParticipation />
        ) : (
          <Breakdown caption={title} heading={heading} rows={of.categories} />
        )
      }
    />
  );
}
