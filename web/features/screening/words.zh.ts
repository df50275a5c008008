/** The Chinese texts of the pages of `screening`. */

export const zh = {
  screeningMore: '再读入一些',
  screeningShown: (count: number) => `金点子很多，现已读入 ${count} 条，待审的在前。`,

  toTheIdea: '公开页面（评论、附议）',
  toTheAgenda: (round: string) => `在 ${round} 期议程里查看和表决`,
  numberShort: (number: number) => `第 ${number} 号`,

  screeningTitle: (round: string) => `${round} 期初审`,
  screeningLeft: (waiting: number, returned: number) =>
    returned === 0
      ? `待初审 ${waiting} 条`
      : `待初审 ${waiting} 条，已退回 ${returned} 条待作者修改`,
  screeningDone: (returned: number, collecting: boolean): string => {
    if (returned > 0) return `没有待初审的金点子了；还有 ${returned} 条已退回，等作者修改。`;
    return `没有待初审的金点子了。${collecting ? '审议开始时，已提交的会自动列入议程。' : ''}`;
  },
  screeningEmpty: '这一期还没有金点子。',
  stranded: '并入的那条已撤回，待取消合并',
  screeningList: '待处理的金点子',
  screeningKeys: '键盘：在列表里用 ↑ ↓ 选择，回车看全文；R 退回，A 列入议程，M 合并。',
  returnNote: '退回说明',

  returnIdea: '退回修改',
  returnText: '请写明要作者改什么',
  returnHint: '作者会看到这段话，可以修改后重新提交。不记名的，凭查询码看到。',
  confirmReturn: (title: string) => `确定把《${title}》退回给作者修改？说明会写入它的经过。`,
  returnedSaid: (title: string) =>
    `《${title}》已退回。作者会在“我的”里看到说明，修改后重新出现在这里。`,

  scheduleIdea: '现在列入议程',
  confirmList: (title: string) =>
    `确定现在就把《${title}》列入议程？列入以后不能再退回，也不能再修改。`,
  listedSaid: (title: string, round: string) => `《${title}》已列入 ${round} 期议程。`,

  chooseIdea: (title: string) => `选中《${title}》`,
  chooseAll: (count: number) => `全选本页（${count} 条待审的）`,
  chooseNone: '取消选择',
  chosen: (count: number) => `已选 ${count} 条`,
  declineChosen: (count: number) => `不采纳所选的 ${count} 条`,
  declineReason: '不采纳的理由（每条都一样）',
  declineHint:
    '用于大量重复或无关的提交。不经评委表决，照样计入“已决定”；理由对所有人可见，并写进公示。',
  confirmDecline: (count: number) =>
    `确定不采纳所选的 ${count} 条？它们不再进入议程，计为“未采纳”；公示以前只有主任委员可以恢复审议。`,
  declinedSaid: (done: number, refused: number) =>
    refused === 0 ? `${done} 条已不采纳。` : `${refused} 条没有办成，${done} 条已不采纳。`,
  declinedTitles: '已不采纳的',

  mergeIdea: '合并到另一条',
  mergeTitle: (title: string) => `把《${title}》并入哪一条？`,
  mergeSearch: '按名称或编号查找',
  mergeSearchHint: '只列出还没有结果的金点子，包括以前各期转来的；名称相近的在前。',
  mergeNone: '没有符合的金点子。',
  mergeSource: '并入的这条',
  mergeTarget: '保留的那条',
  chooseAnother: '换一条',
  mergeConsequences: '合并之后',
  mergeSupport: (moving: number, there: number) =>
    `附议一并转过去：${moving} 人，加上那边的 ${there} 人；两边都附议的只算一次。`,
  mergeAuthors: (who: string) => `${who} 成为那一条的共同作者，表决时同样回避。`,
  mergeUnnamed: '这一条是不记名的，没有共同作者。',
  mergeOnlyOne: '这一条不再单独表决，也不再单独计入提交数。评论和经过保留在原处。',
  mergeUndo: '保留的那条有人表决之前，可以取消合并。',
  mergeUndoVoting: '保留的那条已在议程上：如果已经有人表决，合并以后就不能取消了。',
  mergeNow: '确认合并',
  mergedSaid: (title: string, into: string) => `《${title}》已并入《${into}》。`,
  mergedOnSaid: (title: string, chosen: string, into: string | undefined) =>
    `《${chosen}》刚刚也被合并了，《${title}》跟着并入了${into === undefined ? '它去的那一条' : `《${into}》`}。`,

  unmergeIdea: '取消合并',
  confirmUnmerge: (title: string) =>
    `确定把《${title}》重新分开？它会恢复到合并以前的样子，附议也转回来。`,
  unmergedSaid: (title: string, status: string) => `《${title}》已经分开，现在的状态：${status}。`,
  outcome: '结果',

  carriedOver: '上期转来',
  actsTitle: '处理这条金点子',
  noActsNow: '这条现在没有要您处理的。',
};
