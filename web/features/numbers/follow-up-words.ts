/** Texts of the numbers of what became of ideas beside their decision. */
import { wordsOf } from '../../i18n/language-context.tsx';

const zh = {
  ideasPerHead: '人均条数',
  ideasPerHeadBasis: '提交 ÷ 在册人数',
  firstReply: '首次答复用时',
  replied: (ideas: number) => `已答复 ${ideas} 条`,
  rewardsApproved: '核定奖励',
  rewardsPaid: '发放奖励',
  ofIdeas: (ideas: number) => `${ideas} 条`,
  satisfaction: '满意率',
  satisfactionBasis: '满意 ÷ 已评价',
  opinions: (neutral: number, dissatisfied: number) => `一般 ${neutral} · 不满意 ${dissatisfied}`,
  excellent: '优秀金点子',
  withheld: '不公布',
  withheldReason: '不足三条的不公布',
  unknown: '还没有统计',
};

const en: typeof zh = {
  ideasPerHead: 'Ideas per head',
  ideasPerHeadBasis: 'submitted ÷ headcount',
  firstReply: 'Days to first reply',
  replied: ideas => `${ideas} replied`,
  rewardsApproved: 'Rewards approved',
  rewardsPaid: 'Rewards paid',
  ofIdeas: ideas => (ideas === 1 ? '1 idea' : `${ideas} ideas`),
  satisfaction: 'Satisfied authors',
  satisfactionBasis: 'satisfied ÷ all who said',
  opinions: (neutral, dissatisfied) => `${neutral} neutral · ${dissatisfied} dissatisfied`,
  excellent: 'Excellent ideas',
  withheld: 'Withheld',
  withheldReason: 'not shown of fewer than three ideas',
  unknown: 'not counted yet',
};

export const useFollowUpWords = wordsOf({ 'zh-CN': zh, en });
