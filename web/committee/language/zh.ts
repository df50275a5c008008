/**
 * The Chinese texts of the secretary's and the chair's pages, in a file of their own, so that only
 * their readers download them.
 */
import type { SLIP_WARNINGS } from '../../../shared/contract/schemas/import.ts';
import type { AgendaOrder } from '../../../shared/domain/idea/agenda.ts';

export const zhCommittee = {
  tallyHidden: '投票之后才能看到计票。',
  tallyHiddenFromYou: '截止或决定以后才能看到计票。',
  agendaTitle: (round: string) => `${round} 期议程`,
  toBePublished: (round: string) => `${round} 期已全部决定，待公示`,
  agendaEmpty: (collecting: boolean): string =>
    collecting
      ? '这一期的议程上还没有金点子。审议开始时，已提交的会自动列入。'
      : '这一期的议程上没有金点子。',
  voted: (done: number, all: number) => `已表决 ${done} / ${all}`,
  agendaCount: (all: number) => `共 ${all} 条`,
  remaining: (days: number, hours: number, minutes: number) =>
    `还剩 ${days > 0 ? `${days} 天 ` : ''}${days > 0 || hours > 0 ? `${hours} 小时` : `${minutes} 分钟`}`,
  votingOpens: (moment: string) => `表决开始：${moment}`,
  notYetVoted: '未表决',
  allVoted: '全部表决完了。',
  agendaPages: '议程分页',
  agendaPage: (from: number, to: number, all: number) => `第 ${from}–${to} 号，共 ${all} 号`,
  earlierNumbers: '前 100 号',
  laterNumbers: '后 100 号',
  pageVoted: '本页已全部表决，请看下一页。',
  screeningMore: '再读入一些',
  screeningShown: (count: number) => `金点子很多，现已读入 ${count} 条，待审的在前。`,
  itemOf: (number: number, all: number) => `第 ${number} 号，共 ${all} 条`,
  previousItem: '上一条',
  nextItem: '下一条',
  nextNotVoted: '下一条未表决',
  myVote: (choice: string) => `我的一票：${choice}`,
  voteRecorded: (choice: string) => `已记下：${choice}。截止前可以更改。`,
  recusedShort: '回避',
  recused: '回避：这是您提出或共同提出的金点子，您不参加表决。',
  notElector: '您不在这一期的表决名单里。',
  agendaList: '议程列表',
  decide: '作出决定',
  reasonFor: '理由',
  decisionBound: '采纳、不采纳要够法定票数，并且与计票一致；暂缓随时可以。',
  asBalloted: '按表决结果决定',
  decisionBoundSecretly:
    '不记名表决：计票在决定之前不公开。够法定票数后按表决结果采纳或不采纳；暂缓随时可以。',
  reasonRequiredSecretly:
    '暂缓必须写明理由；按表决结果决定而不写理由的，不采纳时写明是表决未通过。',
  reasonRequired: '不采纳和暂缓必须写明理由。',
  confirmDecision: (outcome: string, title: string) =>
    `确定对《${title}》作出“${outcome}”的决定？决定会写入它的经过，并计入公示。`,

  toTheIdea: '公开页面（评论、附议）',
  toTheAgenda: (round: string) => `在 ${round} 期议程里查看和表决`,
  toTheTracking: '实施跟踪',
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

  slipTitle: '录入纸条',
  slipTabs: '纸质金点子',
  slipText: '代职工录入一张纸条。录完一张，可以接着录下一张；日期会保留。',
  slipTab: '逐张录入',
  importTab: '文件导入',
  slipDay: '纸条上的日期',
  slipTime: '时间（可不填）',
  slipTimeHint: (timeZone: string) =>
    `按单位所在地时间（${timeZone}）。没有写时间的，按当天零点计。`,
  slipAuthor: '提交人工号',
  slipUnnamed: '纸条上没有署名（不记名）',
  slipUnnamedHint: '不记名的没有提交人，也没有查询码。',
  slipDepartment: '涉及部门（可不填）',
  slipDepartmentHint: '不填时，按提交人所在部门。',
  slipHandIn: '录入',
  slipSaid: (title: string, round: string, who: string) =>
    `《${title}》已录入：${who}，属于 ${round} 期。请录下一张。`,
  lastTyped: '刚录入的',
  correctSlip: '更正',
  correctTitle: (title: string) => `更正《${title}》`,
  correctTrace:
    '更正会记入这条的经过，原来的内容、提交人和时间都留在那里。有人表决以后就不能再更正了。',
  correctSave: '保存更正',
  correctedSaid: (title: string, who: string) => `《${title}》已更正：${who}。`,
  takeBackSlip: '撤回',
  confirmTakeSlipBack: (title: string) =>
    `确定撤回《${title}》？它不再参加审议，只有提交人自己还看得到。需要时可以重新录入。`,
  takenBackSaid: (title: string) => `《${title}》已撤回。`,
  slipKeyReused: '上一次其实已经录入了，内容与现在的不同。请先到“初审”里核对。',
  slipAsNew: '作为新的一张录入',
  notAMember: '请填写工号：字母、数字、- 和 _。',
  notADay: '请填写日期。',

  importTitle: '导入纸质金点子',
  importText: '一行一条。Excel 或 WPS 的 .xlsx 文件、另存为 CSV 的文件都可以；表头如下，次序不限：',
  importFile: '选择文件（.xlsx 或 .csv）',
  importNames: '“姓名”一列可以没有；有的话会与工号核对，填错一位工号也看得出来。',
  importPreview: '预览',
  previewTitle: '预览：还没有导入',
  importResult: '导入结果',
  previewing: (name: string, rows: number) =>
    rows === 0 ? `正在核对 ${name}…` : `正在核对 ${name}…已核对 ${rows} 行`,
  importThem: (count: number) => `导入 ${count} 条`,
  nothingToImport: '没有可以导入的行。',
  importLookedAt: (count: number) => `这 ${count} 行姓名与工号不符，我已核对，仍按工号导入`,
  importForecast: (created: number, duplicates: number, rejected: number) =>
    `将新增 ${created} 条，重复 ${duplicates} 条，退回 ${rejected} 条。`,
  importDoubtful: (count: number) =>
    `有 ${count} 行的姓名与工号对不上：请核对工号，改正文件后再预览；填错的工号会记到别人名下。`,
  importedDoubtful: (count: number) =>
    `有 ${count} 行的姓名与工号对不上，已按工号导入；记错了的，打开那一条可以更正。`,
  importWithdrawn: (count: number) => `有 ${count} 条以前撤回过，不会重新导入；需要时请逐张录入。`,
  importWarnings: {
    'name-differs': '姓名与这个工号的成员不符',
    'department-differs': '部门不是提交人所在的部门',
  } satisfies Record<(typeof SLIP_WARNINGS)[number], string>,
  author: '提交人',
  importing: (name: string, rows: number) =>
    rows === 0 ? `正在导入 ${name}…` : `正在导入 ${name}…已处理 ${rows} 行`,
  importOn: '接着导入',
  importBrokenOff: (rows: number) =>
    `导入中断了，前 ${rows} 行已经处理，结果如下。请按“接着导入”：已经导入的不会重复。`,
  importAgain: '重复导入同一个文件不会产生重复的金点子。',
  importSummary: (created: number, duplicates: number, rejected: number) =>
    `新增 ${created} 条，重复 ${duplicates} 条，退回 ${rejected} 条。`,
  importMend: '请在文件里改正退回的行，再导入一次。',
  row: '行',
  slip: '建议名称',
  untitled: '（没有名称）',
  moreRows: (count: number) => `再显示一些（还有 ${count} 行）`,
  outcome: '结果',
  remark: '说明',
  importOutcomes: { created: '新增', duplicate: '重复', withdrawn: '撤回过', rejected: '退回' },

  carriedOver: '上期转来',
  arrange: '调整顺序',
  arrangeTitle: '调整议程顺序',
  arrangeText: '保存以后，所有委员看到的都是新的顺序和编号。',
  arrangeDuring: '审议已经开始：会上正在用现在的编号，请先和大家说明。',
  arrangeBy: { support: '按附议数', 'handed-in': '按提交时间' } satisfies Record<
    AgendaOrder,
    string
  >,
  moveUp: (title: string) => `上移《${title}》`,
  moveDown: (title: string) => `下移《${title}》`,
  moveTo: (title: string) => `《${title}》移到第几号`,
  movedSaid: (title: string, number: number) => `《${title}》现在是第 ${number} 号。`,
  sortedSaid: '已重新排序，尚未保存。',
  arrangeSave: '保存顺序',
  arrangeSaid: '议程顺序已保存，所有委员都会看到。',
  arrangeUnsaved: '顺序有改动，还没有保存。',
  arrangeLeave: '新的顺序还没有保存，离开就没有了。确定离开？',

  decidedSaid: (title: string, outcome: string) =>
    `《${title}》：${outcome}。作者会看到决定和理由。`,
  deferredSaid: (title: string) => `《${title}》已暂缓，离开这一期议程，下期再议。`,
  adoptedNext: '下一步：指定负责人和期限。',
  officialReply: '官方答复（可不填）',
  officialReplyHint: '告诉作者打算怎么办。作者和所有成员都能看到，也会写进公示。',

  deferredHere: '本期暂缓的',
  deferredHereText: '它们已离开这一期议程。公示以前可以重新审议。',

  reopen: '重新审议',
  reopenReason: '为什么收回这个决定',
  reopenHint:
    '公示以前可以收回。记名表决还没截止的，回到原来的表决，已投的票都还在；已经截止的和无记名的，上下一期的议程，重新表决。原来的决定和这个理由都留在经过里。',
  confirmReopen: (title: string) => `确定收回对《${title}》的决定，重新审议？`,
  reopenedSaid: (title: string, round: string, anew: boolean) =>
    anew
      ? `《${title}》的决定已收回，转入 ${round} 期议程，到时重新表决。`
      : `《${title}》的决定已收回，回到 ${round} 期的表决，已投的票都还在。`,

  reply: '官方答复',
  replyAnew: '更新官方答复',
  replyText: '给作者的官方答复',
  replyHint: '所有成员都能看到；已公示的那份公示不变。',
  confirmReply: (title: string) => `确定这样答复《${title}》的作者？答复会写入它的经过。`,
  repliedSaid: (title: string) => `已答复《${title}》的作者。`,

  assign: '指定负责人',
  reassign: '更换负责人或期限',
  owner: '负责人工号',
  due: '完成期限',
  dueHint: '过了这一天还没有完成，就算逾期。',
  assignedSaid: (title: string, owner: string, due: string) =>
    `《${title}》由 ${owner} 负责，${due} 前完成。负责人会在“我的”里看到。`,

  uphold: '支持申诉',
  reject: '不支持申诉',
  appealReply: '给作者的答复',
  upholdHint: '它上下一个还在征集的一期的议程，重新表决；已公示的那份公示不变。',
  rejectHint: '维持原决定。每条只能申诉一次。',
  confirmUphold: (title: string) => `确定支持《${title}》的申诉，让它重新表决？`,
  confirmReject: (title: string) => `确定不支持《${title}》的申诉，维持原决定？`,
  upheldSaid: (title: string, round: string) =>
    `《${title}》列入了 ${round} 期议程，到时重新表决。`,
  rejectedSaid: (title: string) => `已答复《${title}》的申诉，维持原决定。`,
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

  followUpTitle: '已采纳待落实',
  followUpText: '已经采纳、还没有指定负责人的金点子，决定早的在前。',
  followUpEmpty: '没有待落实的：已采纳的都有负责人了。',
  followUpCount: (count: number) => `${count} 条还没有负责人`,
  decidedOn: (moment: string) => `采纳于 ${moment}`,
  actsTitle: '处理这条金点子',
  noActsNow: '这条现在没有要您处理的。',

  publishNow: '现在公示',
  publishWhen: (moment: string) => `全部决定完毕，按日程将于 ${moment} 公示。`,
  confirmPublish: (round: string) =>
    `确定现在公示 ${round} 期？公示以后数字和结果固定下来，决定不能再收回。`,
  publishing: '正在生成公示，通常一两分钟之内完成…',
  publishedSaid: (round: string) => `${round} 期已经公示。`,
  seeBulletin: '查看公示',
};

export type CommitteeWords = typeof zhCommittee;
