/**
 * A bulletin in the form of a notice: its whole list, the adopted ideas first, numbered through.
 */
import type { ReplyOf } from '../../../shared/contract/client.ts';
import type { getBulletin } from '../../../shared/contract/routes/numbers.ts';
import type { IdeaStatus } from '../../../shared/domain/idea/lifecycle.ts';
import type { RoundId } from '../../../shared/domain/kernel/ids.ts';

export type Bulletin = ReplyOf<typeof getBulletin>;
export type Entry = Bulletin['items'][number];

/** The results in the order of a notice. */
const RESULTS = ['adopted', 'deferred', 'declined', 'undecided'] as const;
export type Result = (typeof RESULTS)[number];

interface Group {
  readonly result: Result;
  readonly entries: readonly (Entry & { readonly number: number })[];
}

/** An idea that was adopted stays so, whatever has become of it since. */
export function resultOf(status: IdeaStatus): Result {
  switch (status) {
    case 'adopted':
    case 'implementing':
    case 'completed':
    case 'accepted':
    case 'abandoned':
      return 'adopted';
    case 'declined':
    case 'deferred':
      return status;
    case 'submitted':
    case 'returned':
    case 'on-agenda':
    case 'withdrawn':
    case 'merged':
      return 'undecided';
  }
}

/** The groups that have entries, numbered from 1 through all of them. */
export function grouped(items: readonly Entry[]): Group[] {
  let before = 0;
  return RESULTS.flatMap(result => {
    const entries = items
      .filter(({ status }) => resultOf(status) === result)
      .map((entry, at) => ({ ...entry, number: before + at + 1 }));
    before += entries.length;
    return entries.length === 0 ? [] : [{ result, entries }];
  });
}

/** Year and month of a round, for the number of its notice. */
export function numberOf(round: RoundId): { readonly year: number; readonly month: number } {
  return { year: Number(round.slice(0, 4)), month: Number(round.slice(5)) };
}

/** Reads all pages of a bulletin's list: half a notice on the board would be worse than none. */
export async function wholeBulletin(
  read: (from: { readonly cursor?: string }) => Promise<Bulletin>,
): Promise<Bulletin> {
  const first = await read({});
  const items = [...first.items];
  let cursor = first.nextCursor;
  while (cursor !== undefined) {
    const page: Bulletin = await read({ cursor });
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  const { nextCursor: _, ...whole } = first;
  return { ...whole, items };
}
