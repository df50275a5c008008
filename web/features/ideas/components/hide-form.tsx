/** The reason for hiding a comment, which everybody will read. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { COMMENT } from '../../../../shared/domain/kernel/text.ts';
import { Failure } from '../../../ui/failure.tsx';
import { CountedText } from '../../../ui/form/counted-text.tsx';
import { checkText } from '../../../ui/form/text-error.ts';
import { useFieldErrors } from '../../../ui/form/use-field-errors.ts';
import { useIdeasWords } from '../words.ts';

interface Props {
  /** Whether the comment is the reader's own, who takes it back then. */
  readonly own: boolean;
  readonly reason: string;
  readonly error: Error | null;
  readonly onType: (reason: string) => void;
  readonly onHide: () => void;
  readonly onCancel: () => void;
}

export function HideForm({ own, reason, error, onType, onHide, onCancel }: Props) {
  const words = useIdeasWords();
  const form = useRef<HTMLFormElement>(null);
  const { errors, lookOver } = useFieldErrors(form, error, () =>
    checkText('reason', reason, COMMENT, words),
  );
  useLayoutEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  return (
    <form
      ref={form}
      noValidate
      class="hide-form"
      onSubmit={event => {
        event.preventDefault();
        if (lookOver().ok) onHide();
      }}
    >
      <CountedText
        label={words.hidingReason}
        name="reason"
        limits={COMMENT}
        rows={2}
        hint={words.hidingReasonHint}
        value={reason}
        onInput={onType}
        error={errors.reason}
      />
      {error !== null && <Failure error={error} />}
      <p class="actions">
        <button type="submit" class="secondary">
          {own ? words.takeBackComment : words.hideComment}
        </button>
        <button type="button" class="plain" onClick={onCancel}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}
