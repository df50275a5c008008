/** Words for refusals about what follows a decision: ratings, appeals and honours. */
import type { FollowUpRefusal } from '../../domain/refusal.ts';
import type { WordingsOf } from '../wording.ts';

export const followUpWordings = {
  'decision-not-published': ({ round, publishesAt }) => ({
    status: 409,
    title: { zh: '这项决定还没有公示', en: 'The decision is not published yet' },
    detail: {
      zh: `${round} 期将于 ${publishesAt} 公示，请公示以后再来`,
      en: `Round ${round} will be published at ${publishesAt}; come back then`,
    },
  }),
  'already-rated': () => ({
    status: 409,
    title: { zh: '您已经评价过了', en: 'You have already rated the outcome' },
    detail: { zh: '每项决定只评价一次，不能更改', en: 'Each decision can be rated once' },
  }),
  'already-appealed': () => ({
    status: 409,
    title: { zh: '这条金点子已经申诉过了', en: 'This idea has already been appealed' },
    detail: {
      zh: '每条只能申诉一次；有了新情况，可以另提一条',
      en: 'There is one appeal for each idea; submit a new idea if something has changed',
    },
  }),
  'appeal-too-late': ({ lastDay }) => ({
    status: 409,
    title: { zh: '申诉期已过', en: 'It is too late to appeal' },
    detail: {
      zh: `最后一天是 ${lastDay}；有了新情况，可以另提一条`,
      en: `The last day was ${lastDay}; submit a new idea if something has changed`,
    },
  }),
  'no-appeal': () => ({
    status: 409,
    title: { zh: '这条金点子没有申诉', en: 'Nobody has appealed' },
  }),
  'appeal-answered': () => ({
    status: 409,
    title: { zh: '这项申诉已经答复', en: 'The appeal has already been answered' },
  }),
  'own-appeal': () => ({
    status: 422,
    title: { zh: '不能答复自己的申诉', en: 'You cannot answer an appeal on your own idea' },
    detail: {
      zh: '您是这条金点子的作者，应当回避，请由另一位主任委员答复；没有的，请管理员增设一位',
      en: 'You are an author of this idea: another chair answers; if there is none, ask an administrator to appoint one',
    },
  }),
  'own-idea': () => ({
    status: 422,
    title: { zh: '不能评自己的金点子', en: 'You cannot name your own idea excellent' },
    detail: {
      zh: '您是这条金点子的作者，应当回避，请由另一位主任委员来评',
      en: 'You are an author of this idea; ask another chair',
    },
  }),
} satisfies WordingsOf<FollowUpRefusal>;
