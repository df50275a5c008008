/** The Chinese texts of the pages of `replies`. */
import type { Unanswered } from '../../../shared/domain/idea/unanswered.ts';

export const zh = {
  repliesTitle: '待答复',
  repliesText: '不采纳和暂缓的要给作者一个答复；申诉由主任委员答复。等得最久的在前。',
  repliesEmpty: '都答复了。',
  repliesNone: { reply: '没有待答复的。', appeal: '没有待答复的申诉。' } satisfies Record<
    Unanswered,
    string
  >,
  repliesShow: '看哪些',
  waitsFor: { reply: '待答复', appeal: '申诉' } satisfies Record<Unanswered, string>,
  waitingDays: (days: number) => (days === 0 ? '今天' : `${days} 天`),
  waited: '已等',
  appealOf: '申诉理由',
  chairAnswers: '申诉由主任委员答复。',
  handleIdea: '这条的其他办理',

  reply: '官方答复',
  replyAnew: '更新官方答复',
  sendReply: '答复',
  replyText: '给作者的答复',
  replyHint: '所有成员都能看到；已公示的那份公示不变。',
  replyPhrases: [
    '谢谢您的建议。',
    '今年的预算不够，明年编预算时再考虑。',
    '已请相关部门核算费用，下期再议。',
    '这件事已有安排。',
  ],
  repliedSaid: (title: string) => `已答复《${title}》。`,

  appealOutcome: '申诉的结果',
  uphold: '支持申诉',
  reject: '不支持申诉',
  upholdHint: '它上下一个还在征集的一期的议程，重新表决；已公示的那份公示不变。',
  rejectHint: '维持原决定。每条只能申诉一次。',
  confirmUphold: (title: string) => `支持《${title}》的申诉，让它重新表决？`,
  confirmReject: (title: string) => `不支持《${title}》的申诉，维持原决定？`,
  upheldSaid: (title: string, round: string) => `《${title}》列入了${round}的议程，到时重新表决。`,
  rejectedSaid: (title: string) => `已答复《${title}》的申诉，维持原决定。`,
};
