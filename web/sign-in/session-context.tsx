/**
 * Hands the session to the few components that need it, such as the sign-out button.
 */
import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Session } from './session.ts';

const SessionContext = createContext<Session | undefined>(undefined);

interface Props {
  readonly session: Session;
  readonly children: ComponentChildren;
}

export function SessionProvider({ session, children }: Props) {
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('useSession needs a SessionProvider around it');
  return session;
}
