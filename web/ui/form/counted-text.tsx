/**
 * A text field that counts while the user types, by the server's rule: graphemes, after tidying. A
 * text that is too long is not cut off; the writer decides what to leave out.
 */
import { graphemes, type TextLimits, tidy, tidyLine } from '../../../shared/domain/kernel/text.ts';
import { useWords } from '../../i18n/language-context.tsx';
import { Field } from './field.tsx';

interface Props {
  readonly label: string;
  readonly limits: TextLimits;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly name: string;
  readonly rows?: number;
  readonly required?: boolean;
  readonly hint?: string;
  readonly error?: string | undefined;
}

export function CountedText({
  label,
  limits,
  value,
  onInput,
  name,
  rows,
  required = true,
  hint,
  error,
}: Props) {
  const words = useWords();
  const count = graphemes(rows === undefined ? tidyLine(value) : tidy(value));
  const over = count > limits.max;
  const counter = (
    <small class={over ? 'counter over' : 'counter'}>
      {over && '⚠ '}
      {words.counter(count, limits.max)}
    </small>
  );
  return (
    <Field label={label} hint={hint} error={error} aside={counter}>
      {control =>
        rows === undefined ? (
          <input
            {...control}
            name={name}
            type="text"
            value={value}
            aria-required={required}
            onInput={event => onInput(event.currentTarget.value)}
          />
        ) : (
          <textarea
            {...control}
            name={name}
            rows={rows}
            value={value}
            aria-required={required}
            onInput={event => onInput(event.currentTarget.value)}
          />
        )
      }
    </Field>
  );
}
