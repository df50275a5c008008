/**
 * The bulletin (公示): a round's result as it was published. It is folded from the ideas themselves, never taken from running
 * totals, so it can be made again from the facts and compared.
 */
import type { Tally } from './decision.ts';
import type { Idea } from './idea.ts';
import type { Category, Department, IdeaId, RoundId } from './ids.ts';
import type { Instant } from './instant.ts';
import { fold, type Headcount, type RoundStatistics, statistics, totals } from './statistics.ts';
import type { IdeaStatus } from './transitions.ts';

/** An idea as the bulletin lists it: no author, for a bulletin is for everybody. */
export interface BulletinEntry {
  readonly id: IdeaId;
  readonly title: string;
  readonly category: Category;
  readonly department?: Department;
  readonly status: IdeaStatus;
  readonly reason?: string;
  readonly tally?: Tally;
}

export interface Bulletin {
  readonly round: RoundId;
  readonly publishedAt: Instant;
  readonly statistics: RoundStatistics;
  /** In the order of handing in; withdrawn ideas are not listed. */
  readonly entries: readonly BulletinEntry[];
}

/** Makes the bulletin of a round from all the ideas handed in for it. */
export function bulletinOf(
  round: RoundId,
  ideas: readonly Idea[],
  headcount: Headcount,
  publishedAt: Instant,
): Bulletin {
  const listed = ideas
    .filter(idea => idea.status !== 'withdrawn')
    .toSorted((a, b) =>
      a.submittedAt === b.submittedAt ? compare(a.id, b.id) : compare(a.submittedAt, b.submittedAt),
    );
  return {
    round,
    publishedAt,
    statistics: statistics(totals(fold(ideas)), headcount),
    entries: listed.map(entry),
  };
}

function entry(idea: Idea): BulletinEntry {
  const { id, title, category, department, status } = idea;
  const decision = 'decision' in idea ? idea.decision : undefined;
  return {
    id,
    title,
    category,
    ...(department !== undefined && { department }),
    status,
    ...(decision?.reason !== undefined && { reason: decision.reason }),
    ...(decision && { tally: decision.result.tally }),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
