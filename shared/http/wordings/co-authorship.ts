/** Words for refusals about co-authors: naming them, and their declining. */
import type { CoAuthorshipRefusal, RefusalOf } from '../../domain/refusal.ts';
import type { Words } from '../language.ts';
import { ofField, type WordingsOf } from '../wording.ts';

export const coAuthorshipWordings = {
  'co-authors-and-unnamed': () =>
    ofField(
      'coAuthorIds',
      'contradiction',
      { zh: '不记名提交不能带共同作者', en: 'An anonymous idea cannot have co-authors' },
      { zh: '不记名时请勿填写共同作者', en: 'Remove them, or submit with your name' },
    ),
  'co-author-not-possible': refusal =>
    ofField(
      'coAuthorIds',
      'member',
      { zh: '共同作者有误', en: 'One of the co-authors cannot be added' },
      WHY[refusal.why](refusal.member),
    ),
  'not-a-co-author': () => ({
    status: 403,
    title: { zh: '您不是这条金点子的共同作者', en: 'You are not a co-author of this idea' },
  }),
  'last-author': () => ({
    status: 409,
    title: { zh: '您是唯一署名的作者，不能谢绝署名', en: 'You are its only author' },
    detail: {
      zh: '请秘书取消合并，两条就各归各的作者',
      en: 'Ask the secretary to undo the merge',
    },
  }),
  'reward-approved': () => ({
    status: 409,
    title: {
      zh: '奖励已经核定，不能再谢绝署名',
      en: 'The reward is approved, so co-authorship can no longer be declined',
    },
    detail: {
      zh: '您的一份如需调整，请与经理商量',
      en: 'Talk to a manager about your share',
    },
  }),
} satisfies WordingsOf<CoAuthorshipRefusal>;

const WHY: Readonly<Record<RefusalOf<'co-author-not-possible'>['why'], (member: string) => Words>> =
  {
    unknown: member => ({
      zh: `成员名单中没有 ${member}，或已离职`,
      en: `${member} is not on the member list, or has left`,
    }),
    author: member => ({
      zh: `${member} 就是提交人，不必再填`,
      en: `${member} is the author; leave the number out`,
    }),
    twice: member => ({ zh: `${member} 填了两次`, en: `${member} is there twice` }),
    declined: member => ({
      zh: `${member} 已经谢绝为这条署名`,
      en: `${member} has declined to be an author of this idea`,
    }),
  };
