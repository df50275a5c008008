/**
 * Texts of the numbers that follow the decision. Employees see none of them, so they have a file of
 * their own.
 */
import { wordsOf } from '../../i18n/language-context.tsx';

const zh = {
  accepted: '已验收',
  abandoned: '已终止',
  implementationRate: '实施率',
  implementationRateBasis: '已验收 ÷ 采纳',
  verifiedBenefit: '核实年效益',
  benefitInYuan: '核实年效益（元）',
  claimedInYuan: '申报年效益（元）',
  claimedBenefit: (amount: string) => `申报 ${amount}`,
};

const en: typeof zh = {
  accepted: 'Accepted',
  abandoned: 'abandoned',
  implementationRate: 'Implementation rate',
  implementationRateBasis: 'accepted ÷ adopted',
  verifiedBenefit: 'Verified benefit a year',
  benefitInYuan: 'Verified benefit a year (yuan)',
  claimedInYuan: 'Claimed benefit a year (yuan)',
  claimedBenefit: amount => `${amount} claimed`,
};

export const useNumberWords = wordsOf({ 'zh-CN': zh, en });
