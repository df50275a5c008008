/** Wiring of the `employee` function on Lambda. */
import { runtime } from '../runtime.ts';
import { employeeEnv } from './env.ts';
import { employeeHandler } from './handler.ts';

export const handler = employeeHandler(runtime('employee', employeeEnv.parse(process.env)));
