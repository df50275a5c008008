/**
 * The time of one run. A step that needs more stops between two ideas and continues in the next
 * run.
 */

/** Returns the remaining milliseconds, as Lambda reports them. */
export interface RunContext {
  getRemainingTimeInMillis(): number;
}

export interface Run {
  /** Whether there is time to begin something that takes a few seconds. */
  hasTime(): boolean;
}

/** The time left for work under way to end, with all retries. */
const RESERVE_MILLIS = 20_000;

export class OutOfTime extends Error {
  override readonly name = 'OutOfTime';
}

/** Without a report the time is unlimited. */
export function runOf(context: RunContext | undefined): Run {
  return {
    hasTime: () => context === undefined || context.getRemainingTimeInMillis() > RESERVE_MILLIS,
  };
}
