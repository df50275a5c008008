/** Wiring of the `founding` function on Lambda. */
import { runtime } from '../runtime.ts';
import { foundingEnv } from './env.ts';
import { foundingHandler } from './handler.ts';
import { foundingOrder } from './order.ts';
import { peopleHandler, peopleOrder } from './people.ts';

const wiring = runtime('founding', foundingEnv.parse(process.env));
const found = foundingHandler(wiring);
const list = peopleHandler(wiring);

export const handler = (event: unknown) => {
  const order = peopleOrder.safeParse(event);
  return order.success ? list(order.data) : found(foundingOrder.parse(event));
};
