/** Words for refusals about contacts of departments, and opinions on ideas. */
import type { OpinionRefusal } from '../../domain/refusal.ts';
import { ofField, type WordingsOf } from '../wording.ts';

export const opinionWordings = {
  'no-contact': ({ why }) =>
    ofField(
      'adviser',
      'required',
      { zh: '没有联系人可以征求意见', en: 'There is no contact to ask' },
      why === 'no-department'
        ? {
            zh: '这条金点子没有部门，请填写要征求意见的人',
            en: 'The idea has no department; choose whom to ask',
          }
        : {
            zh: '这个部门还没有联系人，请填写要征求意见的人，或请管理员指定联系人',
            en: 'Its department has no contact; choose whom to ask, or have a contact assigned',
          },
    ),
  'unknown-adviser': ({ member }) =>
    ofField(
      'adviser',
      'member',
      { zh: '工号不在成员名单中', en: 'No such member' },
      { zh: `成员名单中没有 ${member}，或已离职`, en: `${member} is not on the list, or has left` },
    ),
  'author-as-adviser': () => ({
    status: 422,
    title: {
      zh: '作者不能对自己的金点子提意见',
      en: 'Authors cannot give an opinion on their own idea',
    },
    detail: { zh: '请向另一位征求意见', en: 'Ask someone else' },
  }),
  'opinion-given': () => ({
    status: 409,
    title: { zh: '这条金点子已经有意见', en: 'This idea already has an opinion' },
    detail: { zh: '每条只有一份意见', en: 'Each idea has one opinion' },
  }),
  'not-asked': () => ({
    status: 403,
    title: { zh: '没有向您征求意见', en: 'Your opinion was not asked for' },
    detail: {
      zh: '请与秘书联系，也可以写评论',
      en: 'Ask the secretary, or write a comment',
    },
  }),
  'unknown-contact': ({ member }) =>
    ofField(
      'member',
      'member',
      { zh: '联系人不在成员名单中', en: 'No such member' },
      { zh: `成员名单中没有 ${member}，或已离职`, en: `${member} is not on the list, or has left` },
    ),
  'is-contact': ({ departments }) => ({
    status: 409,
    title: { zh: '还是部门的联系人，不能停用', en: 'Is still the contact of a department' },
    detail: {
      zh: `请先为${departments.map(name => `“${name}”`).join('、')}指定另一位联系人`,
      en: `Assign another contact to ${departments.join(', ')} first`,
    },
  }),
} satisfies WordingsOf<OpinionRefusal>;
