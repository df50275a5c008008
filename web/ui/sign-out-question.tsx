/** Asks who signs out while something waits: to send it now, to stay, or to give it up. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../i18n/language-context.tsx';
import { useOutbox } from '../outbox/outbox-context.tsx';
import { useSession } from '../session/session-context.tsx';

export function SignOutQuestion({ onStay }: { readonly onStay: () => void }) {
  const words = useWords();
  const session = useSession();
  const outbox = useOutbox();
  const dialog = useRef<HTMLDialogElement>(null);
  const [state, setState] = useState<'asking' | 'sending' | 'not-sent'>('asking');
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const sendNow = async () => {
    setState('sending');
    await (await outbox.engine())?.retry();
    if (outbox.unsettled() === 0) await session.signOut();
    else setState('not-sent');
  };
  return (
    <dialog ref={dialog} onClose={onStay} aria-labelledby="sign-out-question">
      <article>
        <p id="sign-out-question">{words.signOutWaiting(outbox.unsettled())}</p>
        {state === 'not-sent' && (
          <p class="notice warning" role="alert">
            {words.signOutNotSent}
          </p>
        )}
        <footer>
          <button type="button" class="plain" onClick={() => session.signOut()}>
            {words.signOutDropping}
          </button>
          <button type="button" class="secondary" onClick={onStay}>
            {words.signOutStay}
          </button>
          <button
            type="button"
            aria-busy={state === 'sending'}
            disabled={state === 'sending'}
            onClick={sendNow}
          >
            {words.signOutSending}
          </button>
        </footer>
      </article>
    </dialog>
  );
}
