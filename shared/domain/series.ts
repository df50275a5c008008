/**
 * A round's numbers as one of a series: as its bulletin says once it is published, and as they run beside that; held against the
 * targets, and broken down by department or category.
 */
import type { RoundId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Targets } from './organization.ts';
import type { Rate } from './statistics.ts';
import { type NumbersWithParticipation, type RoundStatistics, reaches } from './statistics.ts';

/** A series and a breakdown hold so many rounds at the most: three years. */
export const MOST_ROUNDS = 36;

export const BREAKDOWNS = ['department', 'category'] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

/** Whether targets were met; of a rate of nothing it cannot be said. */
export interface TargetsMet {
  readonly ideas: boolean;
  readonly adoptionRate: boolean | null;
}

/** A department's or a category's numbers; a category has no heads, and so no participation. */
export interface Part extends Omit<NumbersWithParticipation, 'participation'> {
  readonly name: string;
  readonly participation?: Rate;
}

interface Figures {
  readonly total: NumbersWithParticipation;
  readonly met: TargetsMet;
}

/** What of a part grows after its round is published: a bulletin is out before any work is done. */
type PartSince = Pick<Part, 'name' | 'accepted' | 'claimedBenefit' | 'verifiedBenefit'>;

/** Numbers of a round, and where they are from. Of a published round the running ones stand beside them. */
export type SeriesEntry = Figures & { readonly parts?: readonly Part[] } & (
    | { readonly source: 'live' }
    | {
        readonly source: 'published';
        readonly publishedAt: Instant;
        readonly live: Figures & { readonly parts?: readonly PartSince[] };
      }
  );

/** A round's numbers as they were published. */
export interface Published {
  readonly round: RoundId;
  readonly publishedAt: Instant;
  readonly statistics: RoundStatistics;
}

/** Makes an entry of a round's running numbers and, if it is published, those of its bulletin. */
export function seriesEntry(
  running: RoundStatistics,
  published: Published | undefined,
  { targets, by }: { readonly targets: Targets; readonly by: Breakdown | undefined },
): SeriesEntry {
  const live = figuresOf(running, targets);
  const parts = by && { parts: partsOf(published?.statistics ?? running, by) };
  if (!published) return { source: 'live', ...live, ...parts };
  const { publishedAt, statistics } = published;
  const since = by && { parts: partsOf(running, by).map(sinceOf) };
  return {
    source: 'published',
    publishedAt,
    ...figuresOf(statistics, targets),
    ...parts,
    live: { ...live, ...since },
  };
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

function sinceOf({ name, accepted, claimedBenefit, verifiedBenefit }: Part): PartSince {
  return { name, accepted, claimedBenefit, verifiedBenefit };
}
