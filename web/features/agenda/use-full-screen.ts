/** Clears a phone's screen for one thing: the application's own bars are hidden meanwhile. */
import { useLayoutEffect } from 'preact/hooks';

export function useFullScreen(full: boolean): void {
  useLayoutEffect(() => {
    document.body.classList.toggle('one-idea', full);
    return () => document.body.classList.remove('one-idea');
  }, [full]);
}
