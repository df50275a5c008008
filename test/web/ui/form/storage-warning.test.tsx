/** The warning beside a form, in a browser that takes texts, that is full, or that has room again. */
import { act, screen, waitFor } from '@testing-library/preact';
import { expect, it, onTestFinished, vi } from 'vitest';
import { en } from '../../../../web/i18n/en.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import { device, tab } from '../../../../web/storage/browser-storage.ts';
import { StorageWarning } from '../../../../web/ui/form/storage-warning.tsx';
import { renderPage } from '../../render-page.tsx';
import { FakeStorage } from '../../storage/fake-storage.ts';

/** The browser's storage on the device and in the tab, which a test can fill up. */
function browserStorage(): FakeStorage {
  const storage = new FakeStorage();
  for (const name of ['localStorage', 'sessionStorage']) vi.stubGlobal(name, storage);
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return storage;
}

const said = () => screen.getByRole('status').textContent;

it('is silent while the browser takes the text', async () => {
  await renderPage(<StorageWarning />);
  await act(() => device.setItem('draft', 'text'));
  expect(said()).toBe('');
});

it.each([
  ['the device', device, 'zh-CN', zh],
  ['the tab', tab, 'en', en],
] as const)('warns once %s refuses a text, until it is taken', async (_, kept, language, words) => {
  const storage = browserStorage();
  await renderPage(<StorageWarning />, { language });
  storage.refuses = true;
  await act(() => kept.setItem('draft', 'text'));
  await waitFor(() => expect(said()).toBe(words.draftNotKept));
  storage.refuses = false;
  await act(() => kept.setItem('draft', 'text'));
  expect(said()).toBe('');
});

it('warns at once in a form that opens after a refusal', async () => {
  const storage = browserStorage();
  const { change } = await renderPage(null);
  storage.refuses = true;
  device.setItem('draft', 'text');
  change(<StorageWarning />);
  expect(said()).toBe(zh.draftNotKept);
});
