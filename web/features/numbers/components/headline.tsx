/** One of the figures that the page begins with: how it stands, and the way to what is behind it. */
import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';
import { ChevronRight } from '../../../ui/icon.ts';
import { Gauge } from './gauge.tsx';
import { Met } from './met.tsx';

interface Props {
  readonly name: string;
  readonly value: string;
  /** What the value is made of: numerator and denominator. */
  readonly basis: string;
  readonly length: number | undefined;
  readonly mark?: number | undefined;
  readonly met?: boolean | undefined;
  readonly children: ComponentChildren;
  readonly link: { readonly href: string; readonly text: string };
}

export function Headline({ name, value, basis, length, mark, met, children, link }: Props) {
  return (
    <div class="headline">
      <dt>{name}</dt>
      <dd>
        <p class="headline-value">
          <strong>{value}</strong> <span>{basis}</span>
        </p>
        <Gauge length={length} mark={mark} />
        <p class="headline-note">
          {children} {met !== undefined && <Met met={met} />}
        </p>
        <Link href={link.href} class="headline-link no-print">
          {link.text}
          <ChevronRight class="icon" aria-hidden="true" />
        </Link>
      </dd>
    </div>
  );
}
