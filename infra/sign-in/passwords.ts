/**
 * What a password of the user pool must be, and for how long an initial one serves: for the pool,
 * and for the command that makes accounts.
 */

/**
 * Length is what counts. Rules about kinds of characters make people write passwords on slips of
 * paper.
 */
export const LEAST_PASSWORD_LENGTH = 12;

/** Slips are handed out at a shift's meeting, and somebody is on leave. */
export const INITIAL_PASSWORD_DAYS = 30;
