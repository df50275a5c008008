/** The English texts of the pages of `home`. */
import type { zh } from './words.zh.ts';

const ideas = (rest: string) => (count: number, more: boolean) =>
  `${count}${more ? '+' : ''} ${count === 1 ? 'idea' : 'ideas'} ${rest}`;
const rewards = (rest: string) => (count: number, more: boolean) =>
  `${count}${more ? '+' : ''} ${count === 1 ? 'reward' : 'rewards'} ${rest}`;

export const en: typeof zh = {
  greeting: name => `Hello, ${name}`,
  waitingTitle: 'Waiting for you',
  waitingIdeas: 'Ideas not sent yet',
  nothingWaits: 'Nothing is waiting for you.',
  tasks: {
    vote: ideas('to vote on'),
    decide: ideas('to decide'),
    revise: ideas('returned for changes'),
    work: ideas('for you to implement'),
    'co-authorship': ideas('naming you as co-author'),
    'give-opinion': ideas('awaiting your opinion'),
    screen: ideas('to screen'),
    assign: ideas('without an owner'),
    reply: ideas('awaiting an official reply'),
    'answer-appeal': (count, more) =>
      `${count}${more ? '+' : ''} ${count === 1 ? 'appeal' : 'appeals'} to answer`,
    accept: ideas('awaiting acceptance'),
    'approve-reward': rewards('to approve'),
    'pay-reward': rewards('to pay'),
  },
  quoted: title => `“${title}”`,
  until: moment => `until ${moment}`,
  dueFirst: day => `next due ${day}`,
  overdue: count => `${count} overdue`,

  allMine: 'See all',
  firstIdea:
    'Something awkward, unsafe or wasteful? Write it down. It takes a minute, and you can follow every step here.',

  returnedBecause: 'Needs changes',
  ownedBy: name => `Owner: ${name}`,
  progressOf: percent => `${percent}% done`,
  verified: 'Verified benefit a year',
  reply: 'Official reply',
  contactTitle: 'Ideas I look after',
  contactEmpty: 'Nobody has asked for your opinion, and your departments have no open ideas.',
  askedOf: 'Your opinion is requested',
  opinionGiven: 'Opinion given',

  days: count => `${count} ${count === 1 ? 'day' : 'days'}`,
  onTheDay: 'Today',
  toDeliberationDay: day => `to deliberation day (${day})`,
  toEndOfVoting: moment => `to the end of voting (${moment})`,
  againstTarget: (count, target) =>
    target > 0 ? `${count} of ${target} ideas this round` : `${count} ideas this round`,
  bulletinLine: (submitted, adopted, rate) =>
    [`${submitted} ideas`, `${adopted} adopted`, ...(rate === undefined ? [] : [rate])].join(', '),
};
