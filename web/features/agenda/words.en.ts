/** The English texts of the pages of `agenda`. */
import type { zh } from './words.zh.ts';

const plural = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;
export const en: typeof zh = {
  tallyHidden: 'The tally shows once you have voted.',
  tallyHiddenFromYou: 'The tally shows once the ballot is closed or decided.',
  agendaTitle: round => `Agenda of round ${round}`,
  toBePublished: round => `Round ${round} is decided and not published yet`,
  agendaEmpty: collecting =>
    collecting
      ? 'No idea is on this agenda yet. What has been handed in is listed when deliberation opens.'
      : 'No idea is on this agenda.',
  voted: (done, all) => `Voted ${done} / ${all}`,
  agendaCount: all => plural(all, 'idea', 'ideas'),
  remaining: (days, hours, minutes) =>
    `${days > 0 ? `${days} d ` : ''}${days > 0 || hours > 0 ? `${hours} h` : `${minutes} min`} left`,
  votingOpens: moment => `Voting opens ${moment}`,
  notYetVoted: 'Not yet voted',
  allVoted: 'You have voted on all of them.',
  agendaPages: 'Pages of the agenda',
  agendaPage: (from, to, all) => `No. ${from}–${to}, ${all} in all`,
  earlierNumbers: 'Previous 100',
  laterNumbers: 'Next 100',
  pageVoted: 'You have voted on all of this page. Go on with the next.',
  itemOf: (number, all) => `No. ${number}, ${all} in all`,
  previousItem: 'Previous',
  nextItem: 'Next',
  nextNotVoted: 'Next not yet voted',
  myVote: choice => `My vote: ${choice}`,
  voteRecorded: choice => `Recorded: ${choice}. You may change it until voting ends.`,
  recusedShort: 'recused',
  recused: 'Recused: the idea is yours, or partly yours, and you do not vote on it.',
  notElector: 'You are not in this round’s electorate.',
  agendaList: 'All items',
  decide: 'Decide',
  reasonFor: 'Reason',
  decisionBound:
    'Adopting and declining take a quorum and have to be as the ballot says; deferring is always possible.',
  asBalloted: 'As the ballot says',
  decisionBoundSecretly:
    'Secret ballot: the tally is not known before the decision. With a quorum the idea is adopted or declined as the ballot says; deferring is always possible.',
  reasonRequiredSecretly:
    'Deferring needs a reason; where the ballot declines and no reason is written, that is given as one.',
  reasonRequired: 'Declining and deferring need a reason.',
  confirmDecision: (outcome, title) =>
    `${outcome} “${title}”? The decision is added to its history and counts in the bulletin.`,
  chosen: count => `${count} chosen`,
  outcome: 'Result',

  carriedOver: 'carried over',
  arrange: 'Change the order',
  arrangeTitle: 'Order of the agenda',
  arrangeText: 'Once saved, everybody on the committee sees the new order and numbers.',
  arrangeDuring: 'Deliberation is under way and uses the present numbers: tell the meeting first.',
  arrangeBy: { support: 'By support', 'handed-in': 'By time' },
  moveUp: title => `Move “${title}” up`,
  moveDown: title => `Move “${title}” down`,
  moveTo: title => `Number for “${title}”`,
  movedSaid: (title, number) => `“${title}” is number ${number} now.`,
  sortedSaid: 'Sorted; not saved yet.',
  arrangeSave: 'Save the order',
  arrangeSaid: 'The order is saved; the whole committee sees it.',
  arrangeUnsaved: 'The order was changed and is not saved yet.',
  arrangeLeave: 'The new order is not saved and will be lost. Leave all the same?',

  decidedSaid: (title, outcome) =>
    `“${title}”: ${outcome}. Its author sees the decision and the reason.`,
  deferredSaid: title =>
    `“${title}” is deferred: it leaves this agenda and comes up in the next round.`,
  adoptedNext: 'Next: name an owner and a due day.',
  officialReply: 'Official reply (optional)',
  officialReplyHint:
    'Tells the author what will be done. All members see it, and it is part of the bulletin.',

  deferredHere: 'Deferred in this round',
  deferredHereText: 'These have left the agenda. Until the bulletin they can be reopened.',

  reply: 'Official reply',

  publishNow: 'Publish now',
  publishWhen: moment => `All is decided; by the calendar the bulletin comes ${moment}.`,
  confirmPublish: round =>
    `Publish round ${round} now? Numbers and results are then fixed, and no decision can be taken back.`,
  publishing: 'The bulletin is being made; it takes a minute or two…',
  publishedSaid: round => `Round ${round} is published.`,
  seeBulletin: 'See the bulletin',
};
