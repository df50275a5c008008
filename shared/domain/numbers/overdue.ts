/**
 * How much work is overdue on a day, in the organization and by department and category. It is so over all rounds, and of no round:
 * work becomes overdue by the passing of a day, whenever its idea was handed in.
 */
import type { Idea } from '../idea/idea.ts';

/** As much of overdue work as it is counted by. */
export type OverdueWork = Pick<Idea, 'department' | 'category'>;

export interface Overdue {
  readonly total: number;
  /** Those with any, the most first; of an idea about no department it stands in the total alone. */
  readonly departments: readonly OverdueIn[];
  readonly categories: readonly OverdueIn[];
}

interface OverdueIn {
  readonly name: string;
  readonly overdue: number;
}

export function overdueBy(work: readonly OverdueWork[]): Overdue {
  return {
    total: work.length,
    departments: countedBy(work.flatMap(({ department }) => department ?? [])),
    categories: countedBy(work.map(({ category }) => category)),
  };
}

function countedBy(names: readonly string[]): OverdueIn[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, overdue]) => ({ name, overdue }))
    .toSorted((a, b) => b.overdue - a.overdue || a.name.localeCompare(b.name, 'zh'));
}
