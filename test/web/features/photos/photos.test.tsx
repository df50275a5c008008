/** Photos beside a text, and in full. */
import { fireEvent, screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { Photos } from '../../../../web/features/photos/index.ts';
import { zh } from '../../../../web/features/photos/words.zh.ts';
import { zh as common } from '../../../../web/i18n/zh.ts';
import { press, renderPage } from '../../render-page.tsx';
import { photo } from '../../sample.ts';

const photos = [photo(1, 'problem', '料架'), photo(2, 'result'), photo(3, 'problem')];

it('shows those of one kind, and what they show in words', async () => {
  await renderPage(<Photos photos={photos} of="problem" />);
  const buttons = await screen.findAllByRole('button');
  expect(buttons.map(button => button.getAttribute('aria-label'))).toEqual([
    `${zh.photoOpen(1, 2)}\u00a0· 料架`,
    zh.photoOpen(2, 2),
  ]);
});

it('says to every reader that one never came, and to its author what to do', async () => {
  const never = { ...photo(1, 'problem'), state: 'refused', reason: 'not-arrived' } as const;
  const { change } = await renderPage(<Photos photos={[never]} of="problem" />);
  const said = await screen.findByText(zh.photoFaults['not-arrived']);
  expect(said.textContent).not.toContain(zh.photoChooseAnother);
  change(<Photos photos={[never]} of="problem" own />);
  expect(said.textContent).toContain(zh.photoChooseAnother);
});

it('takes no room without any', async () => {
  const { container } = await renderPage(<Photos photos={photos} of="proposal" />);
  expect(container.textContent).toBe('');
});

it('opens the one that was pressed, steps by the arrow keys, and closes', async () => {
  const scrolled = vi.fn();
  Element.prototype.scrollIntoView = function scrollIntoView() {
    scrolled([...(this.parentElement?.children ?? [])].indexOf(this));
  };
  await renderPage(<Photos photos={photos} of="problem" />);
  await screen.findAllByRole('button');
  await press(zh.photoOpen(2, 2));
  expect(scrolled).toHaveBeenLastCalledWith(1);
  const track = screen.getByRole('region', { name: zh.photoOf(2, 2) });
  await fireEvent.keyDown(track, { key: 'ArrowRight' });
  expect(scrolled).toHaveBeenCalledTimes(1);
  await fireEvent.keyDown(track, { key: 'ArrowLeft' });
  expect(scrolled).toHaveBeenLastCalledWith(0);
  expect(screen.getByAltText('料架').getAttribute('src')).toContain('large');
  await press(common.close);
  expect(screen.queryByAltText('料架')).toBeNull();
});

it('says so if a photo cannot be opened', async () => {
  await renderPage(<Photos photos={photos} of="result" />);
  await press(zh.photoOpen(1, 1), { getByRole: screen.getByRole });
  await fireEvent.error(screen.getByAltText(zh.photoNumber(1)));
  expect(screen.getByText(zh.photoBroken)).toBeTruthy();
});
