import { screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { NetworkFailure } from '../../../shared/contract/client-errors.ts';
import type { Part } from '../../../web/api/download.ts';
import { zh } from '../../../web/i18n/zh.ts';
import { FileButton } from '../../../web/ui/file-button.tsx';
import { press, renderPage } from '../render-page.tsx';

afterEach(() => vi.restoreAllMocks());

/** The names of the files that the browser was told to save. */
function savedFiles(): string[] {
  const names: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    names.push(this.download);
  });
  return names;
}

/** A file whose parts come when the test says so. */
function slowFile() {
  const parts: {
    readonly cursor: string | undefined;
    readonly signal: AbortSignal;
    readonly come: (part: Part<string>) => void;
    readonly fail: (error: Error) => void;
  }[] = [];
  const read = (_: unknown, { cursor }: { readonly cursor?: string }, signal: AbortSignal) =>
    new Promise<Part<string>>((come, fail) => parts.push({ cursor, signal, come, fail }));
  return { parts, button: <FileButton<string> file="ideas.csv" read={read} /> };
}

const busy = () => screen.getByRole<HTMLButtonElement>('button', { name: zh.exportCsv }).disabled;
const status = () => screen.getByRole('status').textContent;

it('shows its progress, part after part, and saves the whole under its name', async () => {
  const saved = savedFiles();
  const { parts, button } = slowFile();
  await renderPage(button);
  await press(zh.exportCsv);
  await waitFor(() => expect(busy()).toBe(true));
  parts[0]!.come({ text: 'x'.repeat(2048), nextCursor: 'second' });
  await waitFor(() => expect(parts).toHaveLength(2));
  expect(parts[1]!.cursor).toBe('second');
  await waitFor(() => expect(status()).toBe(zh.exporting(2)));
  expect(saved).toEqual([]);
  parts[1]!.come({ text: 'y' });
  await waitFor(() => expect(status()).toBe(zh.exported));
  expect(saved).toEqual(['ideas.csv']);
  expect(busy()).toBe(false);
});

it('saves no incomplete file, and can be retried', async () => {
  const saved = savedFiles();
  const { parts, button } = slowFile();
  await renderPage(button);
  await press(zh.exportCsv);
  await waitFor(() => expect(parts).toHaveLength(1));
  parts[0]!.come({ text: 'x', nextCursor: 'second' });
  await waitFor(() => expect(parts).toHaveLength(2));
  parts[1]!.fail(new NetworkFailure('gone'));
  await screen.findByRole('alert');
  expect(saved).toEqual([]);
  await press(zh.retry);
  await waitFor(() => expect(parts).toHaveLength(3));
  expect(parts[2]!.cursor).toBeUndefined();
});

it('is aborted when the page is left', async () => {
  const { parts, button } = slowFile();
  const { change } = await renderPage(button);
  await press(zh.exportCsv);
  await waitFor(() => expect(parts).toHaveLength(1));
  expect(parts[0]!.signal.aborted).toBe(false);
  change(null);
  expect(parts[0]!.signal.aborted).toBe(true);
});
