/**
 * The Chinese names of the states of ideas and rounds, of their acts and of the roles. Pages,
 * refusals, files and the charts in the docs take them from here, so that everything has one name.
 */
import type { DecisionOutcome, ReasonCode } from '../domain/idea/decision.ts';
import type { HistoryEntry } from '../domain/idea/history.ts';
import type { Doer, IdeaStatus } from '../domain/idea/lifecycle.ts';
import type { Role } from '../domain/organization/organization.ts';
import type { RoundState } from '../domain/round/round.ts';

export const STATUS_NAMES: Readonly<Record<IdeaStatus, string>> = {
  submitted: '已提交',
  returned: '已退回，待修改',
  'on-agenda': '已列入议程',
  adopted: '已采纳',
  declined: '未采纳',
  deferred: '暂缓，下期再议',
  implementing: '实施中',
  completed: '已完成，待验收',
  accepted: '已验收',
  abandoned: '已终止',
  withdrawn: '已撤回',
  merged: '已合并',
};

export const ACT_NAMES: Readonly<Record<HistoryEntry['act'], string>> = {
  submit: '提交',
  return: '退回修改',
  revise: '修改并重新提交',
  withdraw: '撤回',
  correct: '更正纸条',
  'take-back': '撤回纸条',
  list: '列入议程',
  merge: '并入另一条',
  unmerge: '取消合并',
  absorb: '另一条并入',
  release: '另一条取消合并',
  adopt: '采纳',
  decline: '不采纳',
  dismiss: '初审不采纳',
  defer: '暂缓',
  reopen: '重新审议',
  reply: '官方答复',
  assign: '指定负责人',
  reassign: '更换负责人或期限',
  report: '报告进展',
  complete: '完成，提请验收',
  'send-back': '验收未通过，退回实施',
  accept: '验收通过',
  abandon: '终止',
  'approve-reward': '核定奖励',
  'pay-reward': '发放奖励',
  'name-excellent': '评为优秀金点子',
  'unname-excellent': '撤销优秀金点子',
  'rate-outcome': '作者评价结果',
  appeal: '申诉',
  'answer-appeal': '答复申诉',
  claim: '作者认领',
  acknowledge: '并入的那条有人认领',
  'decline-authorship': '谢绝共同署名',
  refer: '征求意见',
  'give-opinion': '提出意见',
};

export const DOER_NAMES: Readonly<Record<Doer, string>> = {
  secretary: '秘书',
  chair: '主任委员',
  manager: '经理',
  author: '作者',
  'co-author': '共同作者',
  adviser: '征求意见的对象或部门联系人',
  owner: '负责人',
  'code-holder': '持查询码的人',
  cycle: '日程自动',
};

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  employee: '职工',
  secretary: '秘书',
  committee: '评委',
  chair: '主任委员',
  manager: '经理',
  administrator: '管理员',
};

export const OUTCOME_NAMES: Readonly<Record<DecisionOutcome, string>> = {
  adopted: '采纳',
  declined: '不采纳',
  deferred: '暂缓',
};

/** The rules of a ballot as reasons, also in English: pages and files word them for the reader. */
export const REASON_NAMES: Readonly<Record<'zh' | 'en', Readonly<Record<ReasonCode, string>>>> = {
  zh: { 'not-approved': '表决未通过', 'no-quorum': '未达到法定票数' },
  en: { 'not-approved': 'Voted down', 'no-quorum': 'No quorum' },
};

export const ROUND_STATE_NAMES: Readonly<Record<RoundState, string>> = {
  collecting: '征集中',
  deliberating: '审议表决中',
  decided: '已决定，待公示',
  published: '已公示',
};
