/** The Chinese texts of the pages of `ideas`. */
import type { Satisfaction } from '../../../shared/domain/idea/decision.ts';

export const zh = {
  returnedTitle: '秘书退回了这条金点子，请按说明修改后重新提交',
  revise: '修改',
  reviseAndHandIn: '修改并重新提交',
  revising: '修改金点子',
  revised: '已重新提交，接下来由秘书审看。',
  revisedOntoAgenda: '已重新提交，并直接列入了议程。',
  withdraw: '撤回',
  confirmWithdraw: (title: string) => `确定撤回《${title}》？撤回后不再表决，也不能恢复。`,
  withdrawn: '已撤回，它不再参加表决，也不计入本期。',
  declineAuthorship: '谢绝共同署名',
  confirmDeclineAuthorship: (title: string) =>
    `确定不做《${title}》的共同作者？以后不分享它的奖励，也不能再被写上。`,
  authorshipDeclined: '已谢绝，您不再是这条的共同作者。',

  rate: '评价结果',
  rating: '您对这个结果满意吗？',
  satisfactions: { satisfied: '满意', neutral: '一般', dissatisfied: '不满意' } satisfies Record<
    Satisfaction,
    string
  >,
  ratingWord: '想说的话（可不填）',
  ratingHint: '只有您、主任委员、秘书和经理看得到。',
  confirmRating: '确定这样评价？每项决定只评价一次，不能更改。',
  rated: '谢谢，您的评价已记下。',
  appeal: '申诉',
  appealText: '为什么应当重新表决',
  appealHint: '由主任委员答复；所有成员都能在“经过”里看到。每条只能申诉一次。',
  confirmAppeal: (title: string) => `确定为《${title}》申诉？每条只能申诉一次，提出以后不能收回。`,
  appealed: '申诉已提出，请等主任委员答复。',

  trackingTitle: '实施跟踪',

  forManager: '到“验收奖励”处理',
  forCommittee: '到会务页面处理',
};
