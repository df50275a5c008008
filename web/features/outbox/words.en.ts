/** The English texts of `outbox`. */
import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  outboxText:
    'What you do without a network is saved on this device, and sent in order, once, as soon as there is one.',
  outboxEmpty: 'Nothing is waiting to be sent.',
  outboxEmptyText:
    'You can submit ideas, support, vote, comment and report progress without a network. It is saved here first.',
  tryNow: 'Send now',
  trying: 'Sending…',
  actOf: {
    submitIdea: 'New idea',
    supportIdea: 'Support',
    withdrawSupport: 'Support withdrawn',
    castVote: 'Vote',
    writeComment: 'Comment',
    reportProgress: 'Progress report',
  },
  madeAt: when => `Saved ${when}`,
  photos: count => (count === 1 ? '1 photo' : `${count} photos`),
  whyWaiting: {
    new: 'Being sent',
    offline: 'No network',
    busy: 'The server does not answer',
    limit: 'You have written a lot; it is sent when you may write again',
    trouble: 'Several attempts have failed; it is tried again later',
  },
  behind: 'Behind the one before it',
  sending: 'Sending…',
  needsSignIn: 'Your session has expired; it is sent once you have signed in again',
  retryAt: when => `next attempt ${when}`,
  mayHaveArrived: 'It may have arrived; sent again, it still counts once',
  roundEndsSoon: (round, day) =>
    `${round} takes ideas until ${day}; what arrives later counts for the next. Connect soon.`,
  roundEnded: round => `${round} has ended: what arrives now counts for the next.`,
  changeEntry: 'Edit',
  openEntry: 'Open',
  dropEntry: 'Discard',
  dropped: title => `“${title}” will not be sent.`,
  notDropped: 'It is being sent and cannot be taken back.',
  refused: 'Not accepted',
  whatToDo: {
    'ballot-closed':
      'Voting has closed and this vote was not counted. You can say what you think in a comment.',
    'ballot-not-open': 'Voting has not begun. Please vote again once it has.',
    'not-open-for-support': 'It no longer takes support.',
    'not-open-for-comments': 'It no longer takes comments.',
    'not-found': 'It may have been withdrawn, or you may no longer see it.',
    'wrong-state': 'It has moved on. Open it to see how it is now.',
    'round-full': 'This round is full. Keep it here and send it in the next one.',
    'key-reused':
      'An earlier attempt had arrived after all, with another text. Look at My ideas first.',
    'body-too-large': 'It is too large for the server. Shorten the text, or leave out photos.',
  },
  arrivedIn: round => `It has arrived and counts for ${round}.`,
  arrivedUnnamed: 'It has arrived. This is its claim code, shown until you have written it down.',
  acknowledgeAll: count => `Got it: ${count} ideas have arrived`,
  seeIdea: 'See the idea',
  writtenDown: 'Noted. The claim code is not shown any more.',
};
