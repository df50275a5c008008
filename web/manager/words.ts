/**
 * The texts of the manager's pages for acceptance, rewards, overdue work and checking a bulletin.
 */
import type { Bar } from '../idea/acts.ts';
import { wordsOf } from '../language/language-context.tsx';
import type { By } from './series-choice.ts';

const zh = {
  tabs: '验收奖励',
  tabAcceptance: '待验收',
  tabRewards: '奖励',
  tabOverdue: '已逾期',
  allWork: '全部实施事项',

  acceptanceTitle: '待验收的事项',
  acceptanceEmpty: '没有等待验收的事项。',
  accept: '验收通过',
  verifiedField: '核实年效益（元，扣除成本后）',
  verifiedHint: (claimed: string) =>
    `负责人申报 ${claimed} 元。请核实后填写；没有可计算的效益请填 0。`,
  confirmAccept: (title: string, amount: string) =>
    `确定《${title}》验收通过，核实年效益 ${amount} 元？通过后不能更改，奖励标准按它计算。`,
  accepted: (title: string) => `《${title}》已验收通过，接下来到“奖励”核定金额。`,
  sendBack: '退回实施',
  sendBackReason: '还差什么',
  sendBackHint: '负责人会看到，改好后再次提请验收。',
  sentBack: (title: string) => `《${title}》已退回负责人继续实施。`,
  bars: {
    'own-work': '您是这一条的负责人，不能自己验收；请由另一位经理验收。',
    'own-reward': '您是这一条的作者，不能核定或发放自己的奖励；请由另一位经理处理。',
    'not-claimed': '这一条不记名，作者还没有认领。作者用查询码认领后才能核定。',
    'no-author': '这一条是秘书代录的不记名纸条，没有作者，也就没有奖励。',
  } satisfies Record<Bar, string>,

  rewardsTitle: '待核定和待发放的奖励',
  rewardsEmpty: '没有待核定或待发放的奖励。',
  band: (least: string, most: string, proposed: string) =>
    `按核实效益，奖励标准为 ${least}–${most} 元，建议 ${proposed} 元。`,
  approve: '核定奖励',
  approveAnew: '重新核定',
  amountField: '奖励金额（元）',
  shareField: (id: string) => `${id} 所得（元）`,
  sharesLegend: '作者分配',
  evenly: '平均分配',
  sum: (sum: string) => `合计 ${sum} 元，与奖励金额一致。`,
  sumShort: (sum: string, by: string) => `合计 ${sum} 元，还差 ${by} 元。`,
  sumOver: (sum: string, by: string) => `合计 ${sum} 元，多出 ${by} 元。`,
  sumUnknown: '请先把各人所得填成金额。',
  notMoney: '请填金额，单位为元，最多两位小数。',
  outOfBand: (least: string, most: string) => `须在 ${least}–${most} 元之间。`,
  approved: (title: string) => `《${title}》的奖励已核定，发放后请登记。`,
  pay: '登记已发放',
  confirmPay: (title: string, amount: string) =>
    `确定《${title}》的奖励 ${amount} 元已经发放？登记后不能更改，这一条也不再列在这里。`,
  paid: (title: string) => `《${title}》的奖励已登记发放。`,

  overdueTitle: '已逾期的事项',
  overdueEmpty: '没有逾期的事项。',

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
  overdueNow: (count: number) => `各期合计，现有 ${count} 项实施已逾期，查看`,
  colon: '：',
  comma: '，',
  nowIs: (value: string) => `现为 ${value}`,
  live: '实时',
  liveText:
    '已公示的期，提交、决定、采纳、参与和用时是公示时的数字，后来变了的另注“现为”：暂缓的下期决定，仍计入原来的一期。验收、终止、实施率和效益各期都是实时数字。目标按现在的设置。',
  seriesFile: (from: string, to: string) => `历期数据-${from}-${to}.csv`,
};

const en: typeof zh = {
  tabs: 'Acceptance and rewards',
  tabAcceptance: 'To be accepted',
  tabRewards: 'Rewards',
  tabOverdue: 'Overdue',
  allWork: 'All that is under way',

  acceptanceTitle: 'Work to be accepted',
  acceptanceEmpty: 'No work waits to be accepted.',
  accept: 'Accept',
  verifiedField: 'Verified benefit (yuan a year, net of cost)',
  verifiedHint: claimed =>
    `The owner claims ¥${claimed}. Enter what you have verified; 0 if it cannot be put in money.`,
  confirmAccept: (title, amount) =>
    `Accept “${title}” with a verified benefit of ¥${amount} a year? This cannot be changed, and the reward follows from it.`,
  accepted: title => `“${title}” is accepted; next its reward is to be approved, under “Rewards”.`,
  sendBack: 'Send back',
  sendBackReason: 'What is missing',
  sendBackHint: 'The owner sees it, mends it and reports it as done again.',
  sentBack: title => `“${title}” went back to its owner.`,
  bars: {
    'own-work': 'You own this work and cannot accept it yourself; another manager has to.',
    'own-reward':
      'You are one of its authors and cannot approve or pay a reward of your own; another manager has to.',
    'not-claimed':
      'It is unnamed and its author has not claimed it. Approve the reward once they have, with the code.',
    'no-author': 'It was typed in from a slip without a name, so there is nobody to reward.',
  },

  rewardsTitle: 'Rewards to be approved or paid',
  rewardsEmpty: 'No reward waits to be approved or paid.',
  band: (least, most, proposed) =>
    `By the verified benefit the reward is ¥${least}–${most}; ¥${proposed} is proposed.`,
  approve: 'Approve',
  approveAnew: 'Approve anew',
  amountField: 'Amount (yuan)',
  shareField: id => `Share of ${id} (yuan)`,
  sharesLegend: 'Shares of the authors',
  evenly: 'Share evenly',
  sum: sum => `¥${sum} in all, as much as the amount.`,
  sumShort: (sum, by) => `¥${sum} in all, ¥${by} less than the amount.`,
  sumOver: (sum, by) => `¥${sum} in all, ¥${by} more than the amount.`,
  sumUnknown: 'Enter everybody’s share as an amount first.',
  notMoney: 'An amount in yuan, please, with at most two decimals.',
  outOfBand: (least, most) => `From ¥${least} to ¥${most}.`,
  approved: title => `The reward of “${title}” is approved; mark it as paid once it is.`,
  pay: 'Mark as paid',
  confirmPay: (title, amount) =>
    `Has the reward of “${title}”, ¥${amount}, been paid? This cannot be changed, and it is no longer listed here.`,
  paid: title => `The reward of “${title}” is marked as paid.`,

  overdueTitle: 'Overdue work',
  overdueEmpty: 'Nothing is overdue.',

  liveUntilPublished: 'Live numbers; they may change until the bulletin.',
  liveSincePublished: 'Live numbers, with what has changed since the bulletin.',
  asPublished: 'As published',

  toSeries: 'Over the rounds',
  toRound: 'A single round',
  seriesTitle: 'Numbers over the rounds',
  seriesTo: 'Up to',
  seriesSpan: 'How many',
  rounds: count => `${count} rounds`,
  seriesBy: 'Broken down',
  breakdowns: { none: 'not at all', department: 'by department', category: 'by category' },
  measure: 'Show',
  noParts: 'These rounds have no numbers to break down.',
  seriesEmpty: 'There are no numbers in these rounds yet.',
  seriesTable: 'Round by round',
  overdueNow: count =>
    count === 1
      ? 'Over all rounds, 1 piece of work is overdue now; see it'
      : `Over all rounds, ${count} pieces of work are overdue now; see them`,
  colon: ': ',
  comma: ', ',
  nowIs: value => `now ${value}`,
  live: 'live',
  liveText:
    'Of published rounds, ideas, decisions, adoption, participation and time are as published; “now” stands beside what has changed since, for what was deferred is decided later and counts in its own round. Acceptance, abandonment, implementation and benefit are live for all rounds. Targets are those of today.',
  seriesFile: (from, to) => `numbers-${from}-${to}.csv`,
};

export type ManagerWords = typeof zh;
export const managerWords = { 'zh-CN': zh, en };
export const useManagerWords = wordsOf(managerWords);
