/** The English texts of the pages of `agenda`. */
import type { zh } from './words.zh.ts';

const plural = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

export const en: typeof zh = {
  agendaTitle: round => `Agenda, ${round}`,
  toBePublished: round => `${round} is decided and ready to publish`,
  agendaEmptyCollecting:
    'No ideas in this round yet. Submitted ideas join the agenda when deliberation opens.',
  agendaEmptyLater: 'There was nothing to vote on in this round.',
  votingOpens: moment => `Voting opens ${moment}`,
  ideasSoFar: all => `${plural(all, 'idea', 'ideas')} so far`,
  ideasUndecided: (open, all) => `${plural(all, 'idea', 'ideas')}, ${open} undecided`,
  ideasDecided: (adopted, declined) => `${adopted} adopted, ${declined} declined`,
  willPublish: moment => `To be published ${moment}`,
  seeBulletin: 'See the bulletin',
  remaining: (days, hours, minutes) =>
    `${days > 0 ? `${days} d ` : ''}${days > 0 || hours > 0 ? `${hours} h` : `${minutes} min`} left`,

  agendaList: 'Agenda items',
  showAll: 'All',
  showUnvoted: 'To vote',
  showDecide: 'To decide',
  unvotedEmpty: 'Nothing left to vote on.',
  decideEmpty: 'Nothing is left to decide.',
  notYetVoted: 'Not voted',
  recusedShort: 'Recused',
  carriedOver: 'Carried over',
  agendaPages: 'Pages of the agenda',
  agendaPage: (from, to, all) => `No. ${from}–${to} of ${all}`,
  earlierNumbers: 'Previous 100',
  laterNumbers: 'Next 100',

  itemNumber: number => `No. ${number}`,
  itemOf: (number, all) => `No. ${number} of ${all}`,
  voted: (done, all) => `Voted on ${done} of ${all}`,
  previousItem: 'Previous',
  nextItem: 'Next',
  coAuthored: 'with',
  discussion: count => (count === 0 ? 'Comments' : `Comments (${count})`),
  lastDeferral: round => `Why it was deferred in ${round}`,
  opinion: 'Expert opinion',
  opinionAwaited: 'An opinion was asked for and has not arrived yet.',

  voteAside: 'Comment',
  voteAsideLabel: 'Comment (optional)',
  voteAsideOpen: 'Shown with your vote.',
  voteAsideSecret: 'Published without your name after the decision. Do not say who you are.',
  voteAsideSave: 'Save comment',
  voteAsideFirst: 'Write your comment, then vote: both are sent together.',
  lastVote: (number, choice) => `No. ${number}: ${choice}`,
  voteAgain: 'Change',
  voteAgainOf: title => `Change your vote on “${title}”`,
  myVoteWaits: choice =>
    `Your vote: ${choice}. Not sent yet: it needs a network before the ballot closes.`,
  myVote: choice => `Your vote: ${choice}. You can still change it.`,
  votingOver: 'Voting has closed: a vote cast now will not count',
  chooseNow: 'One tap casts your vote',
  recused: 'Recused: this idea is yours, at least in part',
  notElector: 'You are not in this round’s electorate',
  allVotedTitle: 'You have voted on everything',
  pageVotedTitle: 'This page is done',
  pageVoted: 'Go on to the next page.',
  allVotedUntil: moment =>
    `Voting closes ${moment}. Until then you can change a vote: open an idea and choose again.`,
  continueVoting: left => `Continue voting (${left} left)`,
  tallyHidden: 'tally shown once you have voted',
  tallyHiddenFromYou: 'tally shown once voting has closed',
  voteKeys: 'Keys: 1 approve, 2 oppose, 3 abstain, J next, K previous, U change last vote',

  announceTally: (outcome, approve, oppose) => `Announce: ${outcome} ${approve}:${oppose}`,
  announceSecret: 'Announce the result',
  announceOf: (title, label) => `${label}, “${title}”`,
  announcing: outcome => `${outcome}…`,
  announcingSecret: 'Announcing…',
  undoOf: title => `Undo the announcement of “${title}”`,
  turnout: (cast, eligible) => `${cast}/${eligible} voted`,
  quorumIs: quorum => `quorum ${quorum}`,
  quorate: 'quorum met',
  notQuorate: 'no quorum',
  missingVotes: missing => `${plural(missing, 'vote', 'votes')} short of quorum`,
  toGoToDecide: count => `Announce results (${count} ready)`,
  voteFirst: 'Vote first to see the tally and announce',
  decidedOtherwise: (title, outcome) =>
    `“${title}”: the votes changed before it was announced. The ballot now says: ${outcome}.`,
  decidedSaid: (title, outcome) => `“${title}”: ${outcome}`,
  deferredSaid: title => `“${title}” is deferred to the next round`,

  arrange: 'Change order',
  arrangeSaid: 'Order saved',
};
