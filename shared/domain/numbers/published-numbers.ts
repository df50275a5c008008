/**
 * The numbers of a bulletin. Everybody in the firm may read it, and often anybody at all, while
 * rewards and opinions are of single people. So these are in the total alone, and there only if
 * they are of at least three ideas.
 */
import type { FollowUp } from './follow-up.ts';
import type { RoundStatistics } from './statistics.ts';

/**
 * The numbers that a bulletin has. The first edition has no follow-up, and no ideas per head. A
 * bulletin is checked against the numbers of its own edition.
 */
export type Edition = 1 | 2;
export const PRESENT_EDITION = 2;

/** A sum of fewer ideas is withheld. */
export const FEWEST_IDEAS = 3;

/** A round's numbers as a bulletin of an edition has them. */
export function publishedNumbers(numbers: RoundStatistics, edition: Edition): RoundStatistics {
  return edition === 1 ? firstEdition(numbers) : presentEdition(numbers);
}

function firstEdition({ total, departments, categories }: RoundStatistics): RoundStatistics {
  const { followUp: _, ideasPerHead: _perHead, ...whole } = total;
  return {
    total: whole,
    departments: departments.map(({ followUp: _, ideasPerHead: _perHead, ...part }) => part),
    categories: categories.map(({ followUp: _, ...part }) => part),
  };
}

function presentEdition({ total, departments, categories }: RoundStatistics): RoundStatistics {
  const { followUp } = total;
  return {
    total: { ...total, ...(followUp && { followUp: ofTotal(followUp) }) },
    departments: departments.map(inPart),
    categories: categories.map(inPart),
  };
}

function ofTotal({ rewardsApproved, rewardsPaid, satisfaction, ...others }: FollowUp): FollowUp {
  const approved = rewardsApproved?.ideas ?? 0;
  const paid = rewardsPaid?.ideas ?? 0;
  const unpaid = approved - paid;
  return {
    ...others,
    rewardsApproved: (areEnough(approved) && rewardsApproved) || null,
    // Subtracted from the approved ones, the paid ones leave those that are still to be paid.
    rewardsPaid: (areEnough(paid) && (unpaid === 0 || areEnough(unpaid)) && rewardsPaid) || null,
    satisfaction: (areEnough(satisfaction?.rate.denominator ?? 0) && satisfaction) || null,
  };
}

function areEnough(ideas: number): boolean {
  return ideas >= FEWEST_IDEAS;
}

function inPart<Part extends { readonly followUp?: FollowUp }>(part: Part): Part {
  if (!part.followUp) return part;
  const { daysToFirstReply, excellent } = part.followUp;
  return { ...part, followUp: { daysToFirstReply, excellent } };
}
