/** Announces that the session has ended, over an unchanged page, and leads to signing in again. */
import { useWords } from '../i18n/language-context.tsx';
import { useSession, useSessionState } from '../session/session-context.tsx';

export function SessionEnded() {
  const words = useWords();
  const opened = useSession();
  const state = useSessionState(opened);
  if (state.is !== 'ended') return null;
  return (
    <aside class="session-notice notice warning" role="alert">
      <p>{state.holding > 0 ? words.sessionEndedHolding(state.holding) : words.sessionEnded}</p>
      <button type="button" onClick={() => opened.signInAgain()}>
        {words.signInAgain}
      </button>
    </aside>
  );
}
