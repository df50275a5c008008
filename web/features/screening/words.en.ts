/** The English texts of the pages of `screening`. */
import type { zh } from './words.zh.ts';

const plural = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;
export const en: typeof zh = {
  screeningMore: 'Show more',
  screeningShown: count => `There are many ideas; ${count} are shown, those to look at first.`,

  toTheIdea: 'Everybody’s page (comments, support)',
  toTheAgenda: round => `See it on the agenda of round ${round}`,
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
  outcome: 'Result',

  carriedOver: 'carried over',
  actsTitle: 'Handle this idea',
  noActsNow: 'There is nothing for you to do with this one now.',
};
