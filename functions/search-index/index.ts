/** Wiring of the `search-index` function on Lambda. */
import { runtime } from '../runtime.ts';
import { searchIndexEnv } from './env.ts';
import { searchIndexHandler } from './handler.ts';

export const handler = searchIndexHandler(
  runtime('search-index', searchIndexEnv.parse(process.env)),
);
