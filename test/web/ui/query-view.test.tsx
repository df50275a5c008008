import { fireEvent, screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { NetworkFailure } from '../../../shared/contract/client-errors.ts';
import { Network, NetworkProvider } from '../../../web/api/network.ts';
import type { Reading } from '../../../web/api/reading.ts';
import { en } from '../../../web/i18n/en.ts';
import { zh } from '../../../web/i18n/zh.ts';
import { QueryView } from '../../../web/ui/query-view.tsx';
import { refusal } from '../fake-api.ts';
import { renderPage } from '../render-page.tsx';

const refetch = vi.fn();
const reading = (changes: Partial<Reading<string>>): Reading<string> => ({
  data: undefined,
  error: null,
  refetch,
  ...changes,
});
const shown = (changes: Partial<Reading<string>>) => (
  <QueryView of={reading(changes)}>{text => <p>{text}</p>}</QueryView>
);

it('shows a loading notice until the data is there', async () => {
  const { change } = await renderPage(shown({}));
  expect(screen.getByRole('status').textContent).toBe(zh.loading);
  change(shown({ data: 'sixty ideas' }));
  expect(screen.getByText('sixty ideas')).toBeTruthy();
  expect(screen.queryByRole('status')).toBeNull();
});

it('says why it failed and offers a retry', async () => {
  await renderPage(shown({ error: new NetworkFailure('gone') }), { language: 'en' });
  expect(screen.getByRole('alert').textContent).toContain(en.networkFailed);
  await fireEvent.click(screen.getByRole('button', { name: en.retry }));
  expect(refetch).toHaveBeenCalledOnce();
});

it('offers no retry for a missing thing', async () => {
  await renderPage(shown({ error: refusal(404, 'no-such-idea') }));
  expect(screen.getByRole('alert')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

it('keeps data in view after a later failure', async () => {
  await renderPage(shown({ data: 'sixty ideas', error: new NetworkFailure('gone') }));
  expect(screen.getByText('sixty ideas')).toBeTruthy();
  expect(screen.getByRole('alert')).toBeTruthy();
});

it('says without a network that a page was never seen, and nothing above what was', async () => {
  const network = new Network();
  network.lost();
  const offline = (changes: Partial<Reading<string>>) => (
    <NetworkProvider value={network}>{shown(changes)}</NetworkProvider>
  );
  const error = new NetworkFailure('gone');
  const { change } = await renderPage(offline({ error }));
  expect(screen.getByRole('status').textContent).toContain(zh.notSeenYet);
  expect(screen.getByRole('link', { name: zh.toStart })).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
  change(offline({ error, data: 'sixty ideas' }));
  expect(screen.getByText('sixty ideas')).toBeTruthy();
  expect(screen.queryByRole('status')).toBeNull();
});
