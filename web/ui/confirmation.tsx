/**
 * A confirmation before an irreversible act. The browser's own modal dialog keeps the focus inside
 * and closes on Escape.
 */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useWords } from '../i18n/language-context.tsx';

interface Props {
  readonly question: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

export function Confirmation({ question, onConfirm, onCancel }: Props) {
  const words = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} onClose={onCancel} aria-labelledby="confirmation-question">
      <article>
        <p id="confirmation-question">{question}</p>
        <footer>
          <button type="button" class="secondary" onClick={onCancel}>
            {words.cancel}
          </button>
          <button type="button" onClick={onConfirm}>
            {words.confirm}
          </button>
        </footer>
      </article>
    </dialog>
  );
}
