/**
 * Hiding a comment: the reason, which everybody will read, and a question whether it is meant.
 */
import { useState } from 'preact/hooks';
import { COMMENT } from '../../shared/domain/text.ts';
import { CountedText } from '../form/counted-text.tsx';
import { fieldErrorsOf } from '../form/field-errors.ts';
import { textError } from '../form/text-error.ts';
import { useWords } from '../language/language-context.tsx';
import { Confirmation } from '../shell/confirmation.tsx';
import { Failure } from '../shell/failure.tsx';
import { type ShownComment, useHiding } from './use-comments.ts';

interface Props {
  readonly comment: ShownComment;
  /** Whether it is the reader's own, who then takes it back. */
  readonly own: boolean;
  readonly onDone: () => void;
}

export function HideForm({ comment, own, onDone }: Props) {
  const words = useWords();
  const [reason, setReason] = useState('');
  const [ownError, setOwnError] = useState<string | undefined>(undefined);
  const [confirming, setConfirming] = useState(false);
  const hiding = useHiding(comment, onDone);

  const ask = () => {
    const error = textError(reason, COMMENT, words);
    setOwnError(error);
    if (error === undefined) setConfirming(true);
  };

  return (
    <form
      noValidate
      onSubmit={event => {
        event.preventDefault();
        ask();
      }}
    >
      <CountedText
        label={words.hidingReason}
        name="hiding-reason"
        limits={COMMENT}
        rows={2}
        hint={words.hidingReasonHint}
        value={reason}
        onInput={setReason}
        error={ownError ?? fieldErrorsOf(hiding.error).reason}
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
          question={own ? words.confirmTakeBack : words.confirmHide(comment.writer)}
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
