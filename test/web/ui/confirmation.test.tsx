import { fireEvent, screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { en } from '../../../web/i18n/en.ts';
import { zh } from '../../../web/i18n/zh.ts';
import { Confirmation } from '../../../web/ui/confirmation.tsx';
import { press, renderPage } from '../render-page.tsx';

const asked = () => {
  const [onConfirm, onCancel] = [vi.fn(), vi.fn()];
  return {
    onConfirm,
    onCancel,
    dialog: <Confirmation question="Give it up?" onConfirm={onConfirm} onCancel={onCancel} />,
  };
};

it('is an open dialog that is named by its question', async () => {
  await renderPage(asked().dialog);
  expect(screen.getByRole<HTMLDialogElement>('dialog', { name: 'Give it up?' }).open).toBe(true);
});

it('acts on a yes only', async () => {
  const { dialog, onConfirm, onCancel } = asked();
  await renderPage(dialog, { language: 'en' });
  await press(en.confirm);
  expect(onConfirm).toHaveBeenCalledOnce();
  expect(onCancel).not.toHaveBeenCalled();
});

it('does nothing on a no, and when the browser closes it, as on Escape', async () => {
  const { dialog, onConfirm, onCancel } = asked();
  await renderPage(dialog);
  await press(zh.cancel);
  expect(onCancel).toHaveBeenCalledOnce();
  await fireEvent(screen.getByRole('dialog'), new Event('close'));
  expect(onCancel).toHaveBeenCalledTimes(2);
  expect(onConfirm).not.toHaveBeenCalled();
});
