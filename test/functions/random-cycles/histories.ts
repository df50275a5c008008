/**
 * Which histories are run. They are the same ones each time, so that a change fails for what it does and not for what was there before;
 * with `HUNT=50` in the environment it is as many others, new ones each time, for as long as that takes.
 */
const hunted = Number(process.env.HUNT ?? 0);

/** For `fc.assert`: so many histories, or those that are hunted for. */
export function histories(usual: number): { readonly numRuns: number; readonly seed?: number } {
  return hunted > 0 ? { numRuns: hunted } : { numRuns: usual, seed: 20261015 };
}

/** For a test of histories that usually take no longer than so many milliseconds. */
export function within(milliseconds: number): { readonly timeout: number } {
  return { timeout: hunted > 0 ? 24 * 3_600_000 : milliseconds };
}
