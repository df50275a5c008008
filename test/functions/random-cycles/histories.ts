/**
 * The number of random histories. They are the same each time, so that a failure comes from the
 * change and not from another history; `HUNT=50` in the environment runs that many new ones each
 * time, however long that takes.
 */
const hunted = Number(process.env.HUNT ?? 0);

/** For `fc.assert`: the usual number of histories, or the requested one. */
export function histories(usual: number): { readonly numRuns: number; readonly seed?: number } {
  return hunted > 0 ? { numRuns: hunted } : { numRuns: usual, seed: 20261015 };
}

/** For a test of histories that usually take at most this number of milliseconds. */
export function within(milliseconds: number): { readonly timeout: number } {
  return { timeout: hunted > 0 ? 24 * 3_600_000 : milliseconds };
}
