/**
 * The stored counts: numbers, headcounts, tallies, supports, authors' counts, and the markers of
 * counted records. All but the last two are only added to; a missing counter is zero. So a new
 * version of one of them may add a counter, and remove none.
 */
import * as z from 'zod/mini';
import type { Tally } from '../domain/idea/decision.ts';
import {
  CHANGES,
  FIRST_COUNTERS,
  LONGEST_DAY,
  PLAIN_COUNTERS,
} from '../domain/numbers/counters.ts';
import type { Scope } from '../domain/numbers/statistics.ts';
import { category, department, ideaId } from './schema.ts';
import { storedItem } from './stored-item.ts';
import { EXPIRY } from './table.ts';

const DAY_COUNTERS = Array.from({ length: LONGEST_DAY + 1 }, (_, day) => `decidedByDay${day}`);

/** The counters of an item of numbers, without the number of changes counted into it. */
export const STATISTICS_COUNTERS = ['participants', ...PLAIN_COUNTERS, ...DAY_COUNTERS] as const;

/** The counters that a zone is told. */
export const ZONE_COUNTERS = ['participants', ...FIRST_COUNTERS, ...DAY_COUNTERS] as const;

const zero = z._default(z.number(), 0);

interface Counted {
  readonly [CHANGES]: number;
}

export const scope = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('organization') }),
  z.strictObject({ by: z.literal('department'), name: department }),
  z.strictObject({ by: z.literal('category'), name: category }),
]) satisfies z.ZodMiniType<Scope>;

/** The numbers of one scope of a round, by counter. */
export const statisticsItem = storedItem<Partial<Readonly<Record<string, number>>>>()({
  type: 'statistics',
  beside: { scope },
  // A counter that the item lacks is added by the reconciliation.
  upgraders: [item => item],
  shape: () => z.partialRecord(z.enum([...STATISTICS_COUNTERS, CHANGES]), z.number()),
});

export const headcountItem = storedItem<Counted & { readonly headcount: number }>()({
  type: 'headcount',
  beside: { department: z.exactOptional(department) },
  shape: () => z.strictObject({ headcount: zero, [CHANGES]: zero }),
});

export const tallyItem = storedItem<Counted & Tally>()({
  type: 'tally',
  beside: { ideaId },
  shape: () => z.strictObject({ approve: zero, oppose: zero, abstain: zero, [CHANGES]: zero }),
});

/** An idea's counts: of its supports, and since version 2 of the comments that all may read. */
export const supportsItem = storedItem<
  Counted & { readonly supports: number; readonly comments: number }
>()({
  type: 'supports',
  beside: { ideaId },
  shape: () => z.strictObject({ supports: zero, comments: zero, [CHANGES]: zero }),
  upgraders: [item => item],
});

/** The number of an author's ideas that count in a scope of a round. */
export const participantItem = storedItem<{ readonly ideas: number }>()({
  type: 'participant',
  beside: {},
  shape: () => z.strictObject({ ideas: z.number() }),
});

/** A stream record that has been counted, or whose work is done. */
export const seenItem = storedItem<{ readonly eventId: string }>()({
  type: 'seen',
  beside: { [EXPIRY]: z.number() },
  shape: () => z.strictObject({ eventId: z.string() }),
});
