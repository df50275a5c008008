/** Hides a comment: the reason, which everybody will read, and a confirmation. */
import { useRef, useState } from 'preact/hooks';
import { COMMENT } from '../../../../shared/domain/kernel/text.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { Confirmation } from '../../../ui/confirmation.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { CountedText } from '../../../ui/form/counted-text.tsx';
import { checkText } from '../../../ui/form/text-error.ts';
import { useFieldErrors } from '../../../ui/form/use-field-errors.ts';
import { type ShownComment, useHiding } from '../use-comments.ts';

interface Props {
  readonly comment: ShownComment;
  /** Whether it is the reader's own, who withdraws it then. */
  readonly own: boolean;
  readonly onDone: () => void;
}

export function HideForm({ comment, own, onDone }: Props) {
  const words = useWords();
  const [reason, setReason] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const [confirming, setConfirming] = useState(false);
  const hiding = useHiding(comment, onDone);

  const { errors, lookOver } = useFieldErrors(form, hiding.error, () =>
    checkText('reason', reason, COMMENT, words),
  );
  const ask = () => {
    if (lookOver().ok) setConfirming(true);
  };

  return (
    <form
      ref={form}
      noValidate
      onSubmit={event => {
        event.preventDefault();
        ask();
      }}
    >
      <CountedText
        label={words.hidingReason}
        name="reason"
        limits={COMMENT}
        rows={2}
        hint={words.hidingReasonHint}
        value={reason}
        onInput={setReason}
        error={errors.reason}
      />
      {hiding.error !== null && <Failure error={hiding.error} />}
      <p class="actions">
        <button type="submit" aria-busy={hiding.isPending} disabled={hiding.isPending}>
          {own ? words.takeBackComment : words.hideComment}
        </button>
        <button type="button" class="secondary" onClick={onDone}>
          {words.cancel}
        </button>
      </p>
      {confirming && (
        <Confirmation
          question={
            own ? words.confirmTakeBack : words.confirmHide(comment.writer ?? words.hiddenAuthor)
          }
          onConfirm={() => {
            setConfirming(false);
            hiding.mutate(reason);
          }}
          onCancel={() => setConfirming(false)}
        />
      )}
    </form>
  );
}
