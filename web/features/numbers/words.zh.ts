/** The Chinese texts of the pages of `numbers`. */
import type { By } from './series-choice.ts';

export const zh = {
  numbersTitle: '数据',
  liveUntilPublished: '实时数字，公示以前还会变。',
  liveSincePublished: '实时数字，公示以后的变化也算在内。',
  asPublished: '公示时的数字',
  noNumbers: '这一期还没有人提交，所以还没有数字。',

  print: '打印',

  /** The four figures, each with what it is made of and the way to what is behind it. */
  submittedIdeas: '提交数（条）',
  perHead: (ideas: string) => `人均 ${ideas}`,
  adoptedOf: (adopted: number, submitted: number) => `采纳 ${adopted} ÷ 提交 ${submitted}`,
  acceptedOf: (accepted: number, adopted: number) => `已验收 ${accepted} ÷ 采纳 ${adopted}`,
  underWay: '实施中',
  benefitBasis: '经理验收时核实，每年、扣除成本后',
  seeIdeas: '看这些金点子',
  seeAdopted: '看采纳的',
  seeAccepted: '看验收的',

  /** The charts, and their tables. */
  stillLive: '还没有公示，会变',
  trendOf: (measure: string) => `${measure}走势`,
  chart: '图',
  table: '表格',
  asChart: (title: string) => `图：${title}`,
  asTable: (title: string) => `表格：${title}`,
  noChart: '图没有加载出来。数字都在“表格”里，重新载入页面可以再试。',
  targetHeading: '目标',
  funnel: '从提交到验收',
  noParticipation: '类别没有参与率：在册人数只按部门统计。',
  decisionsTitle: '决定与参与',
  decisionRateBasis: '已决定 ÷ 提交',
  followUpTitle: '答复、奖励与评价',

  /** What follows the decision. */
  accepted: '已验收',
  abandoned: '已终止',
  implementationRate: '实施率',
  verifiedBenefit: '核实年效益',
  benefitInYuan: '核实年效益（元）',
  claimedInYuan: '申报年效益（元）',
  claimedBenefit: (amount: string) => `申报 ${amount}`,
  adoptionRateOfDecided: '采纳 ÷ 已决定',
  daysToDecision: '决定用时',
  meanDaysHeading: '平均决定用时（天）',
  meanDays: (days: string) => `平均 ${days} 天`,
  within: (days: number) => (days > 60 ? '90% 超过 60 天' : `90% 在 ${days} 天内`),

  /** What became of the ideas beside their decision. */
  ideasPerHead: '人均条数',
  ideasPerHeadBasis: '提交 ÷ 在册人数',
  firstReply: '首次答复用时',
  replied: (ideas: number) => `已答复 ${ideas} 条`,
  rewardsApproved: '核定奖励',
  rewardsPaid: '发放奖励',
  ofIdeas: (ideas: number) => `${ideas} 条`,
  satisfaction: '满意率',
  satisfactionBasis: '满意 ÷ 已评价',
  opinions: (neutral: number, dissatisfied: number) =>
    `一般 ${neutral}\u00a0· 不满意 ${dissatisfied}`,
  excellent: '优秀金点子',
  withheld: '不公布',
  withheldReason: '不足三条的不公布',
  unknown: '还没有统计',

  toSeries: '历期',
  toRound: '单期',
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
