/**
 * Words for refusals about comments: where none may be written, and who may hide one or show it
 * again.
 */
import { STATUS_NAMES } from '../../contract/names.ts';
import type { CommentRefusal } from '../../domain/refusal.ts';
import type { WordingsOf } from '../wording.ts';

export const commentWordings = {
  'not-open-for-comments': refusal => ({
    status: 409,
    title: { zh: '已撤回的金点子不能再评论', en: 'A withdrawn idea cannot be commented on' },
    detail: { zh: `目前状态：${STATUS_NAMES[refusal.status]}`, en: `It is ${refusal.status}` },
  }),
  'not-yours-to-hide': () => ({
    status: 403,
    title: { zh: '您不能隐藏这条评论', en: 'You cannot hide this comment' },
    detail: {
      zh: '只有评论人本人、金点子的作者和秘书可以隐藏评论',
      en: "Its writer, the idea's authors and secretaries may hide a comment",
    },
  }),
  'not-yours-to-show': () => ({
    status: 403,
    title: { zh: '您不能重新显示这条评论', en: 'You cannot show this comment again' },
    detail: {
      zh: '评论人自己收回的，只有本人可以重新显示；被别人隐藏的，由金点子的作者或秘书重新显示，评论人自己不能',
      en: "A retracted comment can be shown again by its writer only; a hidden one by the idea's authors and secretaries, but not its writer",
    },
  }),
  'shown-too-often': refusal => ({
    status: 409,
    title: { zh: '不能再重新显示', en: 'It can no longer be shown again' },
    detail: {
      zh: `一条评论最多重新显示 ${refusal.most} 次`,
      en: `A comment can be shown again at most ${refusal.most} times`,
    },
  }),
} satisfies WordingsOf<CommentRefusal>;
