/**
 * The result of an act, and the next step. It is empty before, so that screen readers notice the
 * change; it takes the focus, since the pressed button is often gone by then.
 */
import { useLayoutEffect, useRef } from 'preact/hooks';

export function StatusMessage({ text }: { readonly text: string | undefined }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (text !== undefined) place.current?.focus();
  }, [text]);
  return (
    <div
      ref={place}
      role="status"
      tabIndex={-1}
      class={text === undefined ? undefined : 'notice good'}
    >
      {text}
    </div>
  );
}
