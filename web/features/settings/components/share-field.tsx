/** A field for a share as a fraction or a percentage, with its value in per cent beside it. */
import { Field } from '../../../ui/form/field.tsx';
import { shareText } from '../../../ui/rates.ts';
import { shareOf } from '../fraction.ts';

interface Props {
  readonly label: string;
  readonly name: string;
  readonly hint: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly error: string | undefined;
}

export function ShareField({ label, name, hint, value, onInput, error }: Props) {
  const share = shareOf(value);
  const aside = share !== undefined && <small class="counter">{`= ${shareText(share)}`}</small>;
  return (
    <Field label={label} hint={hint} error={error} aside={aside}>
      {control => (
        <input
          {...control}
          name={name}
          type="text"
          autocomplete="off"
          aria-required="true"
          value={value}
          onInput={event => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
