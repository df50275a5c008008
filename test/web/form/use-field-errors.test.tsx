import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useRef, useState } from 'preact/hooks';
import { afterEach, expect, it } from 'vitest';
import { ApiProblem } from '../../../shared/contract/client-errors.ts';
import { Field } from '../../../web/form/field.tsx';
import { useFieldErrors } from '../../../web/form/use-field-errors.ts';
import { LanguageProvider } from '../../../web/language/language-context.tsx';

afterEach(cleanup);

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

const shown = (props: Props = {}) => (
  <LanguageProvider>
    <TwoFields {...props} />
  </LanguageProvider>
);
const type = (name: string, value: string) =>
  fireEvent.input(screen.getByLabelText(name), { target: { value } });
const press = () => fireEvent.click(screen.getByText('send'));
const wrong = () =>
  [...document.querySelectorAll('[aria-invalid="true"]')].map(element => element.getAttribute('name'));

it('leaves a field alone until the button is pressed', async () => {
  render(shown());
  await type('title', 'x');
  await type('title', '');
  expect(wrong()).toEqual([]);
});

it('focuses the first wrong field, and removes each error as soon as the field is right', async () => {
  render(shown());
  await press();
  expect(wrong()).toEqual(['title', 'reason']);
  expect(document.activeElement).toBe(screen.getByLabelText('title'));
  await type('reason', 'because');
  expect(wrong()).toEqual(['title']);
  await type('reason', '');
  expect(wrong()).toEqual(['title', 'reason']);
  await type('title', 'better');
  await type('reason', 'because');
  expect(wrong()).toEqual([]);
});

it('keeps the focus where the user types, whatever errors come or go', async () => {
  render(shown());
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
  const { rerender } = render(shown());
  await type('title', 'a long one');
  await type('reason', 'a long one');
  await press();
  rerender(shown({ refused }));
  expect(wrong()).toEqual(['title', 'reason']);
  await type('title', 'short');
  expect(wrong()).toEqual(['reason']);
});
