/** One number with its name and its notes: its basis, its target. */
import type { ComponentChildren } from 'preact';

interface Props {
  readonly name: string;
  readonly value: string;
  readonly children?: ComponentChildren;
}

export function Figure({ name, value, children }: Props) {
  return (
    <div class="figure">
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong>
        {children !== undefined && <small>{children}</small>}
      </dd>
    </div>
  );
}
