/**
 * The Chinese texts of the pages of `ideas`: an idea and what became of it, its comments, and the
 * acts of its authors.
 */
import type { AppealOutcome, Satisfaction } from '../../../shared/domain/idea/decision.ts';
import type { Reward } from '../../../shared/domain/idea/idea.ts';

export const zh = {
  printCertificate: '打印奖状',
  carriedOver: (round: string) => `转入${round}审议`,
  coAuthors: (names: string) => `共同作者：${names}`,
  coAuthorsName: '共同作者',
  anotherIdea: '另一条金点子',
  people: '人员',
  facts: '概况',
  team: '班组',
  decidedAt: '决定时间',
  copyLink: '复制链接',
  linkCopied: '链接已复制，可以发给同事。',
  linkNotCopied: '浏览器不让复制，请从地址栏复制。',
  excellent: '优秀金点子',

  youMay: '您可以',
  voteNow: '去表决',
  announceNow: '去宣布决定',
  acceptWork: '去验收',
  handleReward: '去办理奖励',

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

  officialReply: '官方答复',
  withoutBallot: '秘书在初审时决定，未经评委表决。主任委员在公示前可以重新审议。',
  lastDeferral: (round: string) => `${round}暂缓`,
  appealedOn: '作者已申诉',
  appealWaits: '等主任委员答复。',
  appealOutcomes: { upheld: '支持，重新表决', rejected: '维持原决定' } satisfies Record<
    AppealOutcome,
    string
  >,
  appealAnswered: '申诉答复',

  secretBallot: '无记名表决：谁投了什么，对谁都不公开；决定以后才公布计票。',
  votes: '谁投了什么',
  votesEmpty: '没有人投票。',
  voteComments: '表决附言（不署名）',
  comment: '附言（可不填）',

  opinion: '意见',
  opinionAwaited: '等待意见',
  giveOpinion: '提意见',
  opinionText: '您对这条的意见',
  opinionHint: '只有评委会和秘书看得到，供表决参考。每条只提一次，不能更改。',
  confirmOpinion: (title: string) => `确定这样提《${title}》的意见？每条只提一次，不能更改。`,
  opinionSaid: '意见已提交，评委表决时会看到。',
  adviser: '请谁提意见',

  implementation: '实施',
  owner: '负责人',
  due: '完成期限',
  overdue: '已逾期',
  daysLeft: (days: number) =>
    days < 0 ? `已逾期 ${-days} 天` : days === 0 ? '今天到期' : `还有 ${days} 天`,
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
  rewardAmount: (amount: string) => `奖励 ${amount} 元`,
  rewardPrivate: '只有作者和经理看得到。',
  shareAmount: (amount: string) => `${amount} 元`,
  approvedOn: (moment: string, by: string) => `${moment} 由${by}核定`,
  paidOn: (moment: string, by: string) => `${moment} 由${by}登记发放`,

  noLongerPossible: (status: string) =>
    `这条金点子现在是“${status}”，这一步已经不能做了。您填写的内容还在，可以先复制出来。`,

  returnedTitle: '秘书退回了这条金点子，请按说明修改后重新提交',
  returnNote: '退回说明',
  revise: '修改',
  reviseAndHandIn: '修改并重新提交',
  revised: '已重新提交，接下来由秘书初审。',
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
  authorsRating: '作者评价',
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

  clearSearch: '清空搜索',
  moreFilters: '更多筛选和排序',
  ownIdeas: '我的',
  ownIdea: '我提的',
  carriedOverIdeas: '转入下期',
  everAdoptedIdeas: '采纳的，含实施和验收',
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
  andOthers: (others: number) => `等 ${others + 1} 人`,

  comments: '评论',
  commentsEmpty: '还没有评论。',
  commentsClosed: '这条金点子已撤回，不能再评论。',
  newComment: '写评论',
  commentHint: (name: string) => `评论会显示您的姓名（${name}）。草稿自动保存在本机。`,
  commentOnUnnamed:
    '这条金点子是不记名的。如果它是您提的，请注意：您在这里评论，和其他人一样会显示姓名。',
  writeComment: '发表',
  writingComment: '正在发表…',
  commentWritten: '评论已发表，排在列表最后。',
  commentKeyReused: '上一次其实已经发表了，内容与现在的不同。请先看上面的列表。',
  writeAsNew: '作为新的一条发表',
  hiddenBy: (who: string, when: string, reason: string) =>
    `已隐藏：${who}，${when}。理由：${reason}`,
  hiddenFromOthers: '下面的文字只有评论人、秘书和主任委员看得到。',
  wasHiddenBy: (who: string, when: string, reason: string) => `${when} ${who}隐藏，理由：${reason}`,
  wasShownBy: (who: string, when: string) => `${when} ${who}重新显示`,
  hideComment: '隐藏',
  hideCommentOf: (who: string) => `隐藏${who}的评论`,
  takeBackComment: '收回',
  takeBackOwnComment: '收回我的评论',
  showComment: '重新显示',
  showCommentOf: (who: string) => `重新显示${who}的评论`,
  hidingReason: '理由',
  hidingReasonHint: '所有人都会看到这个理由，以及是谁、什么时候隐藏的。',
  commentHidden: '评论已隐藏，只有评论人、秘书和主任委员还能看到它的文字。',
  commentTakenBack: '评论已收回，只有您可以重新显示。',
  confirmShow: '确定重新显示这条评论？所有成员都会看到它，隐藏的经过会留下来。',
};
