/** The English texts of the pages of `rewards`. */
import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  rewardsTitle: 'Rewards',
  rewardsEmpty:
    'No rewards are waiting for approval or payment. Ideas appear here once they are accepted.',
  toAcceptance: 'Work awaiting acceptance',
  toApprove: count => `To approve (${count})`,
  toPay: count => `To pay (${count})`,
  payText: 'Once the authors have their money, select the rewards and mark them as paid.',
  idea: 'Idea',
  authors: 'Authors',
  shares: 'Shares',
  verifiedHeading: 'Verified benefit (¥ a year)',
  bandHeading: 'Band and proposal (¥)',
  proposed: (least, most, proposed) => `${least}–${most}, proposed ${proposed}`,
  acceptedHeading: 'Since acceptance',
  waited: days => (days === 0 ? 'today' : days === 1 ? '1 day' : `${days} days`),
  amountHeading: 'Reward (¥)',
  approvedHeading: 'Approved',
  act: 'Action',
  choose: 'Select',
  chooseIdea: title => `Select “${title}”`,
  chooseAll: count => `Select all ${count}`,
  chosenSum: (count, sum) => (count === 0 ? 'None selected' : `${count} selected, ¥${sum} in all`),

  band: (least, most, proposed) =>
    `For this verified benefit the reward is ¥${least}–${most}; ¥${proposed} is proposed.`,
  approve: 'Approve reward',
  approveAnew: 'Approve again',
  amountField: 'Amount (¥)',
  shareField: name => `${name}’s share (¥)`,
  sharesLegend: 'Authors’ shares',
  evenly: 'Split evenly',
  approved: title =>
    `The reward for “${title}” is approved and listed under “To pay”. Mark it as paid once it is.`,
  pay: 'Mark as paid',
  confirmPay: (count, sum) =>
    count === 1
      ? `Has this reward of ¥${sum} been paid? This cannot be undone.`
      : `Have these ${count} rewards, ¥${sum} in all, been paid? This cannot be undone.`,
  paid: (done, refused) => {
    const marked = done === 1 ? '1 reward is marked as paid' : `${done} rewards are marked as paid`;
    return refused === 0 ? `${marked}.` : `${marked}; ${refused} could not be:`;
  },
  notDoneYet: 'There was not enough time. Mark it again.',

  sum: sum => `¥${sum} in all, matching the amount.`,
  sumShort: (sum, by) => `¥${sum} in all, ¥${by} short of the amount.`,
  sumOver: (sum, by) => `¥${sum} in all, ¥${by} over the amount.`,
  sumUnknown: 'Enter every share as an amount first.',
  notMoney: 'Enter an amount in yuan with at most two decimals.',
  outOfBand: (least, most) => `Enter an amount from ¥${least} to ¥${most}.`,
};
