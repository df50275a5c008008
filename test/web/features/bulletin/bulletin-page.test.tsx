/** The bulletin for members: a notice with the adopted ideas first, frozen as it was published. */
import { screen, within } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { listIdeas } from '../../../../shared/contract/routes/ideas.ts';
import { getBulletin } from '../../../../shared/contract/routes/numbers.ts';
import { getRound, listRounds } from '../../../../shared/contract/routes/organization.ts';
import type { MemberId, PersonName } from '../../../../shared/domain/kernel/ids.ts';
import type { Role } from '../../../../shared/domain/organization/organization.ts';
import { resultOf } from '../../../../web/features/bulletin/notice.ts';
import { BulletinPage } from '../../../../web/features/bulletin/pages/bulletin-page.tsx';
import { zh } from '../../../../web/features/bulletin/words.zh.ts';
import { zh as common } from '../../../../web/i18n/zh.ts';
import { fakeApi, refusal } from '../../fake-api.ts';
import { renderPage } from '../../render-page.tsx';
import { at, chair, listedIdea, october } from '../../sample.ts';
import { bulletin, entry } from './notice.ts';

const round = {
  id: october,
  state: 'published' as const,
  day: '2026-10-15',
  opensAt: at('2026-10-15 09:00'),
  intakeEndsAt: at('2026-10-16 00:00'),
  closesAt: at('2026-10-18 18:00'),
  publishesAt: at('2026-10-19 18:00'),
};

async function open({ early, roles = [] }: { early?: MemberId; roles?: readonly Role[] } = {}) {
  const api = fakeApi();
  api.answer(listRounds, {
    items: [{ ...round, ...(early && { broughtForwardBy: early }) }],
    people: { [chair]: { name: '赵德林' as PersonName, department: '财务部' as never } },
  });
  api.answer(listIdeas, {
    items: bulletin.items.map(({ id, status }) =>
      listedIdea({ id, status: status === 'adopted' ? 'implementing' : status }),
    ),
  });
  api.answer(getBulletin, bulletin);
  await renderPage(<BulletinPage fromAddress={undefined} />, { api, roles });
  await screen.findByRole('article');
  return api;
}

const rows = () => within(screen.getAllByRole('table')[0]!).getAllByRole('row');
const rowOf = (title: string) => rows().find(row => row.textContent.includes(title))!;

it('lists adopted ideas first, whatever became of them, then deferred and declined, numbered through', async () => {
  await open();
  const titles = rows().flatMap(row => /^(\d).*(第\d条)/.exec(row.textContent)?.slice(1, 3) ?? []);
  expect(titles).toEqual(['1', '第2条', '2', '第4条', '3', '第3条', '4', '第1条']);
});

it('tells a reason as a reason, a rule in words, and the votes once', async () => {
  await open();
  expect(rowOf('第1条').textContent).toMatch(/1 : 3 : 0费用超出预算$/);
  expect(rowOf('第3条').textContent).toContain(common.reasonCodes['no-quorum']);
  expect(rowOf('第2条').textContent).toContain('由设备部年内完成');
});

it('says what has become of an idea only where that differs from what was published', async () => {
  await open();
  expect(rowOf('第4条').textContent).toContain(zh.presently(common.statuses.implementing));
  expect(screen.getAllByText(/^现为/)).toHaveLength(1);
});

it('tells the numbers with their targets, and calls a withheld one withheld', async () => {
  await open();
  const text = screen.getByRole('article').textContent;
  expect(text).toContain('50.0% (2/4)');
  expect(text).toContain(zh.metOrNot('30%', true));
  expect(text).toContain(zh.metOrNot(zh.ideasCount(60), false));
  const figure = (name: string) => screen.getByText(name).parentElement?.textContent;
  expect(figure(zh.rewardsApproved)).toContain('1,200.5');
  expect(figure(zh.rewardsPaid)).toBe(zh.rewardsPaid + zh.withheld(3));
  // Not counted at that time.
  expect(screen.queryByText(zh.satisfaction)).toBeNull();
});

it('reads the whole list before it shows a notice', async () => {
  const api = fakeApi();
  api.answer(listRounds, { items: [round] });
  api.answer(listIdeas, { items: [] });
  api.answer(getBulletin, ({ query }) =>
    query?.cursor === undefined
      ? { ...bulletin, nextCursor: '1' }
      : { ...bulletin, items: [entry(5)] },
  );
  await renderPage(<BulletinPage fromAddress={undefined} />, { api });
  await screen.findByRole('article');
  expect(screen.getByText('第5条')).toBeTruthy();
  expect(rows().filter(row => /^\d/.test(row.textContent))).toHaveLength(5);
});

it('names who published it early, and offers its check to managers alone', async () => {
  await open({ early: chair, roles: ['manager'] });
  expect(screen.getByText(zh.broughtForwardBy('赵德林'))).toBeTruthy();
  expect(screen.getByText(zh.verify)).toBeTruthy();
});

it('offers no check to an employee', async () => {
  await open();
  expect(screen.queryByText(zh.verify)).toBeNull();
});

it('says when a round will be published', async () => {
  const api = fakeApi();
  api.answer(listRounds, { items: [] });
  api.answer(listIdeas, { items: [] });
  api.answer(getRound, round);
  api.answer(getBulletin, refusal(409, 'not-yet-published'));
  await renderPage(<BulletinPage fromAddress={undefined} />, { api });
  expect(await screen.findByText(/2026年10月19日 18:00/)).toBeTruthy();
});

it('knows the result of every status', () => {
  expect((['implementing', 'completed', 'accepted', 'on-agenda'] as const).map(resultOf)).toEqual([
    'adopted',
    'adopted',
    'adopted',
    'undecided',
  ]);
});
