/** The English texts of `submission`. */
import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  handInTitle: 'Submit an idea',
  copyLast: 'Copy my last idea',
  copiedLast: title => `Copied from “${title}”. Edit it before you submit.`,
  notCopiedLast: 'Your last idea could not be loaded. Try again later.',
  naming: 'Submit as',
  named: 'With my name',
  namedHint: 'Colleagues see that it is yours. Credit and rewards go to you.',
  anonymous: 'Anonymously',
  unnamedHint:
    'We do not store who you are. You get a claim code to follow, revise, withdraw or claim it.',
  similarHint: 'Similar ideas will appear here as you type.',
  problemHint: 'What is the problem today?',
  proposalHint: 'What should be done about it?',
  moreOptional: 'More (optional)',
  expectedBenefit: 'Expected benefit (yuan a year)',
  coAuthors: 'Co-authors',
  coAuthorsHint:
    'Whoever had the idea with you. They do not vote on it either, share the reward, and may decline.',
  ownDepartment: 'Department',
  ownDepartmentHint: 'In a small department, this may give you away.',
  handIn: 'Submit',
  handingIn: 'Submitting…',
  draftKept: 'Draft saved',
  draftInTab: 'Draft not saved',
  keyReused:
    'Your previous attempt did arrive, with different content. Check it under “My ideas” first.',
  handInAsNew: 'Submit as a new idea',

  handedIn: title => `“${title}” submitted`,
  inRound: 'Round',
  meetingDay: 'Deliberation day',
  afterwards:
    'The secretary reviews it first. The committee votes on deliberation day, and the results are published. Your home page will tell you what happens.',
  afterwardsUnnamed:
    'It is not listed under “My ideas”. You will find it in this round and by its claim code.',
  seeIdea: 'View this idea',
  seeMine: 'View my ideas',
  copyLink: 'Copy link',
  linkCopied: 'Link copied.',
  linkNotCopied: 'Copying failed. Open the idea and copy its address.',
  anotherOne: 'Submit another',

  ideaWaits: title => `“${title}” is not sent yet`,
  ideaWaitsHow:
    'There is no network. It is saved on this device, and sent once, as soon as there is one.',
  countsWhenArrived: 'It counts for the round in which it arrives.',
  roundEndsSoon: (round, day) =>
    `${round} takes ideas until ${day}; what arrives later counts for the next. Connect soon.`,
  roundEnded: round => `${round} has ended: what arrives now counts for the next.`,

  claimCode: 'Claim code',
  writeItDown: 'write it down now',
  shownOnce: 'Once you have confirmed, it is not shown again. Nobody can recover it for you.',
  whatFor:
    'It lets you follow, revise and withdraw this idea, and claim it later. Anyone who has it can do the same, so keep it to yourself.',
  copyCode: 'Copy',
  printCode: 'Print',
  codeCopied: 'Code copied.',
  codeNotCopied: 'Copying failed. Write it down instead.',
  wroteItDown: 'I have written it down',
  confirmLeaving: 'You have not confirmed that you wrote the code down. Leave now?',

  findUnnamed: 'Look up an anonymous idea',
  findUnnamedText:
    'Enter the claim code from when you submitted it. Case, spaces and hyphens do not matter.',
  findUnnamedRecord: 'We do not record who looks an idea up, only wrong codes (up to 10 an hour).',
  notACode: 'A claim code has 24 letters and digits, such as 2610-0123-4567-89AB-CDEF-GHJK.',
  openUnnamed: 'View',
  openingUnnamed: 'Opening…',
  closeUnnamed: 'Close and forget it here',
  byDayOnly: 'To protect your identity, only the day of what you do is recorded.',
  noteFromSecretary: 'The secretary asked for changes. Revise the idea and resubmit it',
  revise: 'Revise',
  revisionNotKept: 'Changes are not saved on this device. Finish them in one go.',
  withdraw: 'Withdraw',
  confirmWithdraw: title =>
    `Withdraw “${title}”? It will not be voted on, and this cannot be undone.`,
  withdrawn: 'Withdrawn.',
  claim: 'Claim it: show that it is mine',
  confirmClaim: (id, title) =>
    `Claim “${title}” as no. ${id}? Every member will see that it is yours. This cannot be undone, and the code stops working.`,
  claimed: title =>
    `You claimed “${title}”. It is now listed under “My ideas”, and its code no longer works.`,

  revising: 'Revise the idea',
  formerKept: 'The earlier version stays in the history.',
  handInAgain: 'Resubmit',
  revised: 'Resubmitted.',
};
