/** What became of ideas, as rendered: known, withheld or unknown, and never 0 for either. */
import { screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { rate } from '../../../../shared/domain/numbers/rate.ts';
import { numbersOf } from '../../../../shared/domain/numbers/statistics.ts';
import { FollowUpFigures } from '../../../../web/features/numbers/components/follow-up.tsx';
import { renderPage } from '../../render-page.tsx';

const { ideasPerHead: _, followUp: _followUp, ...first } = numbersOf(new Map(), 0, 0);
const followUp = {
  daysToFirstReply: { mean: 4.5, replied: 18 },
  rewardsApproved: { ideas: 4, fen: 123_450 },
  rewardsPaid: null,
  satisfaction: { satisfied: 5, neutral: 2, dissatisfied: 1, rate: rate(5, 8) },
  excellent: 2,
};
const shown = async (total: Parameters<typeof FollowUpFigures>[0]['total']) => {
  await renderPage(
    <dl>
      <FollowUpFigures total={total} />
    </dl>,
  );
  const names = screen.getAllByRole('term').map(({ textContent }) => textContent);
  const values = screen
    .getAllByRole('definition')
    .map(item => item.querySelector('strong')?.textContent);
  return Object.fromEntries(names.map((name, at) => [name, values[at]]));
};

it('shows known numbers with their basis, money in yuan, and a withheld one as such', async () => {
  expect(await shown({ ...first, ideasPerHead: rate(60, 330), followUp })).toEqual({
    人均条数: '0.18 (60/330)',
    首次答复用时: '平均 4.5 天',
    核定奖励: '1,234.5 元',
    发放奖励: '不公布',
    满意率: '62.5% (5/8)',
    优秀金点子: '2',
  });
});

it('shows a dash for every number that was not counted yet', async () => {
  expect(new Set(Object.values(await shown(first)))).toEqual(new Set(['—']));
});
