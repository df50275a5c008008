/** A text with what was found in it marked. */
import type { ComponentChild } from 'preact';

interface Props {
  readonly text: string;
  /** Each from a position to one after its end, in order and apart. */
  readonly marks: readonly (readonly [from: number, to: number])[];
}

export function Marked({ text, marks }: Props) {
  const parts: ComponentChild[] = [];
  let at = 0;
  for (const [from, to] of marks) {
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>);
    at = to;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
