/**
 * The wiring of every function on Lambda: the table, a log and the system's clock. Only the
 * `index.ts` files use it; on one machine `infra/local` wires the same handlers differently.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { type Clock, instantOf } from '../shared/domain/kernel/instant.ts';
import type { Log } from '../shared/http/log.ts';
import { openTable, type Table } from '../shared/store/client.ts';
import { jsonLog } from './json-log.ts';

/** The environment variables of every function; each function's `env.ts` starts from these. */
export const runtimeVariables = { TABLE_NAME: z.string().check(z.minLength(3)) };

export interface Runtime {
  readonly table: Table;
  readonly log: Log;
  readonly clock: Clock;
}

export function runtime(service: string, { TABLE_NAME }: { readonly TABLE_NAME: string }): Runtime {
  return {
    table: openTable(new DynamoDBClient({ defaultsMode: 'legacy' }), TABLE_NAME),
    log: jsonLog(service),
    clock: { now: () => instantOf(Date.now()) },
  };
}
