/**
 * A labelled field with its hint and its error, connected for screen readers: the control gets an
 * id, its description, and its validity.
 */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useReadable } from '../../i18n/use-moment.ts';

/** The attributes of a control inside a field. */
interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: 'true';
}

interface Props {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Content beside the label, such as a counter. */
  readonly aside?: ComponentChildren;
  readonly children: (control: ControlProps) => ComponentChildren;
}

export function Field({ label, hint, error, aside, children }: Props) {
  const id = useId();
  const readable = useReadable();
  const described = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(error === undefined ? [] : [`${id}-error`]),
  ];
  const control: ControlProps = {
    id,
    ...(described.length > 0 && { 'aria-describedby': described.join(' ') }),
    ...(error !== undefined && { 'aria-invalid': 'true' }),
  };
  return (
    <div class="field">
      <div class="field-head">
        <label for={id}>{label}</label>
        {aside}
      </div>
      {children(control)}
      {hint !== undefined && <small id={`${id}-hint`}>{hint}</small>}
      {error !== undefined && (
        <small id={`${id}-error`} class="field-error">
          {readable(error)}
        </small>
      )}
    </div>
  );
}
