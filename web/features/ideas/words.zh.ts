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

  moreFilters: '更多筛选和排序',
  ownIdeas: '我的',
  ownIdea: '我提的',
  carriedOverIdeas: '转入下期',
  sort: '排序',
  sorts: {
    newest: '最新在前',
    oldest: '最早在前',
    supported: '附议最多',
    discussed: '评论最多',
    status: '按状态',
  },
  inTheList: (count: number, more: boolean) =>
    more ? `已读取的金点子中有 ${count} 条；读取更多后，数量和筛选才完整。` : `共 ${count} 条`,
  foldedIdeas: (count: number) => `已撤回或已并入的 ${count} 条`,
  andOthers: (name: string, others: number) => `${name}等 ${others + 1} 人`,

  forManager: '到“验收奖励”处理',
  forCommittee: '到会务页面处理',
};
