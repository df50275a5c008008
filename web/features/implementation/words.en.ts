/** The English texts of the pages of `implementation`. */
import type { zh } from './words.zh.ts';

export const en: typeof zh = {
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
  tabOverdue: 'Overdue',

  idea: 'Idea',
  ownerHeading: 'Owner',
  authors: 'Authors',
  act: 'Action',
  waited: days => (days === 0 ? 'today' : days === 1 ? 'waiting 1 day' : `waiting ${days} days`),
  days: count => (count === 1 ? '1 day' : `${count} days`),

  acceptanceTitle: 'Awaiting acceptance',
  acceptanceEmpty:
    'Nothing is awaiting acceptance. Work appears here once its owner reports it done.',
  acceptanceText:
    'Longest wait first. Once accepted, the reward follows from the verified benefit.',
  claimedHeading: 'Claimed benefit (¥ a year)',
  completedHeading: 'Reported done',
  asClaimed: amount => `Same as claimed: ¥${amount}`,
  accept: 'Accept',
  verifiedField: 'Verified benefit (yuan a year, net of cost)',
  verifiedHint: claimed =>
    `The owner claims ¥${claimed}. Enter what you have verified; 0 if it cannot be put in money.`,
  confirmAccept: (title, amount) =>
    `Accept “${title}” with a verified benefit of ¥${amount} a year? This cannot be changed, and the reward follows from it.`,
  accepted: title => `“${title}” is accepted. Next, approve its reward under “Rewards”.`,
  sendBack: 'Send back',
  sendBackReason: 'What is missing',
  sendBackHint: 'The owner sees this, completes the work and reports it done again.',
  sentBack: title => `“${title}” was sent back to its owner.`,
  bars: {
    'own-work': 'You own this work. Another manager has to accept it.',
    'own-reward': 'You are one of its authors. Another manager has to handle the reward.',
    'not-claimed':
      'It is anonymous and its author has not claimed it yet. The reward can be approved once they have.',
    'no-author': 'It came on a paper slip without a name, so there is nobody to reward.',
  },

  overdueTitle: 'Overdue',
  overdueEmpty: 'Nothing is overdue.',
  overdueText: 'Past the due date and not finished, longest overdue first.',
  overdueFor: 'Overdue by',
  notReported: 'No progress reported yet',
  overdueNow: count =>
    count === 1
      ? '1 task is overdue, counting all rounds'
      : `${count} tasks are overdue, counting all rounds`,
  overdueIn: (department, count) => `${department} ${count}`,
  overdueMost: departments => `most in ${departments}`,
  comma: ', ',
  toTheTracking: 'All implementations',
  notAMember: 'An employee number, please: letters, digits, - and _.',
  notADay: 'A day, please.',
  outcome: 'Result',

  reopen: 'Reopen',
  reopenReason: 'Why the decision is taken back',
  reopenHint:
    'Possible until the round is published. An open ballot that has not closed goes on, with the votes cast; after closing, and under the secret ballot, the idea goes on the next agenda and is voted on anew. The former decision and this reason stay on record.',
  confirmReopen: title => `Take the decision on “${title}” back and reopen it?`,
  reopenedSaid: (title, round, anew) =>
    anew
      ? `The decision on “${title}” is taken back; it goes on the agenda of ${round} and is voted on anew.`
      : `The decision on “${title}” is taken back; its ballot of ${round} goes on, with the votes cast.`,

  reply: 'Official reply',
  replyAnew: 'Reply anew',
  replyText: 'What the author is told officially',
  replyHint: 'All members see it; a bulletin already published stays as it is.',
  confirmReply: title => `Reply to the author of “${title}” like this? It is added to its history.`,
  repliedSaid: title => `The author of “${title}” has the reply.`,

  assign: 'Name an owner',
  reassign: 'Change owner or due day',
  owner: 'Owner’s employee number',
  due: 'Due day',
  dueHint: 'Not done by the end of that day, it is overdue.',
  assignedSaid: (title, owner, due) =>
    `${owner} owns “${title}”, due ${due}, and finds it under “Mine”.`,

  uphold: 'Uphold the appeal',
  reject: 'Reject the appeal',
  appealReply: 'The answer to its author',
  upholdHint:
    'It goes on the agenda of the next round that is still collecting and is voted on again; the bulletin stays as published.',
  rejectHint: 'The decision stands. There is one appeal for each idea.',
  confirmUphold: title => `Uphold the appeal for “${title}”, so that it is voted on again?`,
  confirmReject: title => `Reject the appeal for “${title}”, so that the decision stands?`,
  upheldSaid: (title, round) =>
    `“${title}” is on the agenda of round ${round} and is voted on again.`,
  rejectedSaid: title => `The appeal for “${title}” is answered; the decision stands.`,
  nameExcellent: 'Name it excellent',
  unnameExcellent: 'Take the honour back',
  confirmName: title => `Name “${title}” an excellent idea, for the committee?`,
  confirmUnname: title => `Take back that “${title}” is an excellent idea?`,
  namedSaid: title => `“${title}” is named an excellent idea.`,
  unnamedSaid: title => `“${title}” is no longer named an excellent idea.`,

  abandon: 'Abandon',
  abandonReason: 'Why it is given up',
  abandonHint: 'It still counts as adopted; this and the reason are added to its history.',
  confirmAbandon: title => `Abandon “${title}”? This cannot be undone.`,
  abandonedSaid: title => `“${title}” is abandoned.`,

  followUpTitle: 'Adopted, without an owner',
  followUpText:
    'Ideas that were adopted and that nobody is charged with yet; the longest waiting first.',
  followUpEmpty: 'Nothing waits: all that was adopted has its owner.',
  followUpCount: count => `${count} without an owner`,
  decidedOn: moment => `adopted ${moment}`,
};
