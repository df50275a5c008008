/**
 * Dragging the rows of a list by their handles, with the mouse or a finger. The library is loaded
 * with the first arrangement; until then, and without it, the number fields do the same.
 */
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type Sortable from 'sortablejs';

/** `onMove` is called with the positions, from 0, between which a row was dragged. */
export function useDragging(
  list: RefObject<HTMLElement>,
  handle: string,
  onMove: (from: number, to: number) => void,
): void {
  const newest = useRef(onMove);
  newest.current = onMove;
  useEffect(() => {
    let dragging: Sortable | undefined;
    let left = false;
    const begin = (Sortable: typeof import('sortablejs')) => {
      if (left || list.current === null) return;
      dragging = Sortable.create(list.current, {
        handle,
        animation: 120,
        // The same behaviour in every browser, also where a page cannot drag natively.
        forceFallback: true,
        ghostClass: 'dragged',
        onEnd: ({ item, oldIndex, newIndex }) => {
          if (oldIndex === undefined || newIndex === undefined || oldIndex === newIndex) return;
          // The rows are put back: their order is drawn from the new state.
          const rows = [...(item.parentElement?.children ?? [])].filter(row => row !== item);
          item.parentElement?.insertBefore(item, rows[oldIndex] ?? null);
          newest.current(oldIndex, newIndex);
        },
      });
    };
    import('sortablejs').then(
      loaded => begin(loaded.default),
      // Without it there are arrow keys and numbers.
      () => undefined,
    );
    return () => {
      left = true;
      dragging?.destroy();
    };
  }, [list, handle]);
}
