/** Rewards: what waits for whom, and paying many at once after one confirmation. */
import { screen, waitFor, within } from '@testing-library/preact';
import { expect, it } from 'vitest';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import { listImplementations } from '../../../../shared/contract/routes/implementation.ts';
import { payRewards } from '../../../../shared/contract/routes/rewards.ts';
import type { IdeaId, MemberId } from '../../../../shared/domain/kernel/ids.ts';
import { zh as inImplementation } from '../../../../web/features/implementation/words.zh.ts';
import { RewardsPage } from '../../../../web/features/rewards/pages/rewards-page.tsx';
import { en } from '../../../../web/features/rewards/words.en.ts';
import { zh as own } from '../../../../web/features/rewards/words.zh.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import { fakeApi } from '../../fake-api.ts';
import { press, renderPage } from '../../render-page.tsx';
import { at, author, colleague, listedIdea } from '../../sample.ts';

type Work = ReplyOf<typeof listImplementations>;

const manager = 'HT0290' as MemberId;
const people = {
  [author]: { name: '王建国', department: '机加一车间' },
  [colleague]: { name: '李桂英', department: '铸造车间' },
} as Work['people'];

const band = { least: 300, most: 500, proposed: 400 };
const approved = (number: number, fen: number, member: MemberId = author) => ({
  ...listedIdea({
    id: `2026-10-${number}` as IdeaId,
    title: `第${number}条`,
    status: 'accepted',
    authorId: member,
  }),
  acceptance: { at: at('2026-11-20 10:00'), by: manager, verifiedBenefit: 55_000 },
  reward: { ...band, state: 'approved' as const, amount: fen, shares: [{ member, fen }] },
});
const proposed = {
  ...approved(9, 0),
  title: '待核定的一条',
  reward: { ...band, state: 'proposed' as const },
};

async function open(items: Work['items'], language: 'en' | 'zh-CN' = 'zh-CN') {
  const api = fakeApi();
  api.answer(listImplementations, { items, people } as Work);
  await renderPage(<RewardsPage />, { api, language, member: manager, roles: ['manager'] });
  return api;
}

const choice = (number: number) =>
  screen.findByRole<HTMLInputElement>('checkbox', { name: own.chooseIdea(`第${number}条`) });

it('pays the chosen ones at once, each in the version on screen, after one confirmation', async () => {
  const api = await open([approved(1, 40_000), approved(2, 30_050), approved(3, 50_000)]);
  (await choice(1)).click();
  (await choice(2)).click();
  await screen.findByText(own.chosenSum(2, '700.50'));
  await press(own.pay);
  expect(screen.getByRole('dialog').textContent).toContain(own.confirmPay(2, '700.50'));
  expect(api.asked(payRewards)).toEqual([]);
  api.answer(payRewards, ({ body }) => ({
    ideas: body.ideas.map(one => ({
      idea: (one as { idea: IdeaId }).idea,
      outcome: 'done' as const,
    })),
  }));
  await press(zh.confirm);
  await screen.findByText(own.paid(2, 0));
  expect(api.asked(payRewards)).toMatchObject([
    {
      body: {
        ideas: [
          { idea: '2026-10-1', version: 3 },
          { idea: '2026-10-2', version: 3 },
        ],
      },
    },
  ]);
});

it('names what was not paid, with the reason, and forgets the choice', async () => {
  const api = await open([approved(1, 40_000), approved(2, 30_000)]);
  await choice(1);
  screen.getByRole('checkbox', { name: own.chooseAll(2) }).click();
  await screen.findByText(own.chosenSum(2, '700'));
  api.answer(payRewards, {
    ideas: [
      { idea: '2026-10-1' as IdeaId, outcome: 'done' },
      { idea: '2026-10-2' as IdeaId, outcome: 'not-done' },
    ],
  });
  await press(own.pay);
  await press(zh.confirm);
  await screen.findByText(own.paid(1, 1));
  expect(screen.getByText(zh.labelled('第2条', own.notDoneYet))).toBeTruthy();
  await waitFor(async () => expect((await choice(2)).checked).toBe(false));
});

it('says what was paid when nothing is left', async () => {
  const api = await open([approved(1, 40_000)]);
  (await choice(1)).click();
  await screen.findByText(own.chosenSum(1, '400'));
  api.answer(payRewards, { ideas: [{ idea: '2026-10-1' as IdeaId, outcome: 'done' }] });
  await press(own.pay);
  api.answer(listImplementations, { items: [], people } as Work);
  await press(zh.confirm);
  await screen.findByText(own.rewardsEmpty);
  expect(screen.getByText(own.paid(1, 0))).toBeTruthy();
});

it('offers nobody a reward of their own, and says why', async () => {
  await open([approved(1, 40_000, manager), approved(2, 30_000)]);
  expect((await choice(1)).disabled).toBe(true);
  expect(screen.getByText(inImplementation.bars['own-reward'])).toBeTruthy();
  expect(screen.getByRole('checkbox', { name: own.chooseAll(1) })).toBeTruthy();
});

it('has names, the proposed amount and the band where an approval is due', async () => {
  await open([proposed], 'en');
  const row = (await screen.findByRole('rowheader', { name: /待核定的一条/ })).closest('tr')!;
  expect(within(row).getByText('王建国')).toBeTruthy();
  expect(within(row).getByText(en.proposed('300', '500', '400'))).toBeTruthy();
  expect(within(row).getByText((55_000).toLocaleString('en'))).toBeTruthy();
  expect(screen.queryByRole('button', { name: en.pay })).toBeNull();
});

it('leads to acceptance while there is nothing to reward', async () => {
  await open([]);
  expect((await screen.findByRole('link', { name: own.toAcceptance })).getAttribute('href')).toBe(
    '/o/huatai/manager/work',
  );
});
