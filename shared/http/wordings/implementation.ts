/** Words for refusals about implementing ideas, accepting them and rewarding them. */
import type { ImplementationRefusal } from '../../domain/refusal.ts';
import { ofField, type WordingsOf } from '../wording.ts';

export const implementationWordings = {
  'unknown-owner': ({ owner }) =>
    ofField(
      'owner',
      'member',
      { zh: '负责人不在成员名单中', en: 'No such member' },
      { zh: `在册成员中没有 ${owner}`, en: `${owner} is not an active member` },
    ),
  'due-in-the-past': ({ today }) =>
    ofField(
      'due',
      'not-past',
      { zh: '期限已过', en: 'The due date is in the past' },
      { zh: `不能早于今天（${today}）`, en: `No earlier than today (${today})` },
    ),
  'not-the-owner': () => ({
    status: 403,
    title: { zh: '只有负责人可以这样做', en: 'Only its owner can do this' },
    detail: {
      zh: '请由负责人填报，或请秘书改派',
      en: 'Let the owner report, or have it assigned to you',
    },
  }),
  'own-work': () => ({
    status: 422,
    title: { zh: '不能验收自己负责的事项', en: 'You cannot accept your own work' },
    detail: { zh: '请由另一位经理验收', en: 'Ask another manager' },
  }),
  'no-author': ({ claimable }) => ({
    status: 422,
    ...(claimable
      ? {
          title: {
            zh: '不记名的金点子还没有人认领',
            en: 'Nobody has claimed this anonymous idea yet',
          },
          detail: {
            zh: '等作者用查询码认领以后再核定奖励',
            en: 'Approve its reward once its author has claimed it with the code',
          },
        }
      : {
          title: { zh: '不记名的纸条没有作者', en: 'An anonymous slip has no author' },
          detail: {
            zh: '秘书录入的不记名纸条没有查询码，不能认领，也不发奖励',
            en: 'It came on a slip without a name, so there is nobody to reward',
          },
        }),
  }),
  'own-reward': () => ({
    status: 422,
    title: { zh: '不能核定或发放自己的奖励', en: 'You cannot approve or pay your own reward' },
    detail: { zh: '请由另一位经理核定、发放', en: 'Ask another manager' },
  }),
  'reward-not-approved': () => ({
    status: 409,
    title: { zh: '奖励还没有核定', en: 'The reward is not approved yet' },
    detail: { zh: '请先核定金额和分配', en: 'Approve its amount and shares first' },
  }),
  'reward-paid': () => ({
    status: 409,
    title: { zh: '奖励已经发放', en: 'The reward has already been paid' },
  }),
  'reward-out-of-band': ({ least, most }) =>
    ofField(
      'amount',
      'range',
      { zh: '金额不在标准之内', en: 'The amount is outside its band' },
      { zh: `按核实效益应为 ${least}–${most} 元`, en: `For this benefit: ${least}–${most} CNY` },
    ),
  'not-an-author': ({ member, authors }) =>
    ofField(
      'shares',
      'authors',
      { zh: '奖励只能分给作者', en: 'Only its authors share the reward' },
      {
        zh: `${member} 不是作者；作者：${authors.join('、')}`,
        en: `${member} is not an author; its authors are ${authors.join(', ')}`,
      },
    ),
  'shares-do-not-add-up': ({ amount, sum }) =>
    ofField(
      'shares',
      'sum',
      { zh: '各人份额之和与总额不符', en: 'The shares do not add up to the amount' },
      {
        zh: `总额 ${amount} 分，份额合计 ${sum} 分；每人只能列一次`,
        en: `The amount is ${amount} fen, the shares add up to ${sum} fen; list each author once`,
      },
    ),
} satisfies WordingsOf<ImplementationRefusal>;
