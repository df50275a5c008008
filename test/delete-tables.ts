/** Runs with each test file: its tables go when it ends. */
import { afterAll } from 'vitest';
import { deleteTables } from './fresh-table.ts';

afterAll(deleteTables);
