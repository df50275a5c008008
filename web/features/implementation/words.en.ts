/** The English texts of the pages of `implementation`. */
import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  report: 'Report progress',
  reportPercent: percent => `Report ${percent}%`,
  percent: value => `${value}%`,
  progressOf: title => `Progress of “${title}”`,
  progressField: 'Any other progress',
  noteBegun: percent => `${percent}% done.`,
  notPercent: 'Enter a whole number from 0 to 100.',
  reportNote: 'Note',
  reportNoteHint: 'What has been done? Is anything holding it up?',
  reported: 'Progress reported. All members can see it.',
  allDone: 'All done? Go straight to',
  complete: 'Mark as complete',
  before: 'Before',
  after: 'After',
  doneField: 'What was done',
  doneHint: 'How it was done, and how things are now. The manager who accepts the work reads this.',
  claimedField: 'Claimed benefit (yuan a year, net of cost)',
  claimedHint: 'Enter 0 if it cannot be put in money. A manager verifies the amount.',
  confirmComplete: title =>
    `Complete “${title}” and ask for acceptance? After that it changes only if a manager sends it back.`,
  completed: 'Work completed. A manager other than you verifies the benefit and accepts it.',
  workTitle: 'My work',
  workEmpty: 'You have no ideas to implement. Those assigned to you will be listed here.',
  workDone: 'Completed',

  trackingTitle: 'Implementation',
  trackingShow: 'Show',
  trackingEmpty: view => `Nothing under “${view}” at the moment.`,
  trackingViews: {
    overdue: 'Overdue',
    implementing: 'In progress',
    completed: 'Awaiting acceptance',
    accepted: 'Accepted, reward unpaid',
  },

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
      ? '1 task is overdue across all rounds.'
      : `${count} tasks are overdue across all rounds.`,
  overdueIn: (department, count) => `${department} (${count})`,
  overdueMost: departments => `Most are in ${departments}.`,
  toTheTracking: 'All implementations',
  notAMember: 'Choose a person.',
  notADay: 'Enter a date.',
  outcome: 'Result',

  reopen: 'Reopen',
  reopenReason: 'Reason for reopening',
  reopenHint:
    'Possible until the round is published. An open ballot that has not closed continues with the votes already cast. A closed or secret ballot is held again in the next round. The former decision and this reason stay in the history.',
  confirmReopen: title => `Reverse the decision on “${title}” and reopen it?`,
  reopenedSaid: (title, round, anew) =>
    anew
      ? `“${title}” is reopened: on the agenda of ${round}, to be voted on again.`
      : `“${title}” is reopened: voting in ${round} continues with the votes already cast.`,

  reply: 'Official reply',
  replyAnew: 'Update official reply',
  answerAppeal: 'Answer appeal',

  assign: 'Assign owner',
  assignChosen: count => `Assign an owner to ${count} ${count === 1 ? 'idea' : 'ideas'}`,
  reassign: 'Change owner or due date',
  reassignNow: 'Change',
  owner: 'Owner',
  due: 'Due date',
  dueHint: 'After this day, unfinished work is overdue.',
  assignedSaid: (title, owner, due) => `${owner} now owns “${title}”, due ${due}.`,

  nameExcellent: 'Name as excellent',
  unnameExcellent: 'Withdraw honour',
  confirmName: title => `Name “${title}” as an excellent idea, on behalf of the committee?`,
  confirmUnname: title => `Withdraw the honour from “${title}”?`,
  namedSaid: title => `“${title}” was named as an excellent idea.`,
  unnamedSaid: title => `“${title}” is no longer an excellent idea.`,

  abandon: 'End work',
  abandonReason: 'Reason for ending it',
  abandonHint: 'It still counts as adopted. The reason is added to its history.',
  confirmAbandon: title => `End the work on “${title}”? This cannot be undone.`,
  abandonedSaid: title => `Work on “${title}” has ended.`,

  followUpTitle: 'Follow-up',
  unassignedTitle: 'Unassigned',
  underWayTitle: 'Work in progress',
  followUpEmpty: 'Nothing to assign. Ideas are listed here once they are adopted.',
  followUpCount: count =>
    `${count} adopted ${count === 1 ? 'idea has' : 'ideas have'} no owner yet. Longest waiting first.`,

  adoptedOn: 'Adopted',
  progressHead: 'Progress',
  daysLeft: days => (days === 1 ? '1 day left' : `${days} days left`),
  actsHead: 'Actions',
  handle: 'Actions',
  excellent: 'Excellent idea',
};
