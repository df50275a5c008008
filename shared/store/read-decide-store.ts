/**
 * Changes a thing that concurrent requests may change too: read it, decide its new state, and store
 * that on condition that it is unchanged. Otherwise start again.
 */
import type { ChangedMeanwhile, VersionMismatch } from '../domain/kernel/refusal.ts';
import { err, ok, type Result } from '../domain/kernel/result.ts';
import { AGAIN, retry } from './retry.ts';

interface Steps<
  Before,
  After,
  Plan extends { readonly after: After },
  Unread,
  Unexpected,
  Undecided,
  Unstored,
> {
  /** Reads it. Attempts count from 1. */
  read(attempt: number): Promise<Result<Before, Unread>>;
  /** Checks that it is the version the caller has seen; returns the refusal if not. */
  mismatch?(before: Before): Unexpected | undefined;
  /** Decides its new state; the identical value without a change. */
  decide(before: Before): Result<Plan, Undecided> | Promise<Result<Plan, Undecided>>;
  /** Stores that, or returns `AGAIN` if anything has changed since it was read. */
  store(before: Before, plan: Plan): Promise<Result<After, Unstored> | typeof AGAIN>;
}

/**
 * Returns the stored state. A thing in the wanted state is not stored again, whoever brought it
 * there and whatever version the caller has seen.
 */
export async function readDecideStore<
  Before,
  After,
  Plan extends { readonly after: After },
  Unread = never,
  Unexpected = never,
  Undecided = never,
  Unstored = never,
>({
  read,
  mismatch,
  decide,
  store,
}: Steps<Before, After, Plan, Unread, Unexpected, Undecided, Unstored>): Promise<
  Result<After, Unread | Unexpected | Undecided | Unstored | ChangedMeanwhile>
> {
  const outcome = await retry(
    async (
      attempt,
    ): Promise<Result<After, Unread | Unexpected | Undecided | Unstored> | typeof AGAIN> => {
      const before = await read(attempt);
      if (!before.ok) return before;
      const planned = await decide(before.value);
      const unchanged: unknown = before.value;
      if (planned.ok && planned.value.after === unchanged) return ok(planned.value.after);
      const unexpected = mismatch?.(before.value);
      if (unexpected) return err(unexpected);
      return planned.ok ? store(before.value, planned.value) : planned;
    },
  );
  return outcome === AGAIN ? err({ code: 'changed-meanwhile' }) : outcome;
}

/**
 * The refusal of a change with another expected version than the present one; undefined without an
 * expected version.
 */
export function versionMismatch(
  expected: number | undefined,
  { version }: { readonly version: number },
): VersionMismatch | undefined {
  return expected === undefined || expected === version
    ? undefined
    : { code: 'version-mismatch', current: version };
}
