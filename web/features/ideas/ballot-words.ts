/**
 * The texts for ballots: the two rules, the votes of an open one, and the comments of a secret one.
 */
import { wordsOf } from '../../i18n/language-context.tsx';

export const zhBallot = {
  secretBallot: '无记名表决：谁投了什么，对谁都不公开；决定以后才公布计票。',
  votes: '谁投了什么',
  votesEmpty: '没有人投票。',
  voteOf: (who: string, choice: string) => `${who}：${choice}`,
  voteComments: '表决意见（不署名）',
  comment: '意见（可不填）',
  commentOpen: '和您的一票一起显示。',
  commentSecret: '决定以后不署名公布，请不要写出自己是谁。',
  saveComment: '保存意见',
};

export const enBallot: typeof zhBallot = {
  secretBallot: 'Secret ballot: nobody is shown who voted what; the tally comes with the decision.',
  votes: 'Who voted what',
  votesEmpty: 'Nobody voted.',
  voteOf: (who, choice) => `${who}: ${choice}`,
  voteComments: 'What was remarked (no names)',
  comment: 'Comment (optional)',
  commentOpen: 'Shown together with your vote.',
  commentSecret: 'Shown without your name once it is decided; do not write who you are.',
  saveComment: 'Save the comment',
};

export const useBallotWords = wordsOf({
  zh: async () => ({ zh: zhBallot }),
  en: async () => ({ en: enBallot }),
});
