/** Approving a reward: shared evenly, by hand, and only if the shares add up. */
import { screen, waitFor } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { approveReward } from '../../../../shared/contract/routes/rewards.ts';
import type { MemberId } from '../../../../shared/domain/kernel/ids.ts';
import { RewardForm } from '../../../../web/features/rewards/components/reward-form.tsx';
import { useRewardsWords } from '../../../../web/features/rewards/words.ts';
import type { People } from '../../../../web/ui/person.tsx';
import { fakeApi, refusal } from '../../fake-api.ts';
import { press, renderPage, type, typedIn, wrongFields } from '../../render-page.tsx';
import { author, colleague, listedIdea } from '../../sample.ts';

const people = {
  [author]: { name: '王建国', department: '机加一车间' },
  [colleague]: { name: '李桂英', department: '铸造车间' },
} as People;
const nameOf = (member: MemberId) => people[member]?.name ?? member;
const reward = { state: 'proposed' as const, least: 100, most: 300, proposed: 200 };
const item = {
  ...listedIdea({ status: 'accepted', coAuthors: [colleague] }),
  reward,
};

async function open(language: 'en' | 'zh-CN' = 'zh-CN') {
  const api = fakeApi();
  const onDone = vi.fn();
  let words: ReturnType<typeof useRewardsWords> | undefined;
  function Form() {
    words = useRewardsWords();
    return (
      <RewardForm
        item={item}
        reward={reward}
        people={people}
        onDone={onDone}
        onCancel={() => undefined}
      />
    );
  }
  await renderPage(<Form />, { api, language, member: 'HT0301' as MemberId, roles: ['manager'] });
  return { api, words: words!, onDone };
}

it('shares the amount evenly as it is typed, to the last fen', async () => {
  const { api, words, onDone } = await open();
  expect(typedIn(words.shareField(nameOf(author)))).toBe('100');
  await type(words.amountField, '¥250.01');
  const shares = [author, colleague].map(member =>
    Number(typedIn(words.shareField(nameOf(member)))),
  );
  expect(shares.map(share => Math.round(share * 100)).reduce((a, b) => a + b)).toBe(25_001);
  expect(screen.getByText(words.sum('250.01'))).toBeTruthy();
  api.answer(approveReward, { ...reward, state: 'approved' });
  await press(words.approve);
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(api.asked(approveReward)).toMatchObject([{ body: { amount: 25_001 } }]);
});

it('approves the version on screen, and offers to look again when it is outdated', async () => {
  const { api, words, onDone } = await open();
  api.answer(approveReward, refusal(412, 'version-mismatch'));
  await press(words.approve);
  expect((await screen.findByRole('alert')).textContent).toContain('version-mismatch');
  expect(api.asked(approveReward)).toMatchObject([{ ifMatch: item.version }]);
  expect(onDone).not.toHaveBeenCalled();
});

it('keeps a share typed by hand when the amount changes, until it is shared evenly again', async () => {
  const { words } = await open('en');
  await type(words.shareField(nameOf(author)), '150');
  expect(screen.getByText(words.sumOver('250', '50'))).toBeTruthy();
  await type(words.amountField, '300');
  expect(typedIn(words.shareField(nameOf(author)))).toBe('150');
  expect(screen.getByText(words.sumShort('250', '50'))).toBeTruthy();
  await press(words.evenly);
  expect(typedIn(words.shareField(nameOf(colleague)))).toBe('150');
  expect(screen.getByText(words.sum('300'))).toBeTruthy();
});

it('sends no shares that do not add up, and focuses the first of them', async () => {
  const { api, words } = await open();
  await type(words.shareField(nameOf(colleague)), '99.99');
  await press(words.approve);
  expect(wrongFields()).toEqual([`share.${author}`]);
  expect(document.activeElement).toBe(screen.getByLabelText(words.shareField(nameOf(author))));
  expect(api.asked(approveReward)).toEqual([]);
});

it('refuses an amount outside the band, and a share that is none', async () => {
  const { api, words } = await open('en');
  await type(words.amountField, '300.01');
  await type(words.shareField(nameOf(author)), 'half');
  await press(words.approve);
  expect(wrongFields()).toEqual(['amount', `share.${author}`]);
  expect(screen.getByText(words.outOfBand('100', '300'))).toBeTruthy();
  expect(screen.getByText(words.notMoney)).toBeTruthy();
  expect(screen.getByText(words.sumUnknown)).toBeTruthy();
  expect(api.asked(approveReward)).toEqual([]);
});

it('keeps the shares when the approval is refused', async () => {
  const { api, words } = await open();
  await type(words.shareField(nameOf(author)), '120');
  await type(words.shareField(nameOf(colleague)), '80');
  api.answer(approveReward, refusal(409, 'reward-paid'));
  await press(words.approve);
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(typedIn(words.shareField(nameOf(author)))).toBe('120');
});
