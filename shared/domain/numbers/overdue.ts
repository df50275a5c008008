/**
 * The number of overdue ideas on a day, in the organization and by department and category. It
 * covers all rounds and belongs to no round, because work becomes overdue as days pass.
 */
import type { Idea } from '../idea/idea.ts';

/** The parts of overdue work by which it is counted. */
export type OverdueWork = Pick<Idea, 'department' | 'category'>;

export interface Overdue {
  readonly total: number;
  /**
   * The parts that have overdue ideas, the most first. An idea about no department is only in the
   * total.
   */
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
