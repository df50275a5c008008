/**
 * The texts of the employee's pages for one's own ideas and work, and for tracking adopted ideas.
 */
import type { Satisfaction } from '../../shared/domain/idea/decision.ts';
import type { WorkState } from '../../shared/domain/idea/work.ts';
import { wordsOf } from '../language/language-context.tsx';

const zh = {
  myData: '下载关于我的全部数据',
  returnedTitle: '秘书退回了这条金点子，请按说明修改后重新提交',
  revise: '修改',
  reviseAndHandIn: '修改并重新提交',
  revising: '修改金点子',
  formerKept: '修改前的内容会保留在“经过”里。',
  handInAgain: '重新提交',
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

  report: '报告进展',
  progressField: '进度（%）',
  progressSlider: '拖动选择进度',
  notPercent: '请填 0–100 的整数。',
  reportNote: '进展说明',
  reportNoteHint: '做到哪一步了？有什么困难？',
  reported: '进展已记下，所有成员都能看到。',
  allDone: '已经 100% 了？可以直接“完成，提请验收”。',
  complete: '完成，提请验收',
  doneField: '做了什么',
  doneHint: '怎么做的、现在怎样了。验收的经理会看。',
  claimedField: '申报年效益（元，扣除成本后）',
  claimedHint: '没有可计算的效益请填 0。经理验收时核实。',
  confirmComplete: (title: string) =>
    `确定《${title}》已完成并提请验收？之后只有经理退回才能再改。`,
  completed: '已提请验收，由经理（不是您本人）核实效益后通过。',
  awaitsAcceptance: '已完成，等待经理验收。',

  tabs: '我的',
  tabIdeas: '我提的',
  tabWork: '我负责的',
  toDo: '需要您处理',
  toRevise: '去修改',
  overdueWork: (count: number, orMore: boolean) =>
    `您负责的事项有 ${count} 项${orMore ? '以上' : ''}已逾期。`,
  openWork: (count: number, orMore: boolean) => `您正在负责 ${count} 项${orMore ? '以上' : ''}。`,
  seeWork: '查看我负责的',
  workTitle: '我负责的事项',
  workEmpty: '目前没有由您负责实施的金点子。',
  workDone: '已做完的',

  trackingTitle: '实施跟踪',
  trackingText: '已采纳并指定了负责人的金点子，最急的在前。奖励发放以后不再列出。',
  trackingShow: '看哪些',
  trackingEmpty: (view: string) => `目前没有“${view}”的金点子。`,
  trackingViews: {
    overdue: '已逾期',
    implementing: '实施中',
    completed: '待验收',
    accepted: '已验收，奖励未发放',
  } satisfies Record<WorkState | 'overdue', string>,

  forManager: '到“验收奖励”处理',
  forCommittee: '到会务页面处理',
};

const en: typeof zh = {
  myData: 'Download all data about me',
  returnedTitle:
    'The secretary has returned this idea; please mend it as noted and hand it in again',
  revise: 'Revise',
  reviseAndHandIn: 'Revise and hand in again',
  revising: 'Revise the idea',
  formerKept: 'What it said before stays in its history.',
  handInAgain: 'Hand in again',
  revised: 'Handed in again; the secretary looks at it next.',
  revisedOntoAgenda: 'Handed in again, and put straight onto the agenda.',
  withdraw: 'Withdraw',
  confirmWithdraw: title =>
    `Withdraw “${title}”? It will not be voted on, and this cannot be undone.`,
  withdrawn: 'Withdrawn; it is not voted on and not counted in the round.',
  declineAuthorship: 'Decline to be a co-author',
  confirmDeclineAuthorship: title =>
    `Decline to be a co-author of “${title}”? You get no share of its reward and cannot be named again.`,
  authorshipDeclined: 'You are no longer a co-author of this idea.',

  rate: 'Rate the outcome',
  rating: 'Are you content with the outcome?',
  satisfactions: { satisfied: 'Content', neutral: 'So-so', dissatisfied: 'Not content' },
  ratingWord: 'Anything to add (optional)',
  ratingHint: 'Only you, the chair, the secretary and managers see it.',
  confirmRating: 'Rate it so? Each decision is rated once, for good.',
  rated: 'Thank you, your rating is noted.',
  appeal: 'Appeal',
  appealText: 'Why it should be voted on again',
  appealHint:
    'The chair answers. All members see it in the history. There is one appeal for each idea.',
  confirmAppeal: title =>
    `Appeal for “${title}”? There is one appeal for each idea, and it cannot be taken back.`,
  appealed: 'Your appeal is made; the chair will answer it.',

  report: 'Report progress',
  progressField: 'Progress (%)',
  progressSlider: 'Drag to the progress',
  notPercent: 'A whole number from 0 to 100, please.',
  reportNote: 'How far it has come',
  reportNoteHint: 'What is done? What is in the way?',
  reported: 'Noted; all members can see it.',
  allDone: 'All of it done? Then report it as done straight away.',
  complete: 'Done, to be accepted',
  doneField: 'What was done',
  doneHint: 'How it was done and how it is now. The manager who accepts it reads this.',
  claimedField: 'Claimed benefit (yuan a year, net of cost)',
  claimedHint: 'If it cannot be put in money, write 0. A manager verifies it.',
  confirmComplete: title =>
    `Report “${title}” as done? After that it changes only if a manager sends it back.`,
  completed: 'Reported as done; a manager other than you verifies the benefit and accepts it.',
  awaitsAcceptance: 'Done; waits for a manager to accept it.',

  tabs: 'Mine',
  tabIdeas: 'My ideas',
  tabWork: 'My work',
  toDo: 'For you to do',
  toRevise: 'Revise it',
  overdueWork: (count, orMore) =>
    `${count}${orMore ? ' or more' : ''} of the ideas you carry out ${count === 1 ? 'is' : 'are'} overdue.`,
  openWork: (count, orMore) =>
    `You carry out ${count}${orMore ? ' or more' : ''} ${count === 1 ? 'idea' : 'ideas'} at present.`,
  seeWork: 'See my work',
  workTitle: 'What I carry out',
  workEmpty: 'There is no idea that you are charged with at present.',
  workDone: 'Done',

  trackingTitle: 'Implementation',
  trackingText:
    'Adopted ideas that somebody is charged with, the most urgent first, until the reward is paid.',
  trackingShow: 'Show',
  trackingEmpty: view => `Nothing is “${view}” at present.`,
  trackingViews: {
    overdue: 'Overdue',
    implementing: 'Being carried out',
    completed: 'Waits to be accepted',
    accepted: 'Accepted, reward not paid yet',
  },

  forManager: 'To acceptance and rewards',
  forCommittee: 'To the committee’s page',
};

export const useEmployeeWords = wordsOf({ 'zh-CN': zh, en });
