/** Wiring of the `founding` function on Lambda. */
import { runtime } from '../runtime.ts';
import { foundingEnv } from './env.ts';
import { foundingHandler } from './handler.ts';
import { foundingOrder } from './order.ts';

const found = foundingHandler(runtime('founding', foundingEnv.parse(process.env)));

export const handler = (event: unknown) => found(foundingOrder.parse(event));
