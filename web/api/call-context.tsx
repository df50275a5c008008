/** Provides the client to the pages, so that no page needs to know its origin. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Call } from '../../shared/contract/client.ts';

const CallContext = createContext<Call | undefined>(undefined);

export function CallProvider({
  call,
  children,
}: {
  readonly call: Call;
  readonly children: ComponentChildren;
}) {
  return <CallContext.Provider value={call}>{children}</CallContext.Provider>;
}

export function useCall(): Call {
  const call = useContext(CallContext);
  if (call === undefined) throw new Error('useCall needs a CallProvider around it');
  return call;
}
