/**
 * Wraps content that is wider than a phone, such as a table. It scrolls sideways by touch and,
 * since it takes the focus, by the arrow keys.
 */
import type { ComponentChildren } from 'preact';

interface Props {
  readonly label: string;
  readonly children: ComponentChildren;
}

export function Scrollable({ label, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without the focus there is no scrolling by keyboard (WCAG 2.1.1)
    <section class="overflow-auto" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
