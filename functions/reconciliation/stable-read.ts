/**
 * Reads a ledger until its errors are certain. The stream between facts and numbers may be late, so
 * each read writes a barrier after the facts, and reads the numbers when the stream has delivered
 * it. If no change was counted from before the facts were read until then, none was on its way.
 * Numbers and facts are then of the same moment, and a difference is an error. A ledger that cannot
 * be decided, because the stream is late or changes never pause, is reported as open.
 */
import { agreed, type Drift, differences } from '../../shared/domain/numbers/drift.ts';
import type { Table } from '../../shared/store/client.ts';
import { streamBarrier } from '../../shared/store/stream-barrier.ts';
import type { ReconciledLedger } from './ledgers.ts';

/**
 * The tries to find moments without changes. Two are needed, because only a repeated difference is
 * an error.
 */
const MOST_LOOKS = 8;
/** The number of checks for a barrier. After these the stream counts as late. */
const PATIENCE = 30;

/**
 * Reads ledgers one after another. Once the stream was late, no later ledger waits for it: a ledger
 * that differs at its first read is then open.
 */
export function stableReader(table: Table, wait: () => Promise<void>) {
  const barriers = streamBarrier(table);
  let late = false;

  /**
   * Waits until the stream has delivered all present writes of a partition. Returns whether it has.
   */
  async function caughtUp(partition: string): Promise<boolean> {
    if (late) return false;
    const barrier = crypto.randomUUID();
    await barriers.send(partition, barrier);
    for (let asked = 0; asked < PATIENCE; asked += 1) {
      await wait();
      if (await barriers.hasCome(barrier)) return true;
    }
    late = true;
    return false;
  }

  /** The wrong numbers. Mostly there are none at the first read, which then suffices. */
  return async (ledger: ReconciledLedger): Promise<readonly Drift[] | 'open'> => {
    if (differences(await ledger.facts(), await ledger.running()).size === 0) return [];
    let earlier: ReadonlyMap<string, Drift> | undefined;
    for (let look = 1; look <= MOST_LOOKS; look += 1) {
      const changes = await ledger.changes();
      const facts = await ledger.facts();
      if (!(await caughtUp(ledger.partition))) return 'open';
      const seen = differences(facts, await ledger.running());
      if (seen.size === 0) return [];
      if ((await ledger.changes()) !== changes) continue;
      if (earlier) return agreed(earlier, seen);
      earlier = seen;
    }
    return 'open';
  };
}
