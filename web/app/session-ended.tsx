/** Announces that the session has ended, over an unchanged page, and leads to signing in again. */
import { useWords } from '../i18n/language-context.tsx';
import { useOutboxCount } from '../outbox/outbox-context.tsx';
import { useSession, useSessionState } from '../session/session-context.tsx';

export function SessionEnded() {
  const words = useWords();
  const opened = useSession();
  const state = useSessionState(opened);
  const waiting = useOutboxCount();
  if (state.is !== 'ended') return null;
  const holding = state.holding + waiting;
  return (
    <aside class="session-notice notice warning" role="alert">
      <p>{holding > 0 ? words.sessionEndedHolding(holding) : words.sessionEnded}</p>
      <button type="button" onClick={() => opened.signInAgain()}>
        {words.signInAgain}
      </button>
    </aside>
  );
}
