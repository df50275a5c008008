/** The Chinese texts of the bulletin, the certificate and the notice-board sheet. */
import type { Result } from './notice.ts';

export const zh = {
  bulletinHeading: (round: string) => `关于${round}金点子征集评审结果的公示`,
  bulletinNumber: (year: number, month: number) => `金点子公示〔${year}〕${month}号`,
  toAll: '全体职工：',
  collected: (round: string, submitted: number) => `${round}共征集金点子 ${submitted} 条，经评审：`,
  resultCounts: {
    adopted: (count: number) => `采纳 ${count} 条`,
    deferred: (count: number) => `暂缓 ${count} 条`,
    declined: (count: number) => `未采纳 ${count} 条`,
    undecided: (count: number) => `尚未决定 ${count} 条`,
  } satisfies Record<Result, (count: number) => string>,
  comma: '，',
  period: '。',
  rateIs: (rate: string) => `采纳率 ${rate}`,
  targetsAre: (ideas: string, rate: string) => `目标：征集 ${ideas}，采纳率 ${rate}。`,
  ideasCount: (count: number) => `${count} 条`,
  metOrNot: (target: string, met: boolean) => `${target}（${met ? '已达到' : '未达到'}）`,
  asFollows: '现将结果公示如下。',
  objections: (organization: string) =>
    `对结果有异议的，请向${organization}秘书反映；未采纳的，作者还可以登录后在该条金点子的页面上申诉。`,
  frozen: '以上是公示时的数字和结果，不再改动。',
  herewith: '特此公示。',

  results: {
    adopted: '采纳',
    deferred: '暂缓',
    declined: '未采纳',
    undecided: '尚未决定',
  } satisfies Record<Result, string>,
  group: (at: number, result: string, count: number) =>
    `${['一', '二', '三', '四'][at] ?? ''}、${result}（${count} 条）`,
  entryNumber: '序号',
  result: '结果',
  votes: '赞 : 反 : 弃',
  votesShort: '票数',
  reasonAndReply: '理由与答复',
  officialReply: '答复',
  presently: (status: string) => `现为：${status}`,

  figures: '其他数字',
  ideasPerHead: '人均条数',
  firstReply: '首次答复',
  daysToDecision: '决定用时',
  meanDays: (days: string) => `平均 ${days} 天`,
  rewardsApproved: '核定奖励',
  rewardsPaid: '发放奖励',
  amountOf: (amount: string, ideas: number) => `${amount}（${ideas} 条）`,
  satisfaction: '满意率',
  excellent: '优秀金点子',
  withheld: (fewest: number) => `不公布（不足 ${fewest} 条）`,
  departmentsWithheld:
    '人数或条数不足五的部门不对外列出，以免看出是谁；为了不能用减法推算，另一些部门也一并不列。',

  print: '打印',
  publicAddress: '公开网页',
  broughtForwardBy: (member: string) => `由${member}提前公示`,
  poster: '征集海报',
  trackingTitle: '实施跟踪',
  notYetPublished: (round: string) => `${round}还没有公示`,
  willBePublished: (moment: string) => `预计 ${moment} 公示。`,
  seeIdeas: (round: string) => `查看${round}的金点子`,
  bulletinEmpty: '这一期没有金点子。',

  notPublicTitle: '这里没有公开的公示',
  notPublicText: '地址可能有误，公示还没有发布，或者该单位没有公开公示。本单位成员可以登录查看。',
  notLoaded: '公示没有载入，请检查网络后重试。',
  publicDescription: (organization: string, round: string) =>
    `${organization}${round}金点子征集评审结果`,

  verify: '与事实核对',
  verifyNow: '开始核对',
  verifyText: '用全部金点子的经过把公示重新算一遍，与公示时的数字和结果逐项比较。',
  agrees: (ideas: number) => `核对一致：${ideas} 条金点子重新计算的结果与公示完全相同。`,
  differs: (places: number) => `有 ${places} 处与公示不一致：`,
  moreDiffer: (places: number) => `另有 ${places} 处没有列出。`,
  where: '位置',
  published: '公示的',
  recomputed: '重新计算的',
};
