/** The English texts of the pages of `replies`. */
import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  repliesTitle: 'Replies',
  repliesText:
    'Authors of declined and deferred ideas are owed a reply. The chair answers appeals. Longest waiting first.',
  repliesEmpty: 'Everything has been answered.',
  repliesNone: { reply: 'No ideas are waiting for a reply.', appeal: 'No open appeals.' },
  repliesShow: 'Show',
  waitsFor: { reply: 'Needs a reply', appeal: 'Appeal' },
  waitingDays: days => (days === 0 ? 'today' : days === 1 ? '1 day' : `${days} days`),
  waited: 'Waiting',
  appealOf: 'Appeal',
  chairAnswers: 'The chair answers appeals.',
  handleIdea: 'Other actions',

  reply: 'Official reply',
  replyAnew: 'Update official reply',
  sendReply: 'Reply',
  replyText: 'Reply to the author',
  replyHint: 'All members can read it. A published bulletin stays as it is.',
  replyPhrases: [
    'Thank you for your idea.',
    'There is no budget for it this year. We will consider it for next year’s.',
    'We have asked the department for a cost estimate and will discuss it again next round.',
    'This is already planned.',
  ],
  repliedSaid: title => `Replied to “${title}”.`,

  appealOutcome: 'Outcome of the appeal',
  uphold: 'Uphold appeal',
  reject: 'Reject appeal',
  upholdHint:
    'The idea goes on the agenda of the next open round and is voted on again. A published bulletin stays as it is.',
  rejectHint: 'The decision stands. Each idea can be appealed once.',
  confirmUphold: title => `Uphold the appeal for “${title}” and have it voted on again?`,
  confirmReject: title => `Reject the appeal for “${title}”? The decision stands.`,
  upheldSaid: (title, round) =>
    `“${title}” is on the agenda of ${round} and will be voted on again.`,
  rejectedSaid: title => `Appeal for “${title}” answered. The decision stands.`,
};
