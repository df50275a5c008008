/** Words for refusals of many acts: a missing or changed thing. */
import type { GeneralRefusal } from '../../domain/refusal.ts';
import type { Words } from '../language.ts';
import type { WordingsOf } from '../wording.ts';

export const generalWordings = {
  'not-found': refusal => {
    const what: Record<typeof refusal.what, Words> = {
      organization: { zh: '单位', en: 'organization' },
      zone: { zh: '开发区', en: 'zone' },
      round: { zh: '期', en: 'round' },
      idea: { zh: '金点子', en: 'idea' },
      comment: { zh: '评论', en: 'comment' },
      bulletin: { zh: '公示', en: 'bulletin' },
      member: { zh: '成员', en: 'member' },
      photo: { zh: '照片', en: 'photo' },
    };
    const { zh, en } = what[refusal.what];
    return {
      status: 404,
      title: { zh: `没有这个${zh}，或不属于您`, en: `No such ${en}, or it is not yours` },
      field: {
        field: refusal.what,
        rule: 'exists',
        words: { zh: `没有这个${zh}，或不属于您`, en: `No such ${en}, or it is not yours` },
      },
    };
  },
  'changed-meanwhile': () => ({
    status: 409,
    title: { zh: '内容刚刚有变化', en: 'It has changed in the meantime' },
    detail: { zh: '请重新读取后再试', en: 'Read it again and try once more' },
  }),
  'version-mismatch': refusal => ({
    status: 412,
    title: { zh: '内容已不是您读到的版本', en: 'It has changed since you read it' },
    detail: {
      zh: `现在是第 ${refusal.current} 版，请重新读取后再试`,
      en: `It is at version ${refusal.current} now; read it again and try once more`,
    },
  }),
} satisfies WordingsOf<GeneralRefusal>;
