/** A member's own data: all its parts as one file, each heading once. */
import { expect, it } from 'vitest';
import { exportMyData } from '../../../../shared/contract/routes/my-data.ts';
import { wholeData } from '../../../../web/features/profile/components/my-data.tsx';
import { instant } from '../../../sample/names.ts';
import { fakeApi } from '../../fake-api.ts';
import { huatai } from '../../sample.ts';

it('joins the parts, in order', async () => {
  const api = fakeApi();
  const about = { organization: '华泰矿冶', at: instant('2026-10-08T02:00:00.000Z') };
  const ideas = (...numbers: number[]) => ({
    heading: '我提的金点子',
    rows: numbers.map(编号 => ({ 编号 })),
  });
  api.answer(exportMyData, ({ query }) =>
    query?.cursor === undefined
      ? { ...about, notes: ['说明'], sections: [ideas(1)], nextCursor: '2026-10' }
      : { ...about, notes: [], sections: [ideas(2, 3)] },
  );
  expect(await wholeData(api.call, huatai)).toEqual({
    ...about,
    notes: ['说明'],
    sections: [ideas(1, 2, 3)],
  });
});
