/**
 * The texts for an idea's later life: mergers, its implementation, its reward and the details of
 * its history.
 */
import type { AppealOutcome } from '../../../shared/domain/idea/decision.ts';
import type { Reward } from '../../../shared/domain/idea/idea.ts';
import { wordsOf } from '../../i18n/language-context.tsx';

export const zhIdea = {
  carriedOver: (round: string) => `转入 ${round} 期审议`,
  coAuthors: (ids: string) => `共同作者：${ids}`,
  officialReply: '官方答复',
  withoutBallot: '秘书在初审时决定，未经评委表决。主任委员在公示前可以恢复审议。',
  appealOutcomes: { upheld: '支持，重新表决', rejected: '维持原决定' } satisfies Record<
    AppealOutcome,
    string
  >,
  anotherIdea: '另一条金点子',
  mergedInto: '已并入',
  mergedIntoText: '两条说的是同一件事，由那一条继续；附议已一并转过去，作者成为共同作者。',
  intoWithdrawn:
    '那一条后来被它的作者撤回了，这一条停在了这里。请秘书“取消合并”，它就恢复成合并以前的样子。',
  andOnInto: '，又随它并入 ',
  intoWithdrawnAtLast:
    '最后那一条后来被它的作者撤回了，并入它的都停在了这里。请秘书从最后并入的一条起，逐条“取消合并”。',
  tookIn: '这些金点子已并入本条：',
  withdrawalStrands: (others: number) =>
    others === 0 ? '' : `另有 ${others} 条并入了这一条，撤回以后它们会停在这里，要等秘书取消合并。`,

  implementation: '实施',
  owner: '负责人',
  due: '完成期限',
  overdue: '已逾期',
  progress: '进度',
  percent: (value: number) => `${value}%`,
  reportedOn: (moment: string) => `${moment} 报告`,
  done: '完成情况',
  completedOn: '提请验收时间',
  claimedBenefit: '申报年效益',
  verifiedBenefit: '核实年效益',
  acceptedBy: '验收人',
  sentBack: '验收未通过，还差',
  abandoned: '已终止',
  formerText: '修改前的内容',
  formerAuthor: '原作者',
  formerTime: '原提交时间',
  noteToMend: '退回说明',

  reward: '奖励',
  rewardStates: { proposed: '待核定', approved: '已核定，待发放', paid: '已发放' } satisfies Record<
    Reward['state'],
    string
  >,
  rewardRange: (least: string, most: string) => `按标准 ${least}–${most} 元`,
  rewardProposed: (amount: string) => `建议 ${amount} 元`,
  rewardAmount: (amount: string) => `奖励 ${amount} 元`,
  rewardPrivate: '只有作者和经理看得到。',
  share: (id: string, amount: string) => `${id}：${amount} 元`,
  approvedOn: (moment: string, by: string) => `${moment} 由 ${by} 核定`,
  paidOn: (moment: string, by: string) => `${moment} 由 ${by} 登记发放`,

  noLongerPossible: (status: string) =>
    `这条金点子现在是“${status}”，这一步已经不能做了。您填写的内容还在，可以先复制出来。`,
};

export const enIdea: typeof zhIdea = {
  carriedOver: round => `carried over to round ${round}`,
  coAuthors: ids => `together with ${ids}`,
  officialReply: 'Official reply',
  withoutBallot:
    'Decided by a secretary in screening, without a ballot. The chair can reopen it until publication.',
  appealOutcomes: {
    upheld: 'Upheld: it is voted on again',
    rejected: 'Rejected: the decision stands',
  },
  anotherIdea: 'another idea',
  mergedInto: 'Merged into',
  mergedIntoText:
    'Both say the same, and that one goes on for both; the support went along, and the author is a co-author of it.',
  intoWithdrawn:
    'Its author has withdrawn that one since, so this one is stuck here. Once the secretary takes it out again, it is as it was before.',
  andOnInto: ', and with it into ',
  intoWithdrawnAtLast:
    'The last one has been withdrawn by its author since, so what went into it is stuck here until the secretary takes the ideas out again, the one merged last first.',
  tookIn: 'Merged into this one:',
  withdrawalStrands: others =>
    others === 0
      ? ''
      : ` The ${others === 1 ? 'idea' : `${others} ideas`} merged into it will be stuck until the secretary takes ${others === 1 ? 'it' : 'them'} out again.`,

  implementation: 'Implementation',
  owner: 'Owner',
  due: 'Due',
  overdue: 'Overdue',
  progress: 'Progress',
  percent: value => `${value} %`,
  reportedOn: moment => `reported ${moment}`,
  done: 'What was done',
  completedOn: 'Reported as done',
  claimedBenefit: 'Claimed benefit a year',
  verifiedBenefit: 'Verified benefit a year',
  acceptedBy: 'Accepted by',
  sentBack: 'Sent back; what is missing',
  abandoned: 'Abandoned',
  formerText: 'What it said before',
  formerAuthor: 'Author until then',
  formerTime: 'Submitted, until then',
  noteToMend: 'What to mend',

  reward: 'Reward',
  rewardStates: { proposed: 'not approved yet', approved: 'approved, not paid yet', paid: 'paid' },
  rewardRange: (least, most) => `¥${least}–${most} by the bands`,
  rewardProposed: amount => `¥${amount} proposed`,
  rewardAmount: amount => `¥${amount}`,
  rewardPrivate: 'Only its authors and managers see this.',
  share: (id, amount) => `${id}: ¥${amount}`,
  approvedOn: (moment, by) => `approved ${moment} by ${by}`,
  paidOn: (moment, by) => `marked as paid ${moment} by ${by}`,

  noLongerPossible: status =>
    `The idea is “${status}” now, and this can no longer be done. What you typed is still here to be copied.`,
};

export const useIdeaWords = wordsOf({
  zh: async () => ({ zh: zhIdea }),
  en: async () => ({ en: enIdea }),
});
