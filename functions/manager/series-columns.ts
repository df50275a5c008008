/**
 * The columns of the file of numbers: counts as they are and rates beside what they are made of, so that whoever has the file can
 * add up and divide again. A line for the whole of each round and one for each of its parts; where the round is published, as many
 * again for how they run by now.
 */
import { ROUND_STATE_NAMES } from '../../shared/contract/names.ts';
import type { Targets } from '../../shared/domain/organization.ts';
import type { Round } from '../../shared/domain/round.ts';
import type { Part, SeriesEntry, TargetsMet } from '../../shared/domain/series.ts';
import type { Rate } from '../../shared/domain/statistics.ts';
import type { Columns } from '../../shared/http/csv.ts';

/** A line of the file. */
interface SeriesRow {
  readonly round: Round;
  readonly source: SeriesEntry['source'];
  readonly numbers: Part;
  /** Of the whole only: parts have no targets. */
  readonly met?: TargetsMet;
}

const WHOLE = '全单位';

const SOURCE_NAMES: Record<SeriesEntry['source'], string> = { published: '公示', live: '实时' };

export function rowsOf({
  round,
  entry,
}: {
  readonly round: Round;
  readonly entry: SeriesEntry;
}): SeriesRow[] {
  const rows = (
    source: SeriesEntry['source'],
    { total, met, parts = [] }: Pick<SeriesEntry, 'total' | 'met' | 'parts'>,
  ): SeriesRow[] => [
    { round, source, numbers: { name: WHOLE, ...total }, met },
    ...parts.map(numbers => ({ round, source, numbers })),
  ];
  return [...rows(entry.source, entry), ...(entry.source === 'published' ? rows('live', entry.live) : [])];
}

export function seriesColumns(targets: Targets): Columns<SeriesRow> {
  const { numerator, denominator } = targets.adoptionRate;
  return {
    期: ({ round }) => round.id,
    状态: ({ round }) => ROUND_STATE_NAMES[round.state],
    口径: ({ source }) => SOURCE_NAMES[source],
    范围: ({ numbers }) => numbers.name,
    提交: ({ numbers }) => numbers.submitted,
    采纳: ({ numbers }) => numbers.adopted,
    未采纳: ({ numbers }) => numbers.declined,
    已决定: ({ numbers }) => numbers.decided,
    暂缓: ({ numbers }) => numbers.deferred,
    未决定: ({ numbers }) => numbers.undecided,
    验收: ({ numbers }) => numbers.accepted,
    终止: ({ numbers }) => numbers.abandoned,
    参与人数: ({ numbers }) => numbers.participation?.numerator,
    在册人数: ({ numbers }) => numbers.participation?.denominator,
    '采纳率(采纳÷提交,%)': ({ numbers }) => percent(numbers.adoptionRate),
    '采纳率(采纳÷已决定,%)': ({ numbers }) => percent(numbers.adoptionRateOfDecided),
    '决定率(已决定÷提交,%)': ({ numbers }) => percent(numbers.decisionRate),
    '实施率(验收÷采纳,%)': ({ numbers }) => percent(numbers.implementationRate),
    '参与率(参与人数÷在册人数,%)': ({ numbers }) => percent(numbers.participation),
    平均决定天数: ({ numbers }) => numbers.daysToDecision.mean ?? undefined,
    九成决定天数: ({ numbers }) => numbers.daysToDecision.percentile90 ?? undefined,
    '申报年效益(元)': ({ numbers }) => numbers.claimedBenefit,
    '核实年效益(元)': ({ numbers }) => numbers.verifiedBenefit,
    提交目标: ({ met }) => met && targets.ideas,
    提交达标: ({ met }) => met && yesOrNo(met.ideas),
    '采纳率目标(%)': ({ met }) => met && hundredths((numerator / denominator) * 100),
    采纳率达标: ({ met }) => met && yesOrNo(met.adoptionRate),
  };
}

function percent(rate: Rate | undefined): number | undefined {
  return rate === undefined || rate.value === null ? undefined : hundredths(rate.value * 100);
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

function yesOrNo(met: boolean | null): string | undefined {
  return met === null ? undefined : met ? '是' : '否';
}
