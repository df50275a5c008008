/** Provides the session to the few components that need it, such as the sign-out button. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { SessionState } from './session.ts';
import type { OpenSession } from './sign-in.ts';

const SessionContext = createContext<OpenSession | undefined>(undefined);

interface Props {
  readonly opened: OpenSession;
  readonly children: ComponentChildren;
}

export function SessionProvider({ opened, children }: Props) {
  return <SessionContext.Provider value={opened}>{children}</SessionContext.Provider>;
}

export function useSession(): OpenSession {
  const opened = useContext(SessionContext);
  if (opened === undefined) throw new Error('useSession needs a SessionProvider around it');
  return opened;
}

/** The session's state, now and after each change. */
export function useSessionState({ session }: OpenSession): SessionState {
  const [state, setState] = useState(session.state);
  useEffect(() => {
    const update = () => setState(session.state);
    update();
    return session.subscribe(update);
  }, [session]);
  return state;
}
