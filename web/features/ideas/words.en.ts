/** The English texts of the pages of `ideas`. */
import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  printCertificate: 'Print certificate',
  carriedOver: round => `carried over to ${round}`,
  coAuthors: names => `with ${names}`,
  coAuthorsName: 'Co-authors',
  anotherIdea: 'another idea',
  people: 'People',
  facts: 'At a glance',
  team: 'Team',
  decidedAt: 'Decided',
  copyLink: 'Copy link',
  linkCopied: 'Link copied. Send it to a colleague.',
  linkNotCopied: 'Your browser does not allow copying. Copy it from the address bar.',
  excellent: 'Excellent idea',

  youMay: 'You can',
  voteNow: 'Vote',
  announceNow: 'Announce the decision',
  acceptWork: 'Accept the work',
  handleReward: 'Handle the reward',

  mergedInto: 'Merged into',
  mergedIntoText:
    'Both make the same suggestion, so the other idea carries on for both. Support moved along, and the author became a co-author.',
  intoWithdrawn:
    'Its author has since withdrawn that idea, so this one is stuck. Once a secretary undoes the merge, it is back as it was.',
  andOnInto: ', and with it into ',
  intoWithdrawnAtLast:
    'The last idea has since been withdrawn by its author, so everything merged into it is stuck. A secretary can undo the merges one by one, starting with the latest.',
  tookIn: 'Merged into this idea:',
  withdrawalStrands: others =>
    others === 0
      ? ''
      : ` The ${others === 1 ? 'idea' : `${others} ideas`} merged into it will be stuck until a secretary undoes the ${others === 1 ? 'merge' : 'merges'}.`,

  officialReply: 'Official reply',
  withoutBallot:
    'Declined by a secretary in screening, without a vote. The chair can reopen it until the results are published.',
  lastDeferral: round => `Deferred in ${round}`,
  appealedOn: 'The author has appealed',
  appealWaits: 'Waiting for the chair’s answer.',
  appealOutcomes: {
    upheld: 'Upheld: there is a new vote',
    rejected: 'Rejected: the decision stands',
  },
  appealAnswered: 'Answer to the appeal',

  secretBallot:
    'Secret ballot: nobody can see who voted what, and the tally comes with the decision.',
  votes: 'Who voted what',
  votesEmpty: 'Nobody voted.',
  voteComments: 'Voters’ comments (anonymous)',
  comment: 'Comment (optional)',

  opinion: 'Opinion',
  opinionAwaited: 'Opinion requested',
  giveOpinion: 'Give an opinion',
  opinionText: 'Your opinion on this idea',
  opinionHint:
    'Only the committee and the secretary can see it, before they vote. You can give one opinion, and cannot change it.',
  confirmOpinion: title =>
    `Give this opinion on “${title}”? There is one opinion for each idea, and it cannot be changed.`,
  opinionSaid: 'Your opinion has been sent. The committee sees it when voting.',
  adviser: 'Who to ask',

  implementation: 'Implementation',
  owner: 'Owner',
  due: 'Due',
  overdue: 'Overdue',
  daysLeft: days =>
    days < 0
      ? `${-days} ${days === -1 ? 'day' : 'days'} overdue`
      : days === 0
        ? 'due today'
        : `${days} ${days === 1 ? 'day' : 'days'} left`,
  progress: 'Progress',
  percent: value => `${value}%`,
  reportedOn: moment => `reported ${moment}`,
  done: 'What was done',
  completedOn: 'Completed',
  claimedBenefit: 'Claimed benefit a year',
  verifiedBenefit: 'Verified benefit a year',
  acceptedBy: 'Accepted by',
  sentBack: 'Not accepted yet; what is missing',
  abandoned: 'Abandoned',
  formerText: 'Previous version',
  formerAuthor: 'Previous author',
  formerTime: 'Previous submission time',
  noteToMend: 'What to change',

  reward: 'Reward',
  rewardStates: {
    proposed: 'awaiting approval',
    approved: 'approved, awaiting payment',
    paid: 'paid',
  },
  rewardRange: (least, most) => `¥${least}–${most} according to the bands`,
  rewardAmount: amount => `¥${amount}`,
  rewardPrivate: 'Visible to its authors and managers only.',
  shareAmount: amount => `¥${amount}`,
  approvedOn: (moment, by) => `approved by ${by} on ${moment}`,
  paidOn: (moment, by) => `payment recorded by ${by} on ${moment}`,

  noLongerPossible: status =>
    `This idea is now “${status}”, so this is no longer possible. Your text is still here to copy.`,

  returnedTitle: 'The secretary returned this idea. Make the changes below, then resubmit it',
  returnNote: 'What to change',
  revise: 'Edit',
  reviseAndHandIn: 'Edit and resubmit',
  revised: 'Resubmitted. The secretary screens it next.',
  revisedOntoAgenda: 'Resubmitted, and placed straight on the agenda.',
  withdraw: 'Withdraw',
  confirmWithdraw: title =>
    `Withdraw “${title}”? There will be no vote on it, and this cannot be undone.`,
  withdrawn: 'Withdrawn. It is not voted on, and does not count in this round.',
  declineAuthorship: 'Decline co-authorship',
  confirmDeclineAuthorship: title =>
    `Decline to be a co-author of “${title}”? You will have no share of its reward and cannot be added again.`,
  authorshipDeclined: 'You are no longer a co-author of this idea.',

  rate: 'Rate the outcome',
  rating: 'How satisfied are you with the outcome?',
  authorsRating: 'The author’s rating',
  satisfactions: { satisfied: 'Satisfied', neutral: 'Neutral', dissatisfied: 'Dissatisfied' },
  ratingWord: 'Anything to add (optional)',
  ratingHint: 'Visible to you, the chair, the secretary and managers only.',
  confirmRating: 'Submit this rating? You can rate each decision once, and cannot change it.',
  rated: 'Thank you for your rating.',
  appeal: 'Appeal',
  appealText: 'Why there should be another vote',
  appealHint:
    'The chair answers. All members can see the appeal in the history. You can appeal once for each idea.',
  confirmAppeal: title =>
    `Appeal against the decision on “${title}”? You can do so once, and cannot take it back.`,
  appealed: 'Your appeal has been sent. The chair will answer it.',

  trackingTitle: 'Implementation',

  clearSearch: 'Clear search',
  moreFilters: 'More filters and sorting',
  ownIdeas: 'Mine',
  ownIdea: 'mine',
  carriedOverIdeas: 'Carried over',
  everAdoptedIdeas: 'Adopted, at any stage',
  sort: 'Sort',
  sorts: {
    newest: 'Newest first',
    oldest: 'Oldest first',
    supported: 'Most supported',
    discussed: 'Most discussed',
    status: 'By status',
  },
  inTheList: (count, more) =>
    more
      ? `${count} among those loaded so far; load more for complete counts.`
      : `${count} ${count === 1 ? 'idea' : 'ideas'}`,
  foldedIdeas: count => `${count} withdrawn or merged`,
  andOthers: others => `and ${others} more`,

  comments: 'Comments',
  commentsEmpty: 'No comments yet.',
  commentsClosed: 'This idea was withdrawn, so comments are closed.',
  newComment: 'Add a comment',
  commentHint: name => `It appears with your name (${name}). The draft is kept on this device.`,
  commentOnUnnamed:
    'This idea is anonymous. If it is yours, note that a comment appears with your name like anybody else’s.',
  writeComment: 'Comment',
  writingComment: 'Sending…',
  commentWritten: 'Your comment has been added at the end of the list.',
  commentKeyReused:
    'Your last attempt did arrive, with a different text. Check the list above first.',
  writeAsNew: 'Send as a new comment',
  hiddenBy: (who, when, reason) => `Hidden by ${who}, ${when}. Reason: ${reason}`,
  hiddenFromOthers: 'Only its writer, secretaries and the chair can see the text below.',
  wasHiddenBy: (who, when, reason) => `${when}: hidden by ${who}. Reason: ${reason}`,
  wasShownBy: (who, when) => `${when}: shown again by ${who}`,
  hideComment: 'Hide',
  hideCommentOf: who => `Hide the comment by ${who}`,
  takeBackComment: 'Retract',
  takeBackOwnComment: 'Retract my comment',
  showComment: 'Show again',
  showCommentOf: who => `Show the comment by ${who} again`,
  hidingReason: 'Reason',
  hidingReasonHint: 'Everybody can see this reason, and who hid the comment and when.',
  commentHidden: 'Comment hidden. Only its writer, secretaries and the chair can still read it.',
  commentTakenBack: 'Comment retracted. Only you can show it again.',
  confirmShow:
    'Show this comment again? All members will see it, and the record of its hiding stays.',
};
