/** The English texts of the pages of `screening`. */
import type { zh } from './words.zh.ts';

const ideas = (count: number): string => `${count} ${count === 1 ? 'idea' : 'ideas'}`;

export const en: typeof zh = {
  screeningMore: 'Load more',
  screeningShown: count => `There are many ideas. ${count} are loaded, those to screen first.`,

  toTheIdea: 'Its page (comments, support)',
  numberShort: number => `No. ${number}`,

  screeningTitle: 'Screening',
  screeningDone: (returned, collecting) => {
    if (returned > 0)
      return `Nothing left to screen. ${ideas(returned)} ${returned === 1 ? 'is' : 'are'} waiting for changes.`;
    return `Nothing left to screen.${collecting ? ' Submitted ideas go on the agenda when deliberation opens.' : ''}`;
  },
  screeningEmpty: 'No ideas in this round yet.',
  screeningEmptyNext: 'Submitted ideas are listed here. Type in paper slips, or print the poster.',
  poster: 'Poster',
  stranded: 'Merged into a withdrawn idea: undo the merge',
  screeningList: 'Ideas to screen',
  screeningKeys:
    'Keyboard: ↑ ↓ to move, Enter to read; A agenda, R return, M merge, O ask for an opinion.',
  allOf: label => `${label}: All`,
  returnNote: 'Changes asked for',
  toTheList: 'List',
  placeInList: (at, count) => `${at} of ${count}`,
  ideaBefore: 'Previous idea',
  ideaAfter: 'Next idea',

  returnIdea: 'Return',
  returnText: 'What needs to change',
  returnHint:
    'The author reads this and can resubmit. The author of an anonymous idea sees it with the claim code.',
  phrases: 'Common notes',
  returnPhrases: [
    'Please say which machine or place you mean.',
    'Please describe the problem: how often does it happen?',
    'Please say exactly what should be done.',
    'Please add a rough cost and benefit.',
    'This is several ideas in one. Please submit them separately.',
    'Please choose a title that says what it is about.',
  ],
  returnedSaid: title => `“${title}” was returned. It comes back here once it is changed.`,

  scheduleIdea: 'Put on agenda',
  confirmList: title =>
    `Put “${title}” on the agenda? It can then no longer be returned or revised.`,
  listedSaid: (title, round) => `“${title}” is on the agenda of ${round}.`,

  listChosen: count => `Put ${count} on agenda`,
  confirmListMany: count =>
    `Put ${ideas(count)} on the agenda? They can then no longer be returned or revised.`,
  declineIdeas: 'Declined',
  declineChosen: count => `Decline ${count}`,
  declineReason: 'Reason (the same for all)',
  declineHint:
    'For floods of repeated or irrelevant ideas. There is no ballot, but they count as decided. The reason is public and appears in the bulletin.',
  confirmDecline: count =>
    `Decline ${ideas(count)}? They will not be put to a vote. Until publication, only the chair can reopen them.`,

  mergeIdea: 'Merge',
  mergeTitle: title => `Merge “${title}” into which idea?`,
  similarTitle: count => `${count} similar`,
  compare: 'Compare',
  compareWith: title => `Compare with “${title}”`,
  mergeSearch: 'Search by title, text or number',
  mergeSearchHint: 'Undecided ideas only, including those carried over. Similar ones come first.',
  mergeTargets: 'Ideas it can be merged into',
  mergeNone: 'No matching idea.',
  mergeSource: 'This idea',
  mergeTarget: 'The idea that stays',
  chooseAnother: 'Choose another',
  mergeConsequences: 'After the merge',
  mergeSupport: (moving, there) =>
    `Its support moves too: ${moving} added to ${there}. Anyone who supports both counts once.`,
  mergeAuthors: who =>
    `${who} will be named as co-author of the other idea and will not vote on it.`,
  mergeUnnamed: 'This idea is anonymous, so there is no co-author to add.',
  mergeHidden: 'The authors of this idea become co-authors of the other and will not vote on it.',
  mergeOnlyOne:
    'This idea is no longer voted on or counted by itself. Its comments and history stay.',
  mergeUndo: 'You can undo the merge until someone has voted on the idea that stays.',
  mergeUndoVoting:
    'The idea that stays is on the agenda. If someone has already voted on it, the merge cannot be undone.',
  mergeNow: 'Merge',
  mergedSaid: (title, into) => `“${title}” was merged into “${into}”.`,
  mergedOnSaid: (title, chosen, into) =>
    `“${chosen}” had just been merged as well, so “${title}” went ${into === undefined ? 'where it went' : `into “${into}”`}.`,

  unmergeIdea: 'Undo merge',
  confirmUnmerge: title => `Separate “${title}” again? It returns to its state before the merge.`,
  unmergedSaid: (title, status) => `“${title}” is separate again: ${status}.`,

  referIdea: 'Ask for opinion',
  referTitle: 'Who should give an opinion?',
  referHint:
    'They see it on their home page until voting closes. Only the committee and the secretary can read the opinion.',
  referToContact: (name, department) => `Ask ${name}, contact of ${department}`,
  noContact: 'This department has no contact yet. Please choose a member.',
  notAnAdviser: 'Choose a member.',
  adviser: 'Someone else',
  refer: 'Ask for opinion',
  referredSaid: (title, name) => `${name} was asked for an opinion on “${title}”.`,
  referredTo: (name, when) => `${name} was asked for an opinion (${when}). No answer yet.`,
  opinion: 'Opinion',
  opinionOf: name => `${name}’s opinion`,

  carriedOver: 'carried over',
};
