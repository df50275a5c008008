/** The content of an empty list: it says that it is empty, and what to do next. */
import type { ComponentChildren } from 'preact';

export function Empty({
  text,
  children,
}: {
  readonly text: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <div class="empty">
      <p>{text}</p>
      {children}
    </div>
  );
}
