/** The English texts of the pages of `ideas`. */
import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  returnedTitle:
    'The secretary has returned this idea; please mend it as noted and hand it in again',
  revise: 'Revise',
  reviseAndHandIn: 'Revise and hand in again',
  revising: 'Revise the idea',
  revised: 'Handed in again; the secretary looks at it next.',
  revisedOntoAgenda: 'Handed in again, and put straight onto the agenda.',
  withdraw: 'Withdraw',
  confirmWithdraw: title =>
    `Withdraw “${title}”? It will not be voted on, and this cannot be undone.`,
  withdrawn: 'Withdrawn; it is not voted on and not counted in the round.',
  declineAuthorship: 'Decline to be a co-author',
  confirmDeclineAuthorship: title =>
    `Decline to be a co-author of “${title}”? You get no share of its reward and cannot be named again.`,
  authorshipDeclined: 'You are no longer a co-author of this idea.',

  rate: 'Rate the outcome',
  rating: 'Are you content with the outcome?',
  satisfactions: { satisfied: 'Content', neutral: 'So-so', dissatisfied: 'Not content' },
  ratingWord: 'Anything to add (optional)',
  ratingHint: 'Only you, the chair, the secretary and managers see it.',
  confirmRating: 'Rate it so? Each decision is rated once, for good.',
  rated: 'Thank you, your rating is noted.',
  appeal: 'Appeal',
  appealText: 'Why it should be voted on again',
  appealHint:
    'The chair answers. All members see it in the history. There is one appeal for each idea.',
  confirmAppeal: title =>
    `Appeal for “${title}”? There is one appeal for each idea, and it cannot be taken back.`,
  appealed: 'Your appeal is made; the chair will answer it.',

  trackingTitle: 'Implementation',

  moreFilters: 'More filters, and the order',
  ownIdeas: 'Mine',
  ownIdea: 'mine',
  carriedOverIdeas: 'Carried over',
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
  andOthers: (name, others) => `${name} and ${others} more`,

  forManager: 'To acceptance and rewards',
  forCommittee: 'To the committee’s page',
};
