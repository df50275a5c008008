/** Wiring of the `administrator` function on Lambda. */
import { runtime } from '../runtime.ts';
import { administratorEnv } from './env.ts';
import { administratorHandler } from './handler.ts';

export const handler = administratorHandler(
  runtime('administrator', administratorEnv.parse(process.env)),
);
