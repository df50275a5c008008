/** The ideas of a round that nothing has been decided on. */

interface Undecided {
  /** Not adopted and not declined. */
  readonly undecided: number;
  /** Those of them that were deferred. */
  readonly deferred: number;
}

/** The undecided ideas that are not deferred, to be named beside the deferred ones. */
export function openIn({ undecided, deferred }: Undecided): number {
  return undecided - deferred;
}
