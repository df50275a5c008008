/**
 * Whether an idea is submitted under the author's name: asked before the text, because an unnamed
 * draft is not stored on the device.
 */
import { useId } from 'preact/hooks';
import { useSubmissionWords } from '../words.ts';

interface Props {
  readonly unnamed: boolean;
  readonly onChange: (unnamed: boolean) => void;
}

export function NamingChoice({ unnamed, onChange }: Props) {
  const words = useSubmissionWords();
  const id = useId();
  const options = [
    { value: false, name: words.named, hint: words.namedHint },
    { value: true, name: words.anonymous, hint: words.unnamedHint },
  ];
  return (
    <fieldset class="naming-choice">
      <legend class="visually-hidden">{words.naming}</legend>
      {options.map(({ value, name, hint }) => (
        <label key={name} class={value === unnamed ? 'chosen' : undefined}>
          <input
            type="radio"
            name="unnamed"
            checked={value === unnamed}
            aria-labelledby={`${id}-${value}`}
            aria-describedby={`${id}-${value}-hint`}
            onChange={() => onChange(value)}
          />
          <strong id={`${id}-${value}`}>{name}</strong>
          <small id={`${id}-${value}-hint`}>{hint}</small>
        </label>
      ))}
    </fieldset>
  );
}
