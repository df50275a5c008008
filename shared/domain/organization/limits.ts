/**
 * How much one member may write in an hour and in a round, and how many ideas a round of the whole organization takes by itself: far more than
 * anybody has to say, and far less than a program can. What a secretary types in from slips or imports is not limited.
 */
import type { Instant } from '../kernel/instant.ts';
import { instantOf, millisBetween } from '../kernel/instant.ts';

/** In all, by all, so many ideas have been handed in for the round. */
export type RoundFull = {
  readonly code: 'round-full';
  readonly most: number;
  readonly retryAfterSeconds: number;
};
export type TooMuchWritten = {
  readonly code: 'too-much-written';
  readonly of: 'ideas' | 'comments';
  readonly within: 'hour' | 'round';
  readonly most: number;
  readonly retryAfterSeconds: number;
};

export interface Limits {
  /** Ideas of one member, named and unnamed ones each for themselves. */
  readonly ideasAnHour: number;
  readonly ideasARound: number;
  /** Comments of one member. */
  readonly commentsAnHour: number;
  readonly commentsARound: number;
  /** Ideas of everybody together. */
  readonly ideasOfAll: number;
}

export const DEFAULT_LIMITS: Limits = {
  ideasAnHour: 20,
  ideasARound: 60,
  commentsAnHour: 60,
  commentsARound: 300,
  ideasOfAll: 5_000,
};

/** The most that each may be set to: what one item of the table counts, and what a round is known to bear. */
export const MOST_LIMITS: Limits = {
  ideasAnHour: 1_000,
  ideasARound: 1_000,
  commentsAnHour: 1_000,
  commentsARound: 1_000,
  ideasOfAll: 20_000,
};

/** How many ideas a secretary declines at once at most: about a page of screening. */
export const MOST_DISMISSED = 100;

/** What is counted; unnamed ideas apart, so that no sum of named ones gives them away. */
export type Counted = 'ideas' | 'unnamed-ideas' | 'comments';

const HOUR_MS = 3_600_000;

/** When an instant's hour begins and ends. */
export function hourOf(now: Instant): { readonly begins: Instant; readonly ends: Instant } {
  const begins = Math.floor(Date.parse(now) / HOUR_MS) * HOUR_MS;
  return { begins: instantOf(begins), ends: instantOf(begins + HOUR_MS) };
}

/** Whole seconds from one instant to a later one, at least one. */
export function secondsUntil(now: Instant, then: Instant): number {
  return Math.max(1, Math.ceil(millisBetween(now, then) / 1000));
}
