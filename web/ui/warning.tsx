/**
 * An error, announced to screen readers at once. A button that waits for its answer is disabled and
 * loses the focus; the notice takes the focus then, so that keyboard users continue here and not at
 * the top of the page.
 */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export function Warning({ children }: { readonly children: ComponentChildren }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={place} class="notice warning" role="alert" tabIndex={-1}>
      {children}
    </div>
  );
}
