/**
 * The columns of the file of numbers: counts, and rates beside their parts, so that readers can add
 * up and divide again. Each round has a line for its total and one for each part; a published round
 * has the same again for the running numbers. A few lines of overdue work come last, which is of
 * today and of no round.
 */
import { ROUND_STATE_NAMES } from '../../shared/contract/names.ts';
import { FEN_PER_YUAN } from '../../shared/domain/kernel/amount.ts';
import type { LocalDate } from '../../shared/domain/kernel/instant.ts';
import type { Rate } from '../../shared/domain/numbers/rate.ts';
import type {
  Breakdown,
  Part,
  SeriesEntry,
  TargetsMet,
} from '../../shared/domain/numbers/series.ts';
import type { Targets } from '../../shared/domain/organization/organization.ts';
import type { Round } from '../../shared/domain/round/round.ts';
import type { Cell, Columns } from '../../shared/http/csv.ts';
import type { OverdueToday } from './overdue.ts';

/** A line of the file. */
type SeriesRow = RoundRow | OverdueRow;

interface RoundRow {
  readonly round: Round;
  readonly source: SeriesEntry['source'];
  readonly numbers: Part;
  /** Only the total has targets; parts have none. */
  readonly met?: TargetsMet;
}

interface OverdueRow {
  readonly today: LocalDate;
  readonly name: string;
  readonly overdue: number;
}

const WHOLE = '全单位';
/** In place of a number that the bulletin withholds. */
const WITHHELD = '不公布';

const SOURCE_NAMES: Record<SeriesEntry['source'], string> = { published: '公示', live: '实时' };

export function rowsOf({
  round,
  entry,
}: {
  readonly round: Round;
  readonly entry: SeriesEntry;
}): RoundRow[] {
  const rows = (
    source: SeriesEntry['source'],
    { total, met, parts = [] }: Pick<SeriesEntry, 'total' | 'met' | 'parts'>,
  ): RoundRow[] => [
    { round, source, numbers: { name: WHOLE, ...total }, met },
    ...parts.map(numbers => ({ round, source, numbers })),
  ];
  return [
    ...rows(entry.source, entry),
    ...(entry.source === 'published' ? rows('live', entry.live) : []),
  ];
}

export function overdueRows(
  { today, total, departments, categories }: OverdueToday,
  by: Breakdown | undefined,
): OverdueRow[] {
  const parts = { none: [], department: departments, category: categories }[by ?? 'none'];
  return [{ name: WHOLE, overdue: total }, ...parts].map(row => ({ today, ...row }));
}

export function seriesColumns(targets: Targets): Columns<SeriesRow> {
  const { numerator, denominator } = targets.adoptionRate;
  return {
    期: row => ('round' in row ? row.round.id : '各期'),
    状态: row => ('round' in row ? ROUND_STATE_NAMES[row.round.state] : undefined),
    口径: row => ('round' in row ? SOURCE_NAMES[row.source] : `截至 ${row.today}`),
    范围: row => ('round' in row ? row.numbers.name : row.name),
    提交: of(numbers => numbers.submitted),
    采纳: of(numbers => numbers.adopted),
    未采纳: of(numbers => numbers.declined),
    已决定: of(numbers => numbers.decided),
    暂缓: of(numbers => numbers.deferred),
    未决定: of(numbers => numbers.undecided),
    验收: of(numbers => numbers.accepted),
    终止: of(numbers => numbers.abandoned),
    参与人数: of(numbers => numbers.participation?.numerator),
    在册人数: of(numbers => numbers.participation?.denominator),
    '采纳率(采纳÷提交,%)': of(numbers => percent(numbers.adoptionRate)),
    '采纳率(采纳÷已决定,%)': of(numbers => percent(numbers.adoptionRateOfDecided)),
    '决定率(已决定÷提交,%)': of(numbers => percent(numbers.decisionRate)),
    '实施率(验收÷采纳,%)': of(numbers => percent(numbers.implementationRate)),
    '参与率(参与人数÷在册人数,%)': of(numbers => percent(numbers.participation)),
    平均决定天数: of(numbers => numbers.daysToDecision.mean ?? undefined),
    九成决定天数: of(numbers => numbers.daysToDecision.percentile90 ?? undefined),
    '申报年效益(元)': of(numbers => numbers.claimedBenefit),
    '核实年效益(元)': of(numbers => numbers.verifiedBenefit),
    逾期实施: row => ('overdue' in row ? row.overdue : undefined),
    提交目标: of((_, met) => met && targets.ideas),
    提交达标: of((_, met) => met && yesOrNo(met.ideas)),
    '采纳率目标(%)': of((_, met) => met && hundredths((numerator / denominator) * 100)),
    采纳率达标: of((_, met) => met && yesOrNo(met.adoptionRate)),
    '人均条数(条)': of(numbers => numbers.ideasPerHead?.numerator),
    '人均条数(条÷在册人数)': of(numbers => numbers.ideasPerHead?.value ?? undefined),
    已答复: of(numbers => numbers.followUp?.daysToFirstReply.replied),
    平均首次答复天数: of(numbers => numbers.followUp?.daysToFirstReply.mean ?? undefined),
    '核定奖励(条)': of(numbers => told(numbers.followUp?.rewardsApproved, ({ ideas }) => ideas)),
    '核定奖励(元)': of(numbers =>
      told(numbers.followUp?.rewardsApproved, ({ fen }) => fen / FEN_PER_YUAN),
    ),
    '发放奖励(条)': of(numbers => told(numbers.followUp?.rewardsPaid, ({ ideas }) => ideas)),
    '发放奖励(元)': of(numbers =>
      told(numbers.followUp?.rewardsPaid, ({ fen }) => fen / FEN_PER_YUAN),
    ),
    满意: of(numbers => told(numbers.followUp?.satisfaction, ({ satisfied }) => satisfied)),
    一般: of(numbers => told(numbers.followUp?.satisfaction, ({ neutral }) => neutral)),
    不满意: of(numbers => told(numbers.followUp?.satisfaction, ({ dissatisfied }) => dissatisfied)),
    '满意率(满意÷已评价,%)': of(numbers =>
      told(numbers.followUp?.satisfaction, ({ rate }) => percent(rate)),
    ),
    优秀金点子: of(numbers => numbers.followUp?.excellent),
  };
}

/** A column of rounds; empty in a line without one. */
function of(cell: (numbers: Part, met: TargetsMet | undefined) => Cell): (row: SeriesRow) => Cell {
  return row => ('round' in row ? cell(row.numbers, row.met) : undefined);
}

/** A number; empty where it is unknown, and a word where it is withheld. */
function told<Numbers>(
  numbers: Numbers | null | undefined,
  cell: (numbers: Numbers) => Cell,
): Cell {
  return numbers === null ? WITHHELD : numbers && cell(numbers);
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
