/** The link back to the page above. */
import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';
import { ChevronLeft } from './icon.ts';

interface Props {
  readonly href: string;
  readonly children: ComponentChildren;
}

export function Up({ href, children }: Props) {
  return (
    <Link href={href} class="up no-print">
      <ChevronLeft class="icon" aria-hidden="true" />
      {children}
    </Link>
  );
}
