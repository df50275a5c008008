/** The question before an act, and the button that asks it. */
import { fireEvent, screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { en } from '../../../web/i18n/en.ts';
import { zh } from '../../../web/i18n/zh.ts';
import { ConfirmButton } from '../../../web/ui/confirm-button.tsx';
import { press, renderPage } from '../render-page.tsx';

const button = (onConfirm: () => void, more: { busy?: boolean; disabled?: boolean } = {}) => (
  <ConfirmButton name="Give up" question="Give it up?" onConfirm={onConfirm} {...more} />
);
const theButton = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Give up' });

it('asks in an open dialog that is named by its question, and acts on a yes only', async () => {
  const onConfirm = vi.fn();
  await renderPage(button(onConfirm), { language: 'en' });
  await press('Give up');
  expect(screen.getByRole<HTMLDialogElement>('dialog', { name: 'Give it up?' }).open).toBe(true);
  expect(onConfirm).not.toHaveBeenCalled();
  await press(en.confirm);
  expect(onConfirm).toHaveBeenCalledOnce();
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('does nothing on a no, and when the browser closes it, as on Escape', async () => {
  const onConfirm = vi.fn();
  await renderPage(button(onConfirm));
  await press('Give up');
  await press(zh.cancel);
  expect(screen.queryByRole('dialog')).toBeNull();
  await press('Give up');
  await fireEvent(screen.getByRole('dialog'), new Event('close'));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(onConfirm).not.toHaveBeenCalled();
});

it('does what was meant when the question was asked, whatever the page shows by then', async () => {
  const [asked, later] = [vi.fn(), vi.fn()];
  const { change } = await renderPage(button(asked));
  await press('Give up');
  change(button(later));
  await press(zh.confirm);
  expect(asked).toHaveBeenCalledOnce();
  expect(later).not.toHaveBeenCalled();
});

it('asks nothing while the act is under way or not possible', async () => {
  const { change } = await renderPage(button(vi.fn(), { busy: true }));
  expect(theButton().disabled).toBe(true);
  expect(theButton().getAttribute('aria-busy')).toBe('true');
  change(button(vi.fn(), { disabled: true }));
  expect(theButton().disabled).toBe(true);
  expect(theButton().getAttribute('aria-busy')).not.toBe('true');
});
