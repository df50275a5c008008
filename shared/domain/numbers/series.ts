/**
 * A round's numbers in a series, compared with the targets and by department or category. A
 * published round has the numbers of its bulletin beside the running ones.
 */
import type { RoundId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Targets } from '../organization/organization.ts';
import type { Rate } from './rate.ts';
import { reaches } from './rate.ts';
import type { NumbersWithParticipation, RoundStatistics } from './statistics.ts';

/** The most rounds of a series or a breakdown: three years. */
export const MOST_ROUNDS = 36;

export const BREAKDOWNS = ['department', 'category'] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

/** Whether targets were met; undefined for a rate without a denominator. */
export interface TargetsMet {
  readonly ideas: boolean;
  readonly adoptionRate: boolean | null;
}

/** A department's or a category's numbers; a category has no headcount, and so no participation. */
export interface Part extends Omit<NumbersWithParticipation, 'participation'> {
  readonly name: string;
  readonly participation?: Rate;
}

interface Figures {
  readonly total: NumbersWithParticipation;
  readonly met: TargetsMet;
}

interface BrokenDown extends Figures {
  readonly parts?: readonly Part[];
}

/**
 * The numbers of a round, and their source. A published round also has the running ones, in total
 * and by part, because they still change: deferred ideas are decided later, work is completed, and
 * adopted ideas are abandoned. Each still counts in the round it was submitted for.
 */
export type SeriesEntry = BrokenDown &
  (
    | { readonly source: 'live' }
    | { readonly source: 'published'; readonly publishedAt: Instant; readonly live: BrokenDown }
  );

/** A round's numbers as they were published. */
export interface Published {
  readonly round: RoundId;
  readonly publishedAt: Instant;
  readonly statistics: RoundStatistics;
}

/** Makes an entry from a round's running numbers and, if it is published, those of its bulletin. */
export function seriesEntry(
  running: RoundStatistics,
  published: Published | undefined,
  { targets, by }: { readonly targets: Targets; readonly by: Breakdown | undefined },
): SeriesEntry {
  const brokenDown = (numbers: RoundStatistics): BrokenDown => ({
    ...figuresOf(numbers, targets),
    ...(by && { parts: partsOf(numbers, by) }),
  });
  const live = brokenDown(running);
  if (!published) return { source: 'live', ...live };
  const { publishedAt, statistics } = published;
  return { source: 'published', publishedAt, ...brokenDown(statistics), live };
}

/** Whether a round's numbers reach the targets. */
export function targetsMet(
  { submitted, adoptionRate }: Pick<NumbersWithParticipation, 'submitted' | 'adoptionRate'>,
  targets: Targets,
): TargetsMet {
  return {
    ideas: submitted >= targets.ideas,
    adoptionRate: reaches(adoptionRate, targets.adoptionRate) ?? null,
  };
}

function figuresOf({ total }: RoundStatistics, targets: Targets): Figures {
  return { total, met: targetsMet(total, targets) };
}

function partsOf({ departments, categories }: RoundStatistics, by: Breakdown): Part[] {
  switch (by) {
    case 'department':
      return departments.map(({ department, ...numbers }) => ({ name: department, ...numbers }));
    case 'category':
      return categories.map(({ category, ...numbers }) => ({ name: category, ...numbers }));
  }
}
