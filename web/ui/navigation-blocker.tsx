/**
 * Asks before a page with unsaved content is left. Links inside the application, the browser's back
 * button, and closing or reloading the page all need a yes.
 */
import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useRef } from 'preact/hooks';
import { type AroundNavHandler, Router } from 'wouter-preact';
import { useConfirmation } from './confirmation.tsx';

interface Guard {
  /** Sets the question before the page is left; undefined lets everybody go. */
  readonly set: (question: string | undefined) => void;
  /** Does something that leaves the page, after the question if there is one. */
  readonly leave: (go: () => void) => void;
}

const GuardContext = createContext<Guard | undefined>(undefined);

export function NavigationBlocker({ children }: { readonly children: ComponentChildren }) {
  const question = useRef<string | undefined>(undefined);
  const { ask, confirmation } = useConfirmation();
  const set = useCallback((asked: string | undefined) => {
    question.current = asked;
  }, []);
  const leave = useCallback(
    (go: () => void) => {
      if (question.current === undefined) go();
      else
        ask(question.current, () => {
          set(undefined);
          go();
        });
    },
    [ask, set],
  );
  const aroundNav = useCallback<AroundNavHandler>(
    (navigate, to, options) => leave(() => navigate(to, options)),
    [leave],
  );
  return (
    <GuardContext.Provider value={{ set, leave }}>
      <Router aroundNav={aroundNav}>{children}</Router>
      {confirmation}
    </GuardContext.Provider>
  );
}

/**
 * Asks the question before this page is left, while there is one; returns a function that leaves it
 * by a button of its own.
 */
export function useAskedToStay(question: string | undefined): Guard['leave'] {
  const guard = useContext(GuardContext);
  if (guard === undefined) throw new Error('useAskedToStay needs a NavigationBlocker around it');
  const { set, leave } = guard;
  const asking = question !== undefined;

  useEffect(() => {
    set(question);
    return () => set(undefined);
  }, [question, set]);

  useEffect(() => {
    if (!asking) return undefined;
    const keep = (event: BeforeUnloadEvent): void => event.preventDefault();
    // Going back cannot be prevented, so the history gets one more entry to go back to: the page
    // itself.
    const stay = (): void => {
      history.pushState(history.state, '', location.href);
      leave(() => history.go(-2));
    };
    history.pushState(history.state, '', location.href);
    addEventListener('beforeunload', keep);
    addEventListener('popstate', stay);
    return () => {
      removeEventListener('beforeunload', keep);
      removeEventListener('popstate', stay);
    };
  }, [asking, leave]);

  return leave;
}
