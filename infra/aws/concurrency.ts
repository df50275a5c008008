/**
 * How many executions of each function may run at once. A share of its own limits a function and
 * is reserved for it: employees on a busy morning take nothing from the stream's counting or the
 * calendar, and neither takes anything from a vote.
 */
import * as z from 'zod/mini';
import type { FunctionName } from './rights.ts';

export interface Concurrency {
  /** The reserved executions by function; a function that is missing shares the rest. */
  readonly reserved: Readonly<Partial<Record<FunctionName, number>>>;
  /** The concurrent calls of `deliberation-cycle` by `due-rounds`. */
  readonly cycleCalls: number;
}

/** The ordinary quota of an account and region. */
const USUAL_QUOTA = 1000;
/** What Lambda keeps unreserved: it refuses a reservation that leaves less. */
const UNRESERVED = 100;
/** The concurrent calls without reservations, in a new account with its quota of ten. */
const FEW_CALLS = 2;

/** For an account with the ordinary quota. An operator's function shares the rest. */
const USUAL = {
  employee: 300,
  committee: 150,
  manager: 60,
  administrator: 40,
  search: 60,
  photos: 36,
  'photo-cleaning': 10,
  zone: 20,
  // At least an execution for each shard of the stream, of which a table under load has dozens.
  'adoption-metrics': 100,
  'search-index': 100,
  'deliberation-cycle': 20,
} as const satisfies Partial<Record<FunctionName, number>>;
type Adjustable = keyof typeof USUAL;

/** One run at a time is what these rely on, so no setting changes it. */
const ONE = { 'due-rounds': 1, reconciliation: 1 } as const satisfies Partial<
  Record<FunctionName, number>
>;

const isAdjustable = (name: string): name is Adjustable => Object.hasOwn(USUAL, name);

const error = 'concurrencyQuota: the concurrent executions of the account, such as 1000';
const quota = z.coerce.number({ error }).check(z.int({ error }), z.minimum(10, { error }));

/**
 * Reads `concurrency` (`none`, or shares such as `employee=500,zone=10` in place of the usual ones)
 * and `concurrencyQuota`, the account's. Throws with the reason if they do not fit together.
 */
export function concurrencyOf(asked: unknown, askedQuota: unknown): Concurrency {
  const most = askedQuota === undefined ? USUAL_QUOTA : quota.parse(askedQuota);
  if (asked === 'none') return { reserved: {}, cycleCalls: Math.min(FEW_CALLS, most) };
  const shares: Record<Adjustable, number> = { ...USUAL };
  for (const part of asked === undefined ? [] : String(asked).split(',')) {
    const [, name = '', share = ''] = /^([a-z-]+)=([1-9]\d{0,4})$/.exec(part) ?? [];
    if (!isAdjustable(name))
      throw new Error(
        `concurrency: none, or shares such as employee=500,zone=10; functions are ${Object.keys(USUAL).join(', ')}`,
      );
    shares[name] = Number(share);
  }
  const reserved = { ...shares, ...ONE };
  const sum = Object.values(reserved).reduce((total, share) => total + share, 0);
  if (sum + UNRESERVED > most)
    throw new Error(
      `concurrency: the shares add up to ${sum}, and with the ${UNRESERVED} that Lambda keeps unreserved exceed the quota of ${most}; request a higher quota (concurrencyQuota), reserve less, or reserve nothing (concurrency=none)`,
    );
  return { reserved, cycleCalls: shares['deliberation-cycle'] };
}
