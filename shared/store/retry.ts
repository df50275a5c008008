/**
 * Retries attempts that met a conflict, or for which DynamoDB had no capacity. An attempt reports
 * that by a value, `AGAIN`: it is an ordinary event and no error. An error ends the retries.
 */

/** The result of an attempt that requests another one. */
export const AGAIN = Symbol('again');

/** The number of attempts where conflicts are possible. */
export const TRIES = 6;

/**
 * Returns the first outcome other than `AGAIN`, or `AGAIN` after the last attempt. Attempts count
 * from 1.
 */
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

/**
 * Waits 20 ms, 40 ms, 80 ms …, each cut short at random so that two that collided do not collide
 * again.
 */
function pause(number: number): Promise<void> {
  return new Promise(resolve =>
    setTimeout(resolve, 20 * 2 ** (number - 1) * (0.5 + Math.random() / 2)),
  );
}
