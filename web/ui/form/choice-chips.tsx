/**
 * One choice of a few, as chips that are all in view: a group of radio buttons, so that arrow keys
 * and screen readers know them.
 */
import { useId } from 'preact/hooks';
import { useReadable } from '../../i18n/use-moment.ts';

interface Props<Choice extends string> {
  readonly label: string;
  readonly name: string;
  readonly choices: readonly Choice[];
  /** What each is called; by itself without it. */
  readonly nameOf?: (choice: Choice) => string;
  /** Anything else chooses none. */
  readonly value: string;
  readonly onChange: (choice: Choice) => void;
  readonly error?: string | undefined;
}

export function ChoiceChips<Choice extends string>(props: Props<Choice>) {
  const { label, name, choices, nameOf = choice => choice, value, onChange, error } = props;
  const id = useId();
  const readable = useReadable();
  return (
    <div
      class="field choice-chips"
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-required="true"
      {...(error !== undefined && { 'aria-invalid': 'true', 'aria-describedby': `${id}-error` })}
    >
      <span id={`${id}-label`} class="label">
        {label}
      </span>
      <div class="chips">
        {choices.map(choice => (
          <label key={choice} class={choice === value ? 'chip chosen' : 'chip'}>
            <input
              type="radio"
              name={name}
              value={choice}
              checked={choice === value}
              onChange={() => onChange(choice)}
            />
            {nameOf(choice)}
          </label>
        ))}
      </div>
      {error !== undefined && (
        <small id={`${id}-error`} class="field-error">
          {readable(error)}
        </small>
      )}
    </div>
  );
}
