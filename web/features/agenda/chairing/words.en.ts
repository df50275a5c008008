/** The English texts of arranging an agenda, of deciding with a reason, and of publishing. */
import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  decideWithReason: 'Announce with a reason or reply',
  reasonFor: 'Reason',
  decisionBound:
    'Adopting and declining need a quorum and must match the ballot. Deferring is always possible.',
  asBalloted: 'As the ballot says',
  decisionBoundSecretly:
    'Secret ballot: the tally stays hidden until the decision. With a quorum the ballot decides. Deferring is always possible.',
  reasonRequiredSecretly:
    'Deferring needs a reason. If the ballot declines and you give none, “not approved” is recorded.',
  reasonRequired: 'Declining and deferring need a reason.',
  officialReply: 'Official reply (optional)',
  officialReplyHint:
    'Tells the author what happens next. All members see it, also in the bulletin.',
  decide: 'Announce decision',
  arrangeTitle: 'Order of the agenda',
  arrangeText: 'Drag the handle or type a number. Everyone sees the new order once you save.',
  arrangeDuring: 'The meeting is using the current numbers. Announce the change first.',
  arrangeBy: { support: 'By support', 'handed-in': 'By date' },
  dragHandle: title => `Move “${title}”; use the arrow keys`,
  moveTo: title => `Number for “${title}”`,
  movedSaid: (title, number) => `“${title}” is now number ${number}.`,
  sortedSaid: 'Sorted, not saved yet.',
  arrangeSave: 'Save order',
  arrangeUnsaved: 'Your changes are not saved yet.',
  arrangeLeave: 'The new order is not saved and will be lost. Leave anyway?',
  arrangeConflict:
    'Someone else saved a different order while you were working. Agree with them which one to use.',
  deferredHere: 'Deferred in this round',
  deferredHereText: 'They have left the agenda. Until publication they can be reopened.',
  publishNow: 'Publish now',
  confirmPublish: round =>
    `Publish ${round} now? Numbers and results become final, and decisions can no longer be reopened.`,
  publishing: 'Preparing the bulletin. This takes a minute or two…',
  publishedSaid: round => `${round} is published.`,
};
