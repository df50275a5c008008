/** The English texts of the pages of `rewards`. */
import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  bars: {
    'own-work': 'You own this work and cannot accept it yourself; another manager has to.',
    'own-reward':
      'You are one of its authors and cannot approve or pay a reward of your own; another manager has to.',
    'not-claimed':
      'It is unnamed and its author has not claimed it. Approve the reward once they have, with the code.',
    'no-author': 'It was typed in from a slip without a name, so there is nobody to reward.',
  },

  rewardsTitle: 'Rewards to be approved or paid',
  rewardsEmpty: 'No reward waits to be approved or paid.',
  band: (least, most, proposed) =>
    `By the verified benefit the reward is ¥${least}–${most}; ¥${proposed} is proposed.`,
  approve: 'Approve',
  approveAnew: 'Approve anew',
  amountField: 'Amount (yuan)',
  shareField: id => `Share of ${id} (yuan)`,
  sharesLegend: 'Shares of the authors',
  evenly: 'Share evenly',
  approved: title => `The reward of “${title}” is approved; mark it as paid once it is.`,
  pay: 'Mark as paid',
  confirmPay: (title, amount) =>
    `Has the reward of “${title}”, ¥${amount}, been paid? This cannot be changed, and it is no longer listed here.`,
  paid: title => `The reward of “${title}” is marked as paid.`,

  sum: sum => `¥${sum} in all, as much as the amount.`,
  sumShort: (sum, by) => `¥${sum} in all, ¥${by} less than the amount.`,
  sumOver: (sum, by) => `¥${sum} in all, ¥${by} more than the amount.`,
  sumUnknown: 'Enter everybody’s share as an amount first.',
  notMoney: 'An amount in yuan, please, with at most two decimals.',
  outOfBand: (least, most) => `From ¥${least} to ¥${most}.`,
};
