/**
 * The English texts of the secretary's and the chair's pages, with the keys of the Chinese ones.
 */
import type { CommitteeWords } from './zh.ts';

const plural = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

export const enCommittee = {
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
  screeningMore: 'Show more',
  screeningShown: count => `There are many ideas; ${count} are shown, those to look at first.`,
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

  toTheIdea: 'Everybody’s page (comments, support)',
  toTheAgenda: round => `See it on the agenda of round ${round}`,
  toTheTracking: 'All implementations',
  numberShort: number => `No. ${number}`,

  screeningTitle: round => `Screening of round ${round}`,
  screeningLeft: (waiting, returned) =>
    returned === 0
      ? `${waiting} to screen`
      : `${waiting} to screen, ${returned} returned to their authors`,
  screeningDone: (returned, collecting) => {
    if (returned > 0)
      return `Nothing left to screen; ${returned} returned and waiting for their authors.`;
    return `Nothing left to screen.${collecting ? ' What has been handed in is listed when deliberation opens.' : ''}`;
  },
  screeningEmpty: 'This round has no ideas yet.',
  stranded: 'went into one that was withdrawn; take it out again',
  screeningList: 'Ideas to handle',
  screeningKeys:
    'Keyboard, in the list: ↑ ↓ to choose, Enter for the text; R return, A agenda, M merge.',
  returnNote: 'Why it was returned',

  returnIdea: 'Return to author',
  returnText: 'What its author should mend',
  returnHint:
    'The author reads this and can hand it in again. The author of an unnamed idea, by claim code.',
  confirmReturn: title => `Return “${title}” to its author? The note is added to its history.`,
  returnedSaid: title =>
    `“${title}” is returned. Its author finds the note; once revised, it is back here.`,

  scheduleIdea: 'Put on the agenda now',
  confirmList: title =>
    `Put “${title}” on the agenda now? It can then no longer be returned, nor be revised.`,
  listedSaid: (title, round) => `“${title}” is on the agenda of round ${round}.`,

  chooseIdea: title => `Choose “${title}”`,
  chooseAll: count => `Choose all on this page (${count} to screen)`,
  chooseNone: 'Choose none',
  chosen: count => `${count} chosen`,
  declineChosen: count => `Decline ${plural(count, 'chosen idea', 'chosen ideas')}`,
  declineReason: 'Reason for declining, the same for all',
  declineHint:
    'For floods of ideas that repeat each other or are none. There is no ballot, and they count as decided. Everybody sees the reason, and so does the bulletin.',
  confirmDecline: count =>
    `Decline ${plural(count, 'idea', 'ideas')}? They come onto no agenda and count as declined; until publication the chair alone can reopen them.`,
  declinedSaid: (done, refused) =>
    refused === 0 ? `${done} declined.` : `${refused} could not be declined; ${done} declined.`,
  declinedTitles: 'Those declined',

  mergeIdea: 'Merge into another',
  mergeTitle: title => `Which idea should “${title}” go into?`,
  mergeSearch: 'Search by title or number',
  mergeSearchHint:
    'Only ideas that are still open, also those carried over from earlier rounds; similar titles first.',
  mergeNone: 'No idea matches.',
  mergeSource: 'The one that goes in',
  mergeTarget: 'The one that goes on',
  chooseAnother: 'Choose another',
  mergeConsequences: 'After merging',
  mergeSupport: (moving, there) =>
    `Its support moves along: ${plural(moving, 'supporter', 'supporters')}, to the ${there} there; who backs both counts once.`,
  mergeAuthors: who => `${who} becomes co-author of the other, and does not vote on it either.`,
  mergeUnnamed: 'This one is unnamed, so nobody becomes co-author.',
  mergeOnlyOne:
    'This one is no longer voted on or counted by itself. Comments and history stay where they are.',
  mergeUndo: 'It can be taken out again until somebody has voted on the one that goes on.',
  mergeUndoVoting:
    'The one that goes on is on the agenda: if somebody has voted on it, the merge cannot be undone.',
  mergeNow: 'Merge',
  mergedSaid: (title, into) => `“${title}” is merged into “${into}”.`,
  mergedOnSaid: (title, chosen, into) =>
    `“${chosen}” had just been merged itself; “${title}” followed into ${into === undefined ? 'where it went' : `“${into}”`}.`,

  unmergeIdea: 'Take out again',
  confirmUnmerge: title =>
    `Take “${title}” out again? It will be as it was before, with its support.`,
  unmergedSaid: (title, status) => `“${title}” stands by itself again: ${status}.`,

  slipTitle: 'Type in a paper slip',
  slipTabs: 'Paper slips',
  slipText: 'Hand in a slip for an employee. After one slip comes the next; the day is kept.',
  slipTab: 'One by one',
  importTab: 'From a file',
  slipDay: 'Day on the slip',
  slipTime: 'Time (optional)',
  slipTimeHint: timeZone =>
    `In the organization’s own time (${timeZone}). Without one, the day’s beginning.`,
  slipAuthor: 'Author’s employee number',
  slipUnnamed: 'The slip bears no name (unnamed)',
  slipUnnamedHint: 'An unnamed slip has neither author nor claim code.',
  slipDepartment: 'Department concerned (optional)',
  slipDepartmentHint: 'Left out, it is the author’s own.',
  slipHandIn: 'Hand in',
  slipSaid: (title, round, who) =>
    `“${title}” is handed in for ${who}, in round ${round}. On to the next slip.`,
  lastTyped: 'Typed last',
  correctSlip: 'Correct',
  correctTitle: title => `Correct “${title}”`,
  correctTrace:
    'The history keeps what it said before, its author and time included. Once somebody has voted, it can no longer be corrected.',
  correctSave: 'Save the correction',
  correctedSaid: (title, who) => `“${title}” is corrected: ${who}.`,
  takeBackSlip: 'Take back',
  confirmTakeSlipBack: title =>
    `Take “${title}” back? It is no longer deliberated, and only its author still sees it. You may type it again.`,
  takenBackSaid: title => `“${title}” is taken back.`,
  slipKeyReused: 'Your last attempt did arrive, with other content. Look under “Screening” first.',
  slipAsNew: 'Hand in as a new slip',
  notAMember: 'An employee number, please: letters, digits, - and _.',
  notADay: 'A day, please.',

  importTitle: 'Import paper slips',
  importText:
    'One slip a row. A CSV file as Excel or WPS saves it, with these columns in any order:',
  importFile: 'Choose a file (.xlsx or .csv)',
  importNames:
    'The column 姓名 may be left out; where it is, it is compared with the number, and shows a mistyped one.',
  importPreview: 'Preview',
  previewTitle: 'Preview: nothing is imported yet',
  importResult: 'Result of the import',
  previewing: (name, rows) =>
    rows === 0 ? `Checking ${name}…` : `Checking ${name}… ${rows} rows so far`,
  importThem: count => `Import ${plural(count, 'slip', 'slips')}`,
  nothingToImport: 'There is no row to import.',
  importLookedAt: count =>
    `I have checked the ${plural(count, 'row', 'rows')} whose name differs; import by number all the same`,
  importForecast: (created, duplicates, rejected) =>
    `${created} to be created, ${plural(duplicates, 'duplicate', 'duplicates')}, ${rejected} rejected.`,
  importDoubtful: count =>
    `In ${plural(count, 'row', 'rows')} the name is not that of the number. Check the number, mend the file and preview it again: a mistyped number credits somebody else.`,
  importedDoubtful: count =>
    `${plural(count, 'row', 'rows')} with another name than the number’s ${count === 1 ? 'was' : 'were'} imported by number. Open a wrong one to correct it.`,
  importWithdrawn: count =>
    `${plural(count, 'slip', 'slips')} had been taken back before and will not return; type such a slip by hand.`,
  importWarnings: {
    'name-differs': 'Another name than the member’s of this number',
    'department-differs': 'Not the author’s own department',
  },
  author: 'Author',
  importing: (name, rows) =>
    rows === 0 ? `Importing ${name}…` : `Importing ${name}… ${rows} rows so far`,
  importOn: 'Go on importing',
  importBrokenOff: rows =>
    `The import was broken off after ${rows} rows; what became of them is below. Go on: nothing is imported twice.`,
  importAgain: 'Importing the same file again makes no duplicates.',
  importSummary: (created, duplicates, rejected) =>
    `${created} created, ${plural(duplicates, 'duplicate', 'duplicates')}, ${rejected} rejected.`,
  importMend: 'Mend the rejected rows in the file and import it once more.',
  row: 'Row',
  slip: 'Title',
  untitled: '(no title)',
  moreRows: count => `Show more (${count} more rows)`,
  outcome: 'Result',
  remark: 'Remark',
  importOutcomes: {
    created: 'created',
    duplicate: 'duplicate',
    withdrawn: 'taken back before',
    rejected: 'rejected',
  },

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
  actsTitle: 'Handle this idea',
  noActsNow: 'There is nothing for you to do with this one now.',

  publishNow: 'Publish now',
  publishWhen: moment => `All is decided; by the calendar the bulletin comes ${moment}.`,
  confirmPublish: round =>
    `Publish round ${round} now? Numbers and results are then fixed, and no decision can be taken back.`,
  publishing: 'The bulletin is being made; it takes a minute or two…',
  publishedSaid: round => `Round ${round} is published.`,
  seeBulletin: 'See the bulletin',
} satisfies CommitteeWords;
