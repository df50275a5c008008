/** The keys of a page for those at a keyboard; they rest while somebody types or is asked. */
import { useLayoutEffect, useRef } from 'preact/hooks';

/** What each key does, by its lower-case name. A key held down counts once. */
export function useKeys(keys: Readonly<Record<string, (() => void) | undefined>>): void {
  const newest = useRef(keys);
  newest.current = keys;
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.repeat || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
        return;
      if (event.target instanceof Element && event.target.closest(TYPING) !== null) return;
      const act = newest.current[event.key.toLowerCase()];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}

const TYPING = 'input, textarea, select, dialog, [contenteditable]';
