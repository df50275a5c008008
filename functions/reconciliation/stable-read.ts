/**
 * Looking at a ledger until it is certain what is wrong with it. Between its facts and its numbers lies the stream, which may be
 * late; so each look sends a barrier behind the facts, and reads the numbers when the stream has brought it. If no change was counted from
 * before the facts were read until then, none was on its way: numbers and facts are of the same moment, and where they differ they are
 * wrong. What cannot be known, because the stream is late or people never pause, is said to be open.
 */
import { agreed, type Drift, differences } from '../../shared/domain/numbers/drift.ts';
import type { Table } from '../../shared/store/client.ts';
import { streamBarrier } from '../../shared/store/stream-barrier.ts';
import type { ReconciledLedger } from './ledgers.ts';

/** Tries to find a moment in which nothing changes. Two are needed, for nothing is called wrong that is not twice. */
const MOST_LOOKS = 8;
/** How often a barrier is asked for before the stream is taken to be late. */
const PATIENCE = 30;

/**
 * Looks at ledgers, one after another. Once the stream has been found late, nobody waits for it again: what then does not agree at
 * the first look is not known.
 */
export function stableReader(table: Table, wait: () => Promise<void>) {
  const barriers = streamBarrier(table);
  let late = false;

  /** Waits until the stream has brought all that a partition holds by now; says whether it has. */
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

  /** The numbers that are wrong. Mostly none is at the first look, and that is the end of it. */
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
