/** Toasts: what was done, its undo, and how long they stay. */
import { act, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { zh } from '../../../web/i18n/zh.ts';
import { ToastProvider, useToast } from '../../../web/ui/toast.tsx';
import { press, renderPage } from '../render-page.tsx';

const undone = vi.fn();

function Page() {
  const toast = useToast();
  return (
    <>
      <button type="button" onClick={() => toast('已投赞成', undone)}>
        赞成
      </button>
      <button type="button" onClick={() => toast('已复制')}>
        复制
      </button>
    </>
  );
}

const page = (
  <ToastProvider>
    <Page />
  </ToastProvider>
);

beforeEach(() => {
  undone.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
});

it('is announced, and takes back what it says', async () => {
  await renderPage(page);
  await press('赞成');
  expect(screen.getByText('已投赞成').closest('[aria-live="polite"]')).toBeTruthy();
  await press(zh.undo);
  expect(undone).toHaveBeenCalledOnce();
  expect(screen.queryByText('已投赞成')).toBeNull();
});

it('has no undo where there is none, and can be closed', async () => {
  await renderPage(page);
  await press('复制');
  expect(screen.queryByRole('button', { name: zh.undo })).toBeNull();
  await press(zh.close);
  expect(screen.queryByText('已复制')).toBeNull();
});

it('gives way to the next, whose undo is another', async () => {
  await renderPage(page);
  await press('赞成');
  await press('复制');
  expect(screen.queryByText('已投赞成')).toBeNull();
  expect(screen.getByText('已复制')).toBeTruthy();
});

it('goes by itself, but not while the pointer or the focus is on it', async () => {
  await renderPage(page);
  vi.useFakeTimers();
  fireEvent.click(screen.getByRole('button', { name: '赞成' }));
  const toast = () => screen.queryByText('已投赞成');
  const wait = (milliseconds: number) =>
    act(() => {
      vi.advanceTimersByTime(milliseconds);
    });
  await wait(5000);
  await act(() => screen.getByRole('button', { name: zh.undo }).focus());
  await wait(60_000);
  expect(toast()).toBeTruthy();
  await act(() => screen.getByRole('button', { name: zh.undo }).blur());
  await wait(60_000);
  expect(toast()).toBeNull();
});
