/**
 * Rules of the rounds: they follow one another, and each has taken its due steps at the first run
 * after they were due.
 */
import { expect } from 'vitest';
import { roundAfter } from '../../../shared/domain/kernel/ids.ts';
import type { Round } from '../../../shared/domain/round/round.ts';
import { inOrder, whenIs } from './days.ts';
import type { Ledger } from './ledger.ts';

export function checkRounds(ledger: Ledger, rounds: readonly Round[]): void {
  const sorted = rounds.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const firstRunFrom = (due: string): string | undefined => ledger.runs.find(run => run >= due);
  for (const [at, round] of sorted.entries()) {
    const before = sorted[at - 1];
    if (before) {
      expect(round.id).toBe(roundAfter(before.id));
      expect(inOrder(before.schedule, round.schedule), `${before.id}, ${round.id}`).toBe(true);
    }
    // One of them collects, the last.
    expect(round.state === 'collecting').toBe(at === sorted.length - 1);

    const { publishesAt, ...schedule } = round.schedule;
    const { publishesAt: regularly, ...expected } = whenIs(round.id, ledger.days.now);
    expect(schedule, round.id).toEqual(expected);
    if (round.state === 'collecting' || round.state === 'deliberating' || !round.broughtForwardBy)
      expect(publishesAt, round.id).toBe(regularly);
    else expect(publishesAt < regularly, round.id).toBe(true);

    const { opensAt, closesAt } = schedule;
    const done = {
      opened: round.state === 'collecting' ? undefined : round.openedAt,
      closed: 'closedAt' in round ? round.closedAt : undefined,
      published: round.state === 'published' ? round.publishedAt : undefined,
    };
    expect(done, round.id).toEqual({
      opened: firstRunFrom(opensAt),
      closed: firstRunFrom(closesAt),
      published: firstRunFrom(publishesAt),
    });
  }
}
