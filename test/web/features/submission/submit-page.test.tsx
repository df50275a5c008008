/** Submitting an idea: stored and offered drafts, and failed attempts. */
import { screen, waitFor } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { NetworkFailure } from '../../../../shared/contract/client-errors.ts';
import { submitIdea } from '../../../../shared/contract/routes/ideas.ts';
import { HandInPage } from '../../../../web/features/submission/pages/submit-page.tsx';
import { zh } from '../../../../web/i18n/zh.ts';
import { fakeApi, refusal } from '../../fake-api.ts';
import { choose, press, renderPage, type, typedIn, wrongFields } from '../../render-page.tsx';
import { safety } from '../../sample.ts';

async function fill(title: string): Promise<void> {
  await type(zh.title, title);
  await choose(zh.category, safety);
  await type(zh.problem, '两台行车同轨。');
  await type(zh.proposal, '加装激光测距。');
}

it('marks every missing field and sends nothing', async () => {
  const { api } = await renderPage(<HandInPage />);
  await press(zh.handIn);
  expect(wrongFields()).toEqual(['title', 'category', 'problem', 'proposal']);
  expect(document.activeElement).toBe(screen.getByLabelText(zh.title));
  expect(api.asked(submitIdea)).toEqual([]);
});

it('keeps the typed text after a failure, and retries under the same key', async () => {
  const api = fakeApi();
  api.answer(submitIdea, new NetworkFailure('gone'));
  await renderPage(<HandInPage />, { api });
  await fill('行车防撞');
  await press(zh.handIn);
  expect((await screen.findByRole('alert')).textContent).toContain(zh.networkFailed);
  expect(typedIn(zh.title)).toBe('行车防撞');
  await press(zh.handIn);
  await waitFor(() => expect(api.asked(submitIdea)).toHaveLength(2));
  const [first, second] = api.asked(submitIdea).map(({ idempotencyKey }) => idempotencyKey);
  expect(second).toBe(first);
});

it('takes another key only if the author says that it is another idea', async () => {
  const api = fakeApi();
  api.answer(submitIdea, refusal(422, 'key-reused'));
  await renderPage(<HandInPage />, { api });
  await fill('行车防撞');
  await press(zh.handIn);
  await screen.findByText(zh.keyReused);
  await press(zh.handInAsNew);
  await waitFor(() => expect(api.asked(submitIdea)).toHaveLength(2));
  const [first, second] = api.asked(submitIdea).map(({ idempotencyKey }) => idempotencyKey);
  expect(second).not.toBe(first);
});

it('offers the draft that another tab has left, beside this tab’s own', async () => {
  const { change } = await renderPage(<HandInPage />);
  await type(zh.title, '行车防撞');
  change(null);
  // Another tab has its own session storage.
  sessionStorage.clear();
  change(<HandInPage />);
  expect(typedIn(zh.title)).toBe('');
  expect(screen.getByText('行车防撞')).toBeTruthy();
  await press(zh.goOnWriting);
  expect(typedIn(zh.title)).toBe('行车防撞');
  expect(screen.queryByRole('button', { name: zh.goOnWriting })).toBeNull();
});

it('deletes a draft only after a confirmation', async () => {
  const { change } = await renderPage(<HandInPage />);
  await type(zh.title, '行车防撞');
  change(null);
  sessionStorage.clear();
  change(<HandInPage />);
  await press(zh.deleteDraft);
  expect(screen.getByRole('dialog').textContent).toContain('行车防撞');
  await press(zh.confirm);
  expect(screen.queryByText('行车防撞')).toBeNull();
});
