/** The Chinese texts of arranging an agenda, of deciding with a reason, and of publishing. */
import type { AgendaOrder } from '../../../../shared/domain/idea/agenda.ts';

export const zh = {
  decideWithReason: '写理由或答复后宣布',
  reasonFor: '理由',
  decisionBound: '采纳、不采纳要够法定票数，并且与计票一致；暂缓随时可以。',
  asBalloted: '按表决结果',
  decisionBoundSecretly:
    '无记名表决：计票在决定之前不公开。够法定票数后按表决结果决定；暂缓随时可以。',
  reasonRequiredSecretly: '暂缓必须写明理由；不采纳而不写理由的，注明表决未通过。',
  reasonRequired: '不采纳和暂缓必须写明理由。',
  officialReply: '官方答复（可不填）',
  officialReplyHint: '告诉作者打算怎么办。所有成员都能看到，也会写进公示。',
  decide: '宣布决定',
  arrangeTitle: '调整议程顺序',
  arrangeText: '拖动把手，或改序号。保存以后，所有评委看到的都是新的顺序。',
  arrangeDuring: '审议已经开始：会上正在用现在的序号，请先和大家说明。',
  arrangeBy: { support: '按附议数', 'handed-in': '按提交时间' } satisfies Record<
    AgendaOrder,
    string
  >,
  dragHandle: (title: string) => `移动《${title}》，可用上下方向键`,
  moveTo: (title: string) => `《${title}》移到第几号`,
  movedSaid: (title: string, number: number) => `《${title}》现在是第 ${number} 号。`,
  sortedSaid: '已重新排序，尚未保存。',
  arrangeSave: '保存顺序',
  arrangeUnsaved: '顺序有改动，还没有保存。',
  arrangeLeave: '新的顺序还没有保存，离开就没有了。确定离开？',
  arrangeConflict: '您调整的时候，别人保存了另一种顺序。请和对方商量用哪一种。',
  deferredHere: '本期暂缓的',
  deferredHereText: '它们已离开这一期议程。公示以前可以重新审议。',
  publishNow: '现在公示',
  confirmPublish: (round: string) =>
    `现在公示${round}？公示以后数字和结果固定下来，决定不能再收回。`,
  publishing: '正在生成公示，通常一两分钟之内完成…',
  publishedSaid: (round: string) => `${round}已经公示。`,
};
