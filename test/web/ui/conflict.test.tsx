/** The choice between the typed values and another person's. */
import { screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { zh } from '../../../web/i18n/zh.ts';
import { Conflict } from '../../../web/ui/conflict.tsx';
import { press, renderPage } from '../render-page.tsx';

it('is announced, shows how it is now, and leaves the choice to the reader', async () => {
  const [onKeep, onDrop] = [vi.fn(), vi.fn()];
  await renderPage(
    <Conflict reason="Too late." now={<p>Seventy</p>} onKeep={onKeep} onDrop={onDrop} />,
  );
  const alert = screen.getByRole('alert');
  expect(alert.textContent).toContain('Too late.');
  expect(alert.textContent).toContain(zh.entriesKept);
  expect(screen.getByText('Seventy').closest('details')?.open).toBe(false);
  await press(zh.keepMine);
  expect(onKeep).toHaveBeenCalledOnce();
  await press(zh.dropMine);
  expect(onDrop).toHaveBeenCalledOnce();
  expect(onKeep).toHaveBeenCalledOnce();
});

it('offers only to load it where nothing was typed', async () => {
  const onKeep = vi.fn();
  await renderPage(<Conflict onKeep={onKeep} />);
  expect(screen.getAllByRole('button')).toHaveLength(1);
  await press(zh.loadAgain);
  expect(onKeep).toHaveBeenCalledOnce();
});
