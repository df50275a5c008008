/** Provides the outbox to the pages, and shows them what is in it. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Entry } from './entry.ts';
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

export function useOutbox(): Outbox {
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

/** The entries, now and after each change. `undefined` until they are read. */
export function useEntries(): readonly Entry[] | undefined {
  const outbox = useOutbox();
  const [entries, setEntries] = useState<readonly Entry[] | undefined>(undefined);
  useEffect(() => {
    let gone = false;
    const look = async () => {
      // Whoever looks while there is nothing needs nothing loaded.
      const read = outbox.count() === 0 ? [] : ((await outbox.engine())?.entries() ?? []);
      if (!gone) setEntries(read);
    };
    void look();
    const unsubscribe = outbox.subscribe(look);
    return () => {
      gone = true;
      unsubscribe();
    };
  }, [outbox]);
  return entries;
}
