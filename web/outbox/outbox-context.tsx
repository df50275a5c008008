/** Provides the outbox to the pages. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Outbox } from './outbox.ts';

const OutboxContext = createContext<Outbox | undefined>(undefined);

export function OutboxProvider({
  outbox,
  children,
}: {
  readonly outbox: Outbox;
  readonly children: ComponentChildren;
}) {
  return <OutboxContext.Provider value={outbox}>{children}</OutboxContext.Provider>;
}

function useOutbox(): Outbox {
  const outbox = useContext(OutboxContext);
  if (outbox === undefined) throw new Error('useOutbox needs an OutboxProvider around it');
  return outbox;
}

/** How many entries there are, now and after each change. */
export function useOutboxCount(): number {
  const outbox = useOutbox();
  const [count, setCount] = useState(outbox.count);
  useEffect(() => {
    const look = () => setCount(outbox.count());
    look();
    return outbox.subscribe(look);
  }, [outbox]);
  return count;
}
