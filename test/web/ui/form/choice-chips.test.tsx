/** One choice of a few, as radio buttons that look like chips. */
import { screen } from '@testing-library/preact';
import { useRef, useState } from 'preact/hooks';
import { expect, it } from 'vitest';
import { ChoiceChips } from '../../../../web/ui/form/choice-chips.tsx';
import { useFieldErrors } from '../../../../web/ui/form/use-field-errors.ts';
import { choose, press, renderPage, wrongFields } from '../../render-page.tsx';

function Form() {
  const form = useRef<HTMLFormElement>(null);
  const [fruit, setFruit] = useState('');
  const { errors, lookOver } = useFieldErrors(form, null, () =>
    fruit === '' ? { ok: false, errors: { fruit: 'none' } } : { ok: true, body: fruit },
  );
  return (
    <form
      ref={form}
      noValidate
      onSubmit={event => {
        event.preventDefault();
        lookOver();
      }}
    >
      <details>
        <summary>more</summary>
        <ChoiceChips
          label="Fruit"
          name="fruit"
          choices={['apple', 'pear']}
          value={fruit}
          onChange={setFruit}
          error={errors.fruit}
        />
      </details>
      <button type="submit">send</button>
    </form>
  );
}

it('is a named group with one choice', async () => {
  await renderPage(<Form />);
  const pear = screen.getByRole<HTMLInputElement>('radio', { name: 'pear', hidden: true });
  expect(pear.closest('[role="radiogroup"]')).toBe(screen.getByLabelText('Fruit'));
  await choose('Fruit', 'pear');
  expect(pear.checked).toBe(true);
  await choose('Fruit', 'apple');
  expect(pear.checked).toBe(false);
});

it('takes the focus when it is missing, also out of a fold, until something is chosen', async () => {
  await renderPage(<Form />);
  await press('send');
  expect(wrongFields()).toEqual(['fruit']);
  expect(document.querySelector('details')?.open).toBe(true);
  expect(document.activeElement?.getAttribute('value')).toBe('apple');
  await choose('Fruit', 'pear');
  expect(wrongFields()).toEqual([]);
});
