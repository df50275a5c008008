/** Words for errors of an amount in a cell, each with the right form. */
import type { AmountFault } from '../domain/kernel/amount.ts';
import type { Words } from './language.ts';

export const AMOUNT_FAULTS: Record<AmountFault, Words> = {
  'not-an-amount': {
    zh: '应为金额，例如 36000、36,000 或 3.6万',
    en: 'Must be an amount, for example 36000 or 36,000',
  },
  grouping: {
    zh: '逗号只能每三位一个，例如 36,000',
    en: 'Commas stand between groups of three digits alone, for example 36,000',
  },
  decimals: {
    zh: '应为整数元，不要写角分，例如 36000',
    en: 'Must be whole yuan, for example 36000',
  },
  'too-large': { zh: '不能大于 100 亿元', en: 'At most 10,000,000,000' },
};
