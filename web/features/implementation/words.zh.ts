/** The Chinese texts of the pages of `implementation`. */
import type { WorkState } from '../../../shared/domain/idea/work.ts';
import type { Bar } from '../ideas/index.ts';

export const zh = {
  report: '报告进展',
  reportPercent: (percent: number) => `报告 ${percent}%`,
  percent: (value: number) => `${value}%`,
  progressOf: (title: string) => `《${title}》的进度`,
  progressField: '其他进度',
  noteBegun: (percent: number) => `已完成 ${percent}%。`,
  notPercent: '请填 0–100 的整数。',
  reportNote: '进展说明',
  reportNoteHint: '做到哪一步了？有什么困难？',
  reported: '进展已记下，所有成员都能看到。',
  allDone: '都做完了？可以直接',
  complete: '完成，提请验收',
  before: '改进前',
  after: '改进后',
  doneField: '做了什么',
  doneHint: '怎么做的、现在怎样了。验收的经理会看。',
  claimedField: '申报年效益（元，扣除成本后）',
  claimedHint: '没有可计算的效益请填 0。经理验收时核实。',
  confirmComplete: (title: string) =>
    `确定《${title}》已完成并提请验收？之后只有经理退回才能再改。`,
  completed: '已提请验收，由经理（不是您本人）核实效益后通过。',
  workTitle: '我负责的事项',
  workEmpty: '目前没有由您负责实施的金点子。指定由您负责以后，会列在这里。',
  workDone: '已做完的',

  trackingTitle: '实施跟踪',
  trackingShow: '看哪些',
  trackingEmpty: (view: string) => `目前没有“${view}”的金点子。`,
  trackingViews: {
    overdue: '已逾期',
    implementing: '实施中',
    completed: '待验收',
    accepted: '已验收，奖励未发放',
  } satisfies Record<WorkState | 'overdue', string>,

  idea: '金点子',
  ownerHeading: '负责人',
  authors: '作者',
  act: '操作',
  waited: (days: number) => (days === 0 ? '今天' : `已等 ${days} 天`),
  days: (count: number) => `${count} 天`,

  acceptanceTitle: '待验收',
  acceptanceEmpty: '没有等待验收的事项。负责人报告完成以后，会列在这里。',
  acceptanceText: '等得最久的在前。通过以后，奖励按核实的效益计算。',
  claimedHeading: '申报年效益（元）',
  completedHeading: '提请验收',
  asClaimed: (amount: string) => `与申报相同：${amount} 元`,
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
    'own-work': '您是负责人，请由另一位经理验收。',
    'own-reward': '您是作者，请由另一位经理核定和发放。',
    'not-claimed': '不记名，作者还没有认领；认领后才能核定。',
    'no-author': '录入的不记名纸条，没有作者，也就没有奖励。',
  } satisfies Record<Bar, string>,

  overdueTitle: '已逾期',
  overdueEmpty: '没有逾期的事项。',
  overdueText: '过了完成期限还没有完成的，逾期最久的在前。',
  overdueFor: '逾期',
  notReported: '还没有报告进展',
  overdueNow: (count: number) => `各期合计现有 ${count} 项已逾期。`,
  overdueIn: (department: string, count: number) => `${department} ${count} 项`,
  overdueMost: (departments: string) => `最多的是${departments}。`,
  toTheTracking: '实施跟踪',
  notAMember: '请选择一个人。',
  notADay: '请填写日期。',
  outcome: '结果',

  reopen: '重新审议',
  reopenReason: '为什么收回这个决定',
  reopenHint:
    '公示以前可以收回。记名表决还没截止的，回到原来的表决，已投的票都还在；已经截止的和无记名的，上下一期的议程，重新表决。原来的决定和这个理由都留在经过里。',
  confirmReopen: (title: string) => `确定收回对《${title}》的决定，重新审议？`,
  reopenedSaid: (title: string, round: string, anew: boolean) =>
    anew
      ? `《${title}》的决定已收回，转入${round}的议程，到时重新表决。`
      : `《${title}》的决定已收回，回到${round}的表决，已投的票都还在。`,

  reply: '官方答复',
  replyAnew: '更新官方答复',
  answerAppeal: '答复申诉',

  assign: '指定负责人',
  assignChosen: (count: number) => `为所选的 ${count} 条指定负责人`,
  reassign: '更换负责人或期限',
  reassignNow: '更换',
  owner: '负责人',
  due: '完成期限',
  dueHint: '过了这一天还没有完成，就算逾期。',
  assignedSaid: (title: string, owner: string, due: string) =>
    `《${title}》由 ${owner} 负责，${due}前完成。`,

  nameExcellent: '评为优秀金点子',
  unnameExcellent: '撤销优秀金点子',
  confirmName: (title: string) => `确定代表评委会把《${title}》评为优秀金点子？`,
  confirmUnname: (title: string) => `确定撤销《${title}》的优秀金点子？`,
  namedSaid: (title: string) => `《${title}》已评为优秀金点子。`,
  unnamedSaid: (title: string) => `《${title}》不再是优秀金点子。`,

  abandon: '终止实施',
  abandonReason: '为什么不做了',
  abandonHint: '它仍计为已采纳；终止和理由写入它的经过。',
  confirmAbandon: (title: string) => `确定终止《${title}》？终止以后不能恢复。`,
  abandonedSaid: (title: string) => `《${title}》已终止。`,

  followUpTitle: '跟进',
  unassignedTitle: '待指定负责人',
  underWayTitle: '实施中的',
  followUpEmpty: '没有待指定负责人的。金点子采纳以后，会列在这里。',
  followUpCount: (count: number) => `${count} 条已采纳，还没有负责人。等得最久的在前。`,

  adoptedOn: '采纳于',
  progressHead: '进度',
  daysLeft: (days: number) => `还有 ${days} 天`,
  actsHead: '办理',
  handle: '办理',
  excellent: '优秀金点子',
};
