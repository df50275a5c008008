/** The time of one run. A step that takes longer than is left is broken off between two ideas and goes on in the next run. */

/** Asks how many milliseconds are left, as Lambda tells it. */
export interface RunContext {
  getRemainingTimeInMillis(): number;
}

export interface Run {
  /** Whether there is time to begin something that takes a few seconds. */
  hasTime(): boolean;
}

/** What is under way has this long to end, with all that is tried again. */
const RESERVE_MILLIS = 20_000;

export class OutOfTime extends Error {
  override readonly name = 'OutOfTime';
}

/** Where nobody tells what is left there is no end to it. */
export function runOf(context: RunContext | undefined): Run {
  return { hasTime: () => context === undefined || context.getRemainingTimeInMillis() > RESERVE_MILLIS };
}
