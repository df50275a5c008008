/** Words for refusals beyond the organization's limits on writing. */
import type { WritingRefusal } from '../../domain/refusal.ts';
import { waitingFor } from '../waiting.ts';
import type { WordingsOf } from '../wording.ts';

const NAMES = {
  ideas: { zh: '金点子', en: 'ideas' },
  comments: { zh: '评论', en: 'comments' },
  photos: { zh: '照片', en: 'photos' },
} as const;

export const writingWordings = {
  'too-much-written': ({ of, within, most, retryAfterSeconds }) => {
    const wait = waitingFor(retryAfterSeconds);
    return {
      status: 429,
      title: { zh: `${NAMES[of].zh}提交得太多了`, en: `Too many ${NAMES[of].en}` },
      detail: {
        zh: `每人每${within === 'hour' ? '小时' : '期'}最多 ${most} 条，请 ${wait.zh}后再提交；写好的内容可以先留着`,
        en: `At most ${most} ${within === 'hour' ? 'an hour' : 'a round'} per person; keep your text and try again in ${wait.en}`,
      },
    };
  },
} satisfies WordingsOf<WritingRefusal>;
