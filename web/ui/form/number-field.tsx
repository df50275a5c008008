/** A field for a number that people write as they like, `36,000` or `3.6万`: the form reads it. */
import type { ComponentChildren } from 'preact';
import { Field } from './field.tsx';

interface Props {
  readonly label: string;
  readonly name: string;
  readonly hint?: string;
  readonly error: string | undefined;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** Beside the number, such as a button that takes one over. */
  readonly children?: ComponentChildren;
}

export function NumberField({ label, name, hint, error, value, onInput, children }: Props) {
  return (
    <Field label={label} hint={hint} error={error}>
      {control => {
        const input = (
          <input
            {...control}
            name={name}
            type="text"
            inputMode="numeric"
            autocomplete="off"
            aria-required="true"
            value={value}
            onInput={event => onInput(event.currentTarget.value)}
          />
        );
        return children === undefined ? (
          input
        ) : (
          <div class="with-beside">
            {input}
            {children}
          </div>
        );
      }}
    </Field>
  );
}
