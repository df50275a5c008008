/** Where a merged idea went, through later mergers too. */
import { screen, waitFor } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { MergedInto } from '../../../../web/features/ideas/components/merged-into.tsx';
import { en as enIdea } from '../../../../web/features/ideas/words.en.ts';
import { zh as zhIdea } from '../../../../web/features/ideas/words.zh.ts';
import { en } from '../../../../web/i18n/en.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import { paths } from '../../../../web/paths.ts';
import { fakeApi, refusal } from '../../fake-api.ts';
import { renderPage } from '../../render-page.tsx';
import { detailedIdea, huatai } from '../../sample.ts';

const [first, second] = [2, 3].map(
  number => `2026-10-${String(number).padStart(26, '0')}` as IdeaId,
) as [IdeaId, IdeaId];

/** An API with these ideas. */
function apiWith(...ideas: readonly Partial<ReturnType<typeof detailedIdea>>[]) {
  const api = fakeApi();
  api.answer(getIdea, ({ path }) => {
    const found = ideas.find(({ id }) => id === path.idea);
    if (found === undefined) throw refusal(404, 'not-found');
    return detailedIdea(found);
  });
  return api;
}

it.each([
  ['zh-CN', zh, zhIdea],
  ['en', en, enIdea],
] as const)('links the target, with its status (%s)', async (language, common, words) => {
  const api = apiWith({ id: first, title: '天车限位', status: 'on-agenda' });
  await renderPage(<MergedInto id={first} />, { api, language });
  const link = await screen.findByRole('link', { name: '天车限位' });
  expect(link.getAttribute('href')).toBe(paths.idea(huatai, first));
  expect(screen.getByText(new RegExp(common.statuses['on-agenda']))).toBeTruthy();
  expect(screen.getByText(words.mergedIntoText)).toBeTruthy();
});

it('follows a target that was merged on, in order', async () => {
  const api = apiWith(
    { id: first, title: '天车限位', status: 'merged', into: second },
    { id: second, title: '行车改造', status: 'adopted' },
  );
  await renderPage(<MergedInto id={first} />, { api });
  await screen.findByRole('link', { name: '行车改造' });
  expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
    '天车限位',
    '行车改造',
  ]);
  expect(screen.getByText(new RegExp(zh.statuses.adopted))).toBeTruthy();
});

it('says that it is stuck if its target was withdrawn', async () => {
  const api = apiWith({ id: first, title: '天车限位', status: 'withdrawn' });
  await renderPage(<MergedInto id={first} />, { api });
  expect(await screen.findByText(zhIdea.intoWithdrawn)).toBeTruthy();
  expect(screen.queryByText(zhIdea.mergedIntoText)).toBeNull();
});

it('says that all are stuck if the last target was withdrawn', async () => {
  const api = apiWith(
    { id: first, status: 'merged', into: second },
    { id: second, status: 'withdrawn' },
  );
  await renderPage(<MergedInto id={first} />, { api });
  expect(await screen.findByText(zhIdea.intoWithdrawnAtLast)).toBeTruthy();
});

it('explains nothing on a line of a list', async () => {
  const api = apiWith({ id: first, title: '天车限位', status: 'withdrawn' });
  const { container } = await renderPage(<MergedInto id={first} brief />, { api });
  await screen.findByRole('link', { name: '天车限位' });
  expect(screen.getByText(new RegExp(zh.statuses.withdrawn))).toBeTruthy();
  expect(container.textContent).not.toContain(zhIdea.intoWithdrawn);
});

it('says that it is stuck if its target is not there for the reader, and does not link it', async () => {
  await renderPage(<MergedInto id={first} />, { api: apiWith() });
  expect(await screen.findByText(zhIdea.intoWithdrawn)).toBeTruthy();
  expect(screen.getByText(new RegExp(zh.statuses.withdrawn))).toBeTruthy();
  expect(screen.queryByRole('link')).toBeNull();
});

it('still links a target that cannot be read just now', async () => {
  const api = fakeApi();
  api.answer(getIdea, () => {
    throw refusal(403, 'role-required');
  });
  await renderPage(<MergedInto id={first} />, { api });
  await waitFor(() => expect(api.asked(getIdea)).not.toEqual([]));
  expect(screen.getByRole('link', { name: zhIdea.anotherIdea }).getAttribute('href')).toBe(
    paths.idea(huatai, first),
  );
});
