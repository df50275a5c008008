/**
 * Words for refusals about ideas: submission, support, and acts that their state does not allow.
 */
import { ACT_NAMES, STATUS_NAMES } from '../../contract/names.ts';
import type { IdeaRefusal } from '../../domain/refusal.ts';
import type { Words } from '../language.ts';
import { waitingFor } from '../waiting.ts';
import { ofField, type WordingsOf } from '../wording.ts';

const MOST_CHOICES = 12;

export const ideaWordings = {
  'wrong-state': refusal => ({
    status: 409,
    title: { zh: '这条金点子现在不能这样处理', en: 'This is not possible for the idea now' },
    detail: {
      zh: `目前状态：${STATUS_NAMES[refusal.status]}；不能“${ACT_NAMES[refusal.act]}”`,
      en: `It is ${refusal.status}; "${refusal.act}" is not possible`,
    },
  }),
  'not-open-for-support': refusal => ({
    status: 409,
    title: { zh: '已有结果，不能再附议', en: 'Decided ideas can no longer be supported' },
    detail: { zh: `目前状态：${STATUS_NAMES[refusal.status]}`, en: `It is ${refusal.status}` },
  }),
  'role-required-for-field': refusal => ({
    ...ofField(
      refusal.field,
      'role',
      { zh: '只有秘书可以代他人提交', en: 'Only a secretary can submit for others' },
      { zh: '此项由秘书填写', en: 'Only a secretary can fill in this field' },
    ),
    status: 403,
  }),
  'author-and-unnamed': () =>
    ofField(
      'authorId',
      'contradiction',
      { zh: '不记名提交不能带工号', en: 'An anonymous idea has no author' },
      { zh: '不记名时请勿填写工号', en: 'Leave it out, or submit with a name' },
    ),
  'ambiguous-number': ({ field, members }) =>
    ofField(
      field,
      'ambiguous',
      { zh: '工号不能确定是谁', en: 'Two members have this number' },
      {
        zh: `名单中有 ${members.join('、')}，只差大小写；请管理员先停用其中一个`,
        en: `The list has ${members.join(' and ')}, which differ only in upper and lower case; deactivate one of them`,
      },
    ),
  'unknown-author': refusal =>
    ofField(
      'authorId',
      'member',
      { zh: '工号不在成员名单中', en: 'No such member' },
      {
        zh: `成员名单中没有 ${refusal.authorId}`,
        en: `${refusal.authorId} is not on the member list`,
      },
    ),
  'unknown-category': refusal =>
    ofField(
      'category',
      'one-of',
      { zh: '没有这个类别', en: 'No such category' },
      choices(refusal.known),
    ),
  'unknown-department': refusal =>
    ofField(
      'department',
      'one-of',
      { zh: '没有这个部门', en: 'No such department' },
      choices(refusal.known),
    ),
  'photo-not-available': () =>
    ofField(
      'photos',
      'exists',
      { zh: '有照片已经失效', en: 'A photo is no longer there' },
      { zh: '请移除后重新添加照片', en: 'Remove it and add it again' },
    ),
  'slip-dated-ahead': () =>
    ofField(
      'submittedAt',
      'not-ahead',
      { zh: '提交时间晚于本期', en: 'The date on the slip is in the future' },
      { zh: '不能晚于正在征集的一期', en: 'No later than the round that is collecting now' },
    ),
  'not-a-slip': () => ({
    status: 409,
    title: { zh: '这不是录入的纸条', en: 'This idea did not come on a slip' },
    detail: {
      zh: '作者本人提交的金点子只能由作者修改或撤回；需要改动时可以退回给作者',
      en: 'Only its author can change or withdraw an idea they submitted; you can return it to them',
    },
  }),
  'slip-of-another-round': ({ round, other }) =>
    ofField(
      'submittedAt',
      'same-round',
      { zh: '这个时间属于另一期', en: 'That time belongs to another round' },
      {
        zh: `这条已计入 ${round} 期，改后的时间属于 ${other} 期；请撤回这张纸条，再按正确的时间重新录入`,
        en: `It is counted in round ${round}, and that time belongs to round ${other}; withdraw the slip and enter it again with the right time`,
      },
    ),
  'key-reused': () =>
    ofField(
      'Idempotency-Key',
      'same-body',
      { zh: '同一请求编号用于了不同内容', en: 'The Idempotency-Key was used for another body' },
      { zh: '新的内容请用新的编号', en: 'Use a new key for a new body' },
    ),
  'not-the-author': () => ({
    status: 403,
    title: { zh: '只有作者本人可以这样做', en: 'Only its author can do this' },
  }),
  'history-full': () => ({
    status: 422,
    title: { zh: '这条金点子的经过已经记满', en: 'The history of this idea is full' },
    detail: {
      zh: '不能再修改或填报，但仍可以作出决定、验收或终止',
      en: 'It can no longer be revised or reported on, but can still be decided, accepted or ended',
    },
  }),
  'merge-into-itself': () =>
    ofField(
      'into',
      'other',
      { zh: '不能并入它自己', en: 'An idea cannot be merged into itself' },
      { zh: '请选择另一条金点子', en: 'Choose another idea' },
    ),
  'target-not-open': ({ status }) => ({
    status: 409,
    title: { zh: '另一条金点子已有结果', en: 'The other idea is no longer open' },
    detail: { zh: `它目前的状态：${STATUS_NAMES[status]}`, en: `It is ${status}` },
  }),
  'already-claimed': () => ({
    status: 409,
    title: { zh: '这条金点子已经有作者', en: 'This idea already has an author' },
  }),
  'round-full': ({ most, retryAfterSeconds }) => {
    const wait = waitingFor(retryAfterSeconds);
    return {
      status: 429,
      title: { zh: '本期金点子已经收满', en: 'This round is full' },
      detail: {
        zh: `全单位每期最多 ${most} 条；请 ${wait.zh}后交到下一期，或者联系管理员`,
        en: `At most ${most} a round in all; submit it for the next round in ${wait.en}, or ask an administrator`,
      },
    };
  },
} satisfies WordingsOf<IdeaRefusal>;

/**
 * The allowed choices; only the beginning of a long list, because every row of a file may need it.
 */
function choices(known: readonly string[]): Words {
  const some = known.slice(0, MOST_CHOICES);
  return known.length > MOST_CHOICES
    ? {
        zh: `可选：${some.join('、')} 等 ${known.length} 个`,
        en: `One of ${known.length}: ${some.join(', ')} …`,
      }
    : { zh: `可选：${some.join('、')}`, en: `One of: ${some.join(', ')}` };
}
