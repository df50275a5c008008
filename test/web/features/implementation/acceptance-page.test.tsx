/** Work that waits for acceptance: by whom, for how long, and what each manager may do with it. */
import { screen, within } from '@testing-library/preact';
import { expect, it } from 'vitest';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import { listImplementations } from '../../../../shared/contract/routes/implementation.ts';
import type { MemberId } from '../../../../shared/domain/kernel/ids.ts';
import { AcceptancePage } from '../../../../web/features/implementation/pages/acceptance-page.tsx';
import { OverduePage } from '../../../../web/features/implementation/pages/overdue-page.tsx';
import { zh as own } from '../../../../web/features/implementation/words.zh.ts';
import { fakeApi } from '../../fake-api.ts';
import { press, renderPage, typedIn } from '../../render-page.tsx';
import { at, author, colleague, listedIdea } from '../../sample.ts';

type Work = ReplyOf<typeof listImplementations>;

const manager = 'HT0290' as MemberId;
const people = {
  [author]: { name: '王建国', department: '机加一车间' },
  [colleague]: { name: '李桂英', department: '铸造车间' },
} as Work['people'];
const work = (changes: Partial<NonNullable<Work['items'][number]['implementation']>>) => ({
  ...listedIdea({ status: 'completed' }),
  implementation: {
    owner: colleague,
    due: '2026-11-30' as never,
    assignedAt: at('2026-10-20 10:00'),
    progress: 100,
    overdue: false,
    ...changes,
  },
});
const completed = (owner: MemberId) => ({
  ...work({ owner }),
  completion: { at: at('2026-11-20 10:00'), done: '已装好，试了一周。', claimedBenefit: 36_000 },
});

async function open(page: preact.JSX.Element, items: Work['items']) {
  const api = fakeApi();
  api.answer(listImplementations, { items, people } as Work);
  await renderPage(page, { api, member: manager, roles: ['manager'] });
}
const row = async () => (await screen.findByRole('rowheader')).closest('tr')!;

it('names owner and authors, and has the claimed benefit and what was done', async () => {
  await open(<AcceptancePage />, [completed(colleague)]);
  const cells = within(await row());
  expect(cells.getByText('李桂英')).toBeTruthy();
  expect(cells.getByText('王建国')).toBeTruthy();
  expect(cells.getByText('36,000')).toBeTruthy();
  expect(cells.getByText('已装好，试了一周。')).toBeTruthy();
});

it('opens the form below the row, and fills in the claimed amount on demand', async () => {
  await open(<AcceptancePage />, [completed(colleague)]);
  await row();
  await press(own.accept);
  await press(own.asClaimed('36,000'));
  expect(typedIn(own.verifiedField)).toBe('36000');
});

it('offers nobody their own work, and says why', async () => {
  await open(<AcceptancePage />, [completed(manager)]);
  expect(within(await row()).getByText(own.bars['own-work'])).toBeTruthy();
  expect(screen.queryByRole('button', { name: own.accept })).toBeNull();
});

it('says of overdue work by how much, how far it is and what its owner reported', async () => {
  const late = { overdue: true, daysLeft: -12, progress: 60, note: '等备件。' };
  await open(<OverduePage />, [{ ...work(late), status: 'implementing' }]);
  const cells = within(await row());
  expect(cells.getByText(own.days(12))).toBeTruthy();
  expect(cells.getByRole('progressbar').getAttribute('value')).toBe('60');
  expect(cells.getByText('等备件。')).toBeTruthy();
});
