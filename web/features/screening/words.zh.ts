/** The Chinese texts of the pages of `screening`. */

export const zh = {
  screeningMore: '再读入一些',
  screeningShown: (count: number) => `金点子很多，现已读入 ${count} 条，待审的在前。`,

  toTheIdea: '打开它的页面（评论、附议）',
  numberShort: (number: number) => `第 ${number} 号`,

  screeningTitle: '初审',
  screeningDone: (returned: number, collecting: boolean): string => {
    if (returned > 0) return `没有待初审的了；${returned} 条已退回，等作者修改。`;
    return `没有待初审的了。${collecting ? '审议开始时，已提交的自动列入议程。' : ''}`;
  },
  screeningEmpty: '这一期还没有金点子。',
  screeningEmptyNext: '职工提交的会列在这里。收到的纸条可以录入，征集海报可以打印出来张贴。',
  poster: '征集海报',
  stranded: '并入的那条已撤回，待取消合并',
  screeningList: '待处理的金点子',
  screeningKeys: '键盘：↑ ↓ 选择，回车看全文；A 列入议程，R 退回，M 合并，O 征求意见。',
  allOf: (label: string) => `全部${label}`,
  returnNote: '退回说明',
  toTheList: '列表',
  placeInList: (at: number, count: number) => `${at} / ${count}`,
  ideaBefore: '上一条',
  ideaAfter: '下一条',

  returnIdea: '退回',
  returnText: '要作者改什么',
  returnHint: '作者会看到，改好后可以重新提交。不记名的，凭查询码看到。',
  phrases: '常用说明',
  returnPhrases: [
    '请写明是哪台设备、哪个地方。',
    '请写明现在的情况，比如多久发生一次。',
    '请写明具体怎么做。',
    '请补充大致的费用和效益。',
    '一次写了几件事，请分开提交。',
    '请换一个看得出内容的名称。',
  ],
  returnedSaid: (title: string) => `《${title}》已退回，改好后会回到这里。`,

  scheduleIdea: '列入议程',
  confirmList: (title: string) => `把《${title}》列入议程？列入后不能再退回，作者也不能再修改。`,
  listedSaid: (title: string, round: string) => `《${title}》已列入${round}的议程。`,

  listChosen: (count: number) => `列入议程 ${count} 条`,
  confirmListMany: (count: number) =>
    `把所选的 ${count} 条列入议程？列入后不能再退回，作者也不能再修改。`,
  declineIdeas: '不采纳',
  declineChosen: (count: number) => `不采纳 ${count} 条`,
  declineReason: '不采纳的理由（每条都一样）',
  declineHint: '用于大量重复或无关的提交。不经表决，照样计入“已决定”；理由公开，并写进公示。',
  confirmDecline: (count: number) =>
    `不采纳所选的 ${count} 条？它们不再进入议程，公示以前只有主任委员可以重新审议。`,

  mergeIdea: '合并',
  mergeTitle: (title: string) => `把《${title}》并入哪一条？`,
  similarTitle: (count: number) => `相似的 ${count} 条`,
  compare: '对比',
  compareWith: (title: string) => `对比《${title}》`,
  mergeSearch: '按名称、内容或编号查找',
  mergeSearchHint: '只列出还没有结果的，包括以前各期转来的；相似的在前。',
  mergeTargets: '可以并入的金点子',
  mergeNone: '没有符合的金点子。',
  mergeSource: '并入的这条',
  mergeTarget: '保留的那条',
  chooseAnother: '换一条',
  mergeConsequences: '合并之后',
  mergeSupport: (moving: number, there: number) =>
    `附议一并转过去：${moving} 人，加上那边的 ${there} 人；两边都附议的只算一次。`,
  mergeAuthors: (who: string) => `${who}成为那一条的共同作者，表决时同样回避。`,
  mergeUnnamed: '这一条不记名，没有共同作者。',
  mergeHidden: '这一条的作者成为那一条的共同作者，表决时同样回避。',
  mergeOnlyOne: '这一条不再单独表决，也不再单独计数。评论和经过保留在原处。',
  mergeUndo: '保留的那条有人表决之前，可以取消合并。',
  mergeUndoVoting: '保留的那条已在议程上：如果已经有人表决，就不能取消合并了。',
  mergeNow: '确认合并',
  mergedSaid: (title: string, into: string) => `《${title}》已并入《${into}》。`,
  mergedOnSaid: (title: string, chosen: string, into: string | undefined) =>
    `《${chosen}》刚刚也被合并了，《${title}》跟着并入了${into === undefined ? '它去的那一条' : `《${into}》`}。`,

  unmergeIdea: '取消合并',
  confirmUnmerge: (title: string) => `把《${title}》重新分开？它恢复到合并以前，附议也转回来。`,
  unmergedSaid: (title: string, status: string) => `《${title}》已经分开，现在：${status}。`,

  referIdea: '征求意见',
  referTitle: '请谁提意见',
  referHint: '对方会在首页看到，意见只给评委和秘书看。表决截止以前都可以提。',
  referToContact: (name: string, department: string) => `请${department}联系人 ${name} 提意见`,
  noContact: '这个部门还没有联系人，请选一位成员。',
  notAnAdviser: '请选一位成员。',
  adviser: '请另一位成员',
  refer: '请提意见',
  referredSaid: (title: string, name: string) => `已请 ${name} 对《${title}》提意见。`,
  referredTo: (name: string, when: string) => `已请 ${name} 提意见（${when}），还没有答复。`,
  opinion: '意见',
  opinionOf: (name: string) => `${name} 的意见`,

  carriedOver: '上期转来',
};
