/**
 * A confirmation before an irreversible act. The browser's own modal dialog keeps the focus inside
 * and closes on Escape.
 */
import type { ComponentChild } from 'preact';
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../i18n/language-context.tsx';

export interface Confirming {
  /** Asks the question, and acts on a yes. */
  readonly ask: (question: string, onConfirm: () => void) => void;
  /** The open question, to be rendered by whoever asks. */
  readonly confirmation: ComponentChild;
}

/**
 * What is done on a yes is what was given with the question: if the page changes while the dialog
 * is open, the yes is still to what its reader saw.
 */
export function useConfirmation(): Confirming {
  const [asked, setAsked] = useState<
    { readonly question: string; readonly onConfirm: () => void } | undefined
  >(undefined);
  const ask = useCallback<Confirming['ask']>(
    (question, onConfirm) => setAsked({ question, onConfirm }),
    [],
  );
  return {
    ask,
    confirmation: asked !== undefined && (
      <Confirmation
        question={asked.question}
        onConfirm={() => {
          setAsked(undefined);
          asked.onConfirm();
        }}
        onCancel={() => setAsked(undefined)}
      />
    ),
  };
}

interface Props {
  readonly question: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

function Confirmation({ question, onConfirm, onCancel }: Props) {
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
