/**
 * The counters of a round's numbers. They stand apart from what is counted, because every function
 * that reads stored counts starts with them.
 */
import { SATISFACTIONS } from '../idea/decision.ts';

/** `…Fen` are sums of money, in fen. An approved reward stays approved when it is paid. */
const FOLLOW_UP_COUNTERS = [
  'replied',
  'replyMillis',
  'rewardsApproved',
  'approvedFen',
  'rewardsPaid',
  'paidFen',
  ...SATISFACTIONS,
  'excellent',
] as const;
export type FollowUpCounter = (typeof FOLLOW_UP_COUNTERS)[number];

/**
 * `decidedByDay7` counts decisions within seven days but not within six. The last bin has all
 * longer waits.
 */
type DayCounter = `decidedByDay${number}`;
export type Counter = (typeof PLAIN_COUNTERS)[number] | DayCounter;

/** The counters since the first release. A zone's numbers are made of these alone. */
export const FIRST_COUNTERS = [
  'submitted',
  'adopted',
  'declined',
  'deferred',
  'accepted',
  'abandoned',
  'decisionMillis',
  'claimedBenefit',
  'verifiedBenefit',
] as const;

/**
 * The counters that came later. `authored` counts, in a department, the ideas with an author who
 * works there. `followed` counts the submitted ideas whose later counters are counted. It equals
 * `submitted`, except in a round that an earlier release has counted: see `statistics.ts`.
 */
export const LATER_COUNTERS = ['followed', 'authored', ...FOLLOW_UP_COUNTERS] as const;
export const PLAIN_COUNTERS = [...FIRST_COUNTERS, ...LATER_COUNTERS] as const;
export type Counts = ReadonlyMap<Counter, number>;

/** The number of days above which waits are counted together. */
export const LONGEST_DAY = 61;

/**
 * The number of changes counted into a round's total, a headcount, a tally or a count of support,
 * including changes without effect. While it is unchanged, no change has been counted there.
 */
export const CHANGES = 'changes';
