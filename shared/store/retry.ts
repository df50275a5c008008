/**
 * Trying again what met others, or what DynamoDB had no room for. An attempt says so by a value, `AGAIN`: it is an ordinary event and no
 * error. Whatever an attempt throws ends it.
 */

/** What an attempt answers with after which another is due. */
export const AGAIN = Symbol('again');

/** How often is tried what others can get in the way of. */
export const TRIES = 6;

/** Answers with the first outcome other than `AGAIN`, and with that where none came in so many tries. Attempts count from 1. */
export async function retry<Outcome>(
  attempt: (number: number) => Promise<Outcome | typeof AGAIN>,
  tries = TRIES,
): Promise<Outcome | typeof AGAIN> {
  for (let number = 1; ; number += 1) {
    const outcome = await attempt(number);
    if (outcome !== AGAIN || number === tries) return outcome;
    await pause(number);
  }
}

/** Waits 20 ms, 40 ms, 80 ms …, each cut short at random so that two that collided do not collide again. */
function pause(number: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 20 * 2 ** (number - 1) * (0.5 + Math.random() / 2)));
}
