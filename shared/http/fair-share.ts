/**
 * One organization cannot use up the others' share of a function. Lambda gives each environment one
 * request at a time, so an environment's time is what organizations compete for. Each has a bucket
 * of milliseconds, refilled at its share of the time, and pays for what its requests take. While it
 * is empty, and others are using this environment, its requests are refused before they read
 * anything. An organization that is alone has all of the time (ADR 49).
 */

export interface FairShare {
  /** The seconds after which an organization's next request is answered; none if it is now. */
  secondsToWait(organization: string): number | undefined;
  /** Takes the time of a request from its organization's share. */
  charge(organization: string, milliseconds: number): void;
}

/** The time over which the share is an average: a short rush is no flood. */
const BURST_MS = 30_000;
/** Whoever was served within this time is taken to be using the environment. */
const PRESENT_MS = 60_000;
/** More are not remembered: of an environment's time, each of these uses next to nothing. */
const MOST_REMEMBERED = 1_000;

interface Bucket {
  milliseconds: number;
  at: number;
}

/** `share` is from 0 to 1, of which 1 refuses nobody; `elapsed` in milliseconds. */
export function fairShare(
  share: number,
  elapsed: () => number = () => performance.now(),
): FairShare {
  const buckets = new Map<string, Bucket>();

  const refilled = ({ milliseconds, at }: Bucket, time: number): number =>
    Math.min(BURST_MS * share, milliseconds + (time - at) * share);

  function othersPresent(organization: string, time: number): boolean {
    for (const [other, { at }] of buckets)
      if (other !== organization && time - at < PRESENT_MS) return true;
    return false;
  }

  return {
    secondsToWait(organization) {
      const bucket = buckets.get(organization);
      if (share >= 1 || !bucket) return undefined;
      const time = elapsed();
      const left = refilled(bucket, time);
      if (left > 0 || !othersPresent(organization, time)) return undefined;
      return Math.max(1, Math.ceil(-left / share / 1_000));
    },

    charge(organization, milliseconds) {
      const time = elapsed();
      const bucket = buckets.get(organization) ?? { milliseconds: BURST_MS * share, at: time };
      // What an organization took while it was alone is not held against it.
      const left = Math.max(-1_000, refilled(bucket, time) - milliseconds);
      // The longest unused is first.
      buckets.delete(organization);
      buckets.set(organization, { milliseconds: left, at: time });
      const [oldest] = buckets.keys();
      if (buckets.size > MOST_REMEMBERED && oldest !== undefined) buckets.delete(oldest);
    },
  };
}

/** Refuses nobody: on one machine, where a function has requests of many at a time. */
export const WITHOUT_SHARES = fairShare(1);
