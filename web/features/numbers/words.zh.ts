/** The Chinese texts of the pages of `numbers`. */
import type { By } from './series-choice.ts';

export const zh = {
  liveUntilPublished: '实时数字，公示以前还会变。',
  liveSincePublished: '实时数字，公示以后的变化也算在内。',
  asPublished: '公示时的数字',

  toSeries: '历期数据',
  toRound: '单期数据',
  seriesTitle: '历期数据',
  seriesTo: '截至',
  seriesSpan: '期数',
  rounds: (count: number) => `${count} 期`,
  seriesBy: '细分',
  breakdowns: { none: '不细分', department: '按部门', category: '按类别' } satisfies Record<
    By,
    string
  >,
  measure: '显示',
  noParts: '这些期里没有可以细分的数字。',
  seriesEmpty: '这些期里还没有数据。',
  seriesTable: '各期数字',
  nowIs: (value: string) => `现为 ${value}`,
  live: '实时',
  liveText:
    '已公示的期，提交、决定、采纳、参与和用时是公示时的数字，后来变了的另注“现为”：暂缓的下期决定，仍计入原来的一期。验收、终止、实施率和效益各期都是实时数字。目标按现在的设置。',
  seriesFile: (from: string, to: string) => `历期数据-${from}-${to}.csv`,
};
