/** A field for a number: it passes on what is written, and may have a way to take a number over. */
import { screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { NumberField } from '../../../../web/ui/form/number-field.tsx';
import { renderPage, type, wrongFields } from '../../render-page.tsx';

it('passes on what is written, and points at a wrong number', async () => {
  const onInput = vi.fn();
  await renderPage(
    <NumberField label="Benefit" name="benefit" value="" error="Not a number" onInput={onInput}>
      <button type="button">As claimed</button>
    </NumberField>,
  );
  await type('Benefit', '3.6万');
  expect(onInput).toHaveBeenCalledWith('3.6万');
  expect(wrongFields()).toEqual(['benefit']);
  const field = screen.getByLabelText('Benefit');
  expect(field.getAttribute('inputmode')).toBe('numeric');
  expect(field.parentElement?.querySelector('button')).toBeTruthy();
});
