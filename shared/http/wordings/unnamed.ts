/** Words for refusals about unnamed ideas and their claim codes. */
import type { UnnamedRefusal } from '../../domain/refusal.ts';
import { ofField, type WordingsOf } from '../wording.ts';

export const unnamedWordings = {
  'unknown-claim-code': () => ({
    ...ofField(
      'code',
      'exists',
      { zh: '没有找到对应的金点子', en: 'No idea has this code' },
      {
        zh: '请核对查询码；认领之后查询码即失效',
        en: 'Check the code; the code of a claimed idea no longer works',
      },
    ),
    status: 404,
  }),
  'too-many-guesses': refusal => {
    const minutes = Math.ceil(refusal.retryAfterSeconds / 60);
    return {
      status: 429,
      title: { zh: '查询码输错次数过多', en: 'Too many wrong codes' },
      detail: { zh: `请 ${minutes} 分钟后再试`, en: `Try again in ${minutes} minutes` },
    };
  },
} satisfies WordingsOf<UnnamedRefusal>;
