/**
 * The pause before something is tried again that met others, or that DynamoDB had no room for.
 */
/** Waits 20 ms, 40 ms, 80 ms …, each cut short at random so that two that collided do not collide again. */
export function pause(attempt: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 20 * 2 ** (attempt - 1) * (0.5 + Math.random() / 2)));
}
