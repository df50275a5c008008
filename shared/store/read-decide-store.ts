/**
 * How something is changed that others may be changing too: it is read, what is to become of it is decided, and that is stored on
 * condition that it still is what was read. Where it is not, all of it is done over.
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
  /** Whether it is what the caller has seen; where it is not, why it is not changed. */
  mismatch?(before: Before): Unexpected | undefined;
  /** What becomes of it; the very same where nothing changes. */
  decide(before: Before): Result<Plan, Undecided> | Promise<Result<Plan, Undecided>>;
  /** Stores that, or answers `AGAIN` where something has changed since it was read. */
  store(before: Before, plan: Plan): Promise<Result<After, Unstored> | typeof AGAIN>;
}

/**
 * Answers with what was stored. What is as wanted already is not stored again, whoever made it so and whatever the caller has
 * seen.
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
    async (attempt): Promise<Result<After, Unread | Unexpected | Undecided | Unstored> | typeof AGAIN> => {
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

/** The refusal of a change that was asked of another version than the one that is there; undefined where none was named. */
export function versionMismatch(
  expected: number | undefined,
  { version }: { readonly version: number },
): VersionMismatch | undefined {
  return expected === undefined || expected === version
    ? undefined
    : { code: 'version-mismatch', current: version };
}
