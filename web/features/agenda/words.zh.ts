/** The Chinese texts of the pages of `agenda`. */
import type { AgendaOrder } from '../../../shared/domain/idea/agenda.ts';

export const zh = {
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
  chosen: (count: number) => `已选 ${count} 条`,
  outcome: '结果',

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

  reply: '官方答复',

  publishNow: '现在公示',
  publishWhen: (moment: string) => `全部决定完毕，按日程将于 ${moment} 公示。`,
  confirmPublish: (round: string) =>
    `确定现在公示 ${round} 期？公示以后数字和结果固定下来，决定不能再收回。`,
  publishing: '正在生成公示，通常一两分钟之内完成…',
  publishedSaid: (round: string) => `${round} 期已经公示。`,
  seeBulletin: '查看公示',
};
