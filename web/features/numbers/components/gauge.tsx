/**
 * A bar from nothing to all, with a mark where the target is. It is visual only: the text beside it
 * says the same.
 */
interface Props {
  /** From 0 to 1; undefined without a value. */
  readonly length: number | undefined;
  readonly mark?: number | undefined;
}

export function Gauge({ length, mark }: Props) {
  return (
    <span class="bar gauge" aria-hidden="true">
      <span style={{ width: percent(length ?? 0) }} />
      {mark !== undefined && <i style={{ left: percent(mark) }} />}
    </span>
  );
}

function percent(part: number): string {
  return `${Math.min(1, part) * 100}%`;
}
