/** The Chinese texts of the pages of `home`. */
import type { TASKS } from '../../../shared/contract/schemas/today.ts';

type Count = (count: number, more: boolean) => string;

/** How many, or that there are more than were counted. */
const many = (count: number, more: boolean, unit: string) =>
  more ? `${count} ${unit}以上` : `${count} ${unit}`;
const ideas =
  (rest: string): Count =>
  (count, more) =>
    many(count, more, '条') + rest;
const items =
  (rest: string): Count =>
  (count, more) =>
    many(count, more, '项') + rest;

export const zh = {
  greeting: (name: string) => `${name}，您好`,
  waitingTitle: '待您处理',
  waitingIdeas: '待送出的金点子',
  nothingWaits: '现在没有等您处理的事。',
  tasks: {
    vote: ideas('待您表决'),
    decide: ideas('可以宣布决定'),
    revise: ideas('退回给您修改'),
    work: items('由您负责实施'),
    'co-authorship': ideas('把您写为共同作者'),
    'give-opinion': ideas('请您提意见'),
    screen: ideas('待初审'),
    assign: ideas('待指定负责人'),
    reply: ideas('待官方答复'),
    'answer-appeal': ideas('申诉待答复'),
    accept: items('待验收'),
    'approve-reward': items('奖励待核定'),
    'pay-reward': items('奖励待发放'),
  } satisfies Record<(typeof TASKS)[number], Count>,
  quoted: (title: string) => `《${title}》`,
  until: (moment: string) => `${moment} 截止`,
  dueFirst: (day: string) => `最早 ${day} 到期`,
  overdue: (count: number) => `${count} 项已逾期`,

  allMine: '查看全部',
  firstIdea: '哪里不顺手、不安全、有浪费？写下来，一分钟就能提交，之后在这里看它走到哪一步。',

  returnedBecause: '退回说明',
  ownedBy: (name: string) => `负责人：${name}`,
  progressOf: (percent: number) => `进度 ${percent}%`,
  verified: '核实年效益',
  reply: '官方答复',
  contactTitle: '我联系的金点子',
  contactEmpty: '现在没有等您提意见的金点子，您联系的部门本期也还没有提。',
  askedOf: '请您提意见',
  opinionGiven: '已提意见',

  days: (count: number) => `${count} 天`,
  onTheDay: '就在今天',
  toDeliberationDay: (day: string) => `距民主议政日（${day}）`,
  toEndOfVoting: (moment: string) => `距表决截止（${moment}）`,
  againstTarget: (count: number, target: number) =>
    target > 0 ? `本期已收到 ${count} 条，目标 ${target} 条` : `本期已收到 ${count} 条`,
  bulletinLine: (submitted: number, adopted: number, rate: string | undefined) =>
    [`${submitted} 条`, `采纳 ${adopted} 条`, ...(rate === undefined ? [] : [rate])].join('，'),
};
