/**
 * The acts on one idea share a place, in which one form is open at a time. While a form is open, the
 * buttons of all acts are out of its way.
 */
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useMemo, useState } from 'preact/hooks';

interface OpenAct {
  readonly opened: string | undefined;
  readonly open: (act: string | undefined) => void;
}

const OpenActContext = createContext<OpenAct | undefined>(undefined);

export function OneOpenAct({ children }: { readonly children: ComponentChildren }) {
  const [opened, open] = useState<string | undefined>(undefined);
  const value = useMemo(() => ({ opened, open }), [opened]);
  return <OpenActContext.Provider value={value}>{children}</OpenActContext.Provider>;
}

interface OpenOf<Act> {
  /** The open form, if it is one of these acts. */
  readonly opened: Act | undefined;
  readonly open: (act: Act | undefined) => void;
  /** Whether the form of another group of acts is open, so that this group shows nothing. */
  readonly elsewhere: boolean;
}

/**
 * Which of a group's acts is open; the group is on its own without `OneOpenAct` around it, and may
 * start with an open form then.
 */
export function useOpenAct<Act extends string>(
  acts: readonly Act[],
  start?: Act | undefined,
): OpenOf<Act> {
  const [own, openOwn] = useState<string | undefined>(start);
  const shared = useContext(OpenActContext);
  const { opened, open } = shared ?? { opened: own, open: openOwn };
  const mine = acts.find(act => act === opened);
  return { opened: mine, open, elsewhere: opened !== undefined && mine === undefined };
}
