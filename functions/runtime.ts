/**
 * What every function is wired with when it runs on Lambda: the table, a log and the system's clock; and, for those that need it,
 * the keyed hash. Only the `index.ts` files use it; on one machine `infra/local` wires the same handlers differently.
 */
import { Logger } from '@aws-lambda-powertools/logger';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { type Clock, instantOf } from '../shared/domain/kernel/instant.ts';
import type { Log } from '../shared/http/log.ts';
import { openTable, type Table } from '../shared/store/client.ts';
import type { KeyedHash } from '../shared/store/keyed-hash.ts';

/** The environment variables that every function needs; each function's `env.ts` starts from these. */
export const runtimeVariables = { TABLE_NAME: z.string().check(z.minLength(3)) };

/** What a function needs besides that makes keyed hashes: the key's name, for the key itself never leaves KMS. */
export const hashVariables = { HASH_KEY: z.string().check(z.minLength(1)) };

export interface Runtime {
  readonly table: Table;
  readonly log: Log;
  readonly clock: Clock;
}

export function runtime(service: string, { TABLE_NAME }: { readonly TABLE_NAME: string }): Runtime {
  return {
    table: openTable(new DynamoDBClient({ defaultsMode: 'legacy' }), TABLE_NAME),
    log: new Logger({ serviceName: service }),
    clock: { now: () => instantOf(Date.now()) },
  };
}

/** Hashes in KMS, whose client is loaded with the first hash that is asked for. */
export function keyedHash({ HASH_KEY }: { readonly HASH_KEY: string }): KeyedHash {
  let hash: KeyedHash | undefined;
  return async text => {
    hash ??= (await import('./kms-hash.ts')).kmsHash(HASH_KEY);
    return hash(text);
  };
}
