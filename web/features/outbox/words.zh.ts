/** The Chinese texts of `outbox`: what waits on the device to be sent. */
import type { ActId, Why } from '../../outbox/entry.ts';

/** By the code of the refusal. */
const whatToDo: Readonly<Record<string, string>> = {
  'ballot-closed': '表决已经截止，这一票没有计入。可以在评论里写下您的意见。',
  'ballot-not-open': '表决还没开始。开始以后请重新表决。',
  'not-open-for-support': '它已经不再接受附议。',
  'not-open-for-comments': '它已经不再接受评论。',
  'not-found': '它可能已被撤回，或者您已没有权限。',
  'wrong-state': '它的状态已经变了，请打开看看现在的样子。',
  'round-full': '本期收满了。可以留着，下一期再送。',
  'key-reused': '更早的一次其实已经送到，内容与现在的不同。请先到“我提的”里查看。',
  'body-too-large': '内容太大，服务器收不下。请缩短文字，或少放几张照片。',
};

export const zh = {
  outboxText: '没有网络时做的事先存在本机，有网时按先后自动送出，不会送两次。',
  outboxEmpty: '没有待发送的。',
  outboxEmptyText: '没有网络也可以提金点子、附议、表决、写评论、报告进展，会先存在这里。',
  tryNow: '现在就送',
  trying: '正在送…',
  actOf: {
    submitIdea: '提金点子',
    supportIdea: '附议',
    withdrawSupport: '撤回附议',
    castVote: '表决',
    writeComment: '评论',
    reportProgress: '报告进展',
  } satisfies Record<ActId, string>,
  madeAt: (when: string) => `${when}存下`,
  photos: (count: number) => `${count} 张照片`,
  whyWaiting: {
    new: '马上送出',
    offline: '没有网络',
    busy: '服务器暂时没有回应',
    limit: '这段时间写得太多，到时自动送出',
    trouble: '送了几次都没有成，过一会儿再试',
  } satisfies Record<Why, string>,
  behind: '排在前一项后面',
  sending: '正在送…',
  needsSignIn: '登录已过期，重新登录后送出',
  retryAt: (when: string) => `${when}再试`,
  mayHaveArrived: '可能已经送到，再送也只算一次',
  roundEndsSoon: (round: string, day: string) =>
    `${round}收到${day}为止，过后送到的算下一期。请尽快连上网络。`,
  roundEnded: (round: string) => `${round}已经截止，现在送到算下一期。`,
  changeEntry: '修改',
  openEntry: '打开',
  dropEntry: '不送了',
  dropped: (title: string) => `《${title}》不送了。`,
  notDropped: '它正在送出，已经收不回来了。',
  refused: '没有送成',
  whatToDo,
  arrivedIn: (round: string) => `已送到，算在${round}。`,
  arrivedUnnamed: '已送到。下面是它的查询码，抄下以后就不再显示。',
  acknowledgeAll: (count: number) => `已送到的 ${count} 条，都知道了`,
  seeIdea: '查看这一条',
  writtenDown: '已确认抄下，查询码不再显示。',
};
