import { fireEvent, screen } from '@testing-library/preact';
import { useRef, useState } from 'preact/hooks';
import { expect, it } from 'vitest';
import { ApiProblem } from '../../../../shared/contract/client-errors.ts';
import { Field } from '../../../../web/ui/form/field.tsx';
import { useFieldErrors } from '../../../../web/ui/form/use-field-errors.ts';
import { renderPage, type, wrongFields } from '../../render-page.tsx';

interface Props {
  readonly refused?: Error | null;
}

/** A form of two required fields. */
function TwoFields({ refused = null }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [fields, setFields] = useState({ title: '', reason: '' });
  const { errors, lookOver } = useFieldErrors(form, refused, () => {
    const empty = Object.entries(fields).filter(([, text]) => text === '');
    return empty.length === 0
      ? { ok: true, body: fields }
      : { ok: false, errors: Object.fromEntries(empty.map(([name]) => [name, `no ${name}`])) };
  });
  return (
    <form
      ref={form}
      onSubmit={event => {
        event.preventDefault();
        lookOver();
      }}
    >
      {(['title', 'reason'] as const).map(name => (
        <Field key={name} label={name} error={errors[name]}>
          {control => (
            <input
              {...control}
              name={name}
              value={fields[name]}
              onInput={event => setFields({ ...fields, [name]: event.currentTarget.value })}
            />
          )}
        </Field>
      ))}
      <button type="submit">send</button>
    </form>
  );
}

const press = () => fireEvent.click(screen.getByText('send'));

it('leaves a field alone until the button is pressed', async () => {
  await renderPage(<TwoFields />);
  await type('title', 'x');
  await type('title', '');
  expect(wrongFields()).toEqual([]);
});

it('focuses the first wrong field, and removes each error as soon as the field is right', async () => {
  await renderPage(<TwoFields />);
  await press();
  expect(wrongFields()).toEqual(['title', 'reason']);
  expect(document.activeElement).toBe(screen.getByLabelText('title'));
  await type('reason', 'because');
  expect(wrongFields()).toEqual(['title']);
  await type('reason', '');
  expect(wrongFields()).toEqual(['title', 'reason']);
  await type('title', 'better');
  await type('reason', 'because');
  expect(wrongFields()).toEqual([]);
});

it('keeps the focus where the user types, whatever errors come or go', async () => {
  await renderPage(<TwoFields />);
  await press();
  screen.getByLabelText('reason').focus();
  await type('reason', 'because');
  expect(document.activeElement).toBe(screen.getByLabelText('reason'));
});

it('shows the API’s error until that field is changed', async () => {
  const refused = new ApiProblem({
    type: 'about:blank',
    title: 'refused',
    status: 400,
    code: 'invalid-request',
    requestId: 'r',
    errors: [
      { field: 'title', rule: 'length', detail: 'too long' },
      { field: 'body.reason', rule: 'length', detail: 'too long' },
    ],
  });
  const { change } = await renderPage(<TwoFields />);
  await type('title', 'a long one');
  await type('reason', 'a long one');
  await press();
  change(<TwoFields refused={refused} />);
  expect(wrongFields()).toEqual(['title', 'reason']);
  await type('title', 'short');
  expect(wrongFields()).toEqual(['reason']);
});
