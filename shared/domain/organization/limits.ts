/**
 * The limits on what one member may write in an hour and in a round, and on the ideas of a whole
 * round. They are far above what a person writes and far below what a program can send. Slips that
 * a secretary types or imports are not limited.
 */
import type { Instant } from '../kernel/instant.ts';
import { instantOf, millisBetween } from '../kernel/instant.ts';

/** All members together have reached the limit of ideas for the round. */
export type RoundFull = {
  readonly code: 'round-full';
  readonly most: number;
  readonly retryAfterSeconds: number;
};
export type TooMuchWritten = {
  readonly code: 'too-much-written';
  readonly of: 'ideas' | 'comments' | 'photos';
  readonly within: 'hour' | 'round';
  readonly most: number;
  readonly retryAfterSeconds: number;
};

export interface Limits {
  /** Ideas of one member, named and unnamed ones separately. */
  readonly ideasAnHour: number;
  readonly ideasARound: number;
  /** Comments of one member. */
  readonly commentsAnHour: number;
  readonly commentsARound: number;
  /** Ideas of all members together. */
  readonly ideasOfAll: number;
}

export const DEFAULT_LIMITS: Limits = {
  ideasAnHour: 20,
  ideasARound: 60,
  commentsAnHour: 60,
  commentsARound: 300,
  ideasOfAll: 5_000,
};

/**
 * The highest setting of each limit: what an item of the table can count, and what a round can
 * bear.
 */
export const MOST_LIMITS: Limits = {
  ideasAnHour: 1_000,
  ideasARound: 1_000,
  commentsAnHour: 1_000,
  commentsARound: 1_000,
  ideasOfAll: 20_000,
};

/** The photos that one member may upload: those of some thirty ideas, and of a month's work. */
export const PHOTOS_AN_HOUR = 200;
export const PHOTOS_A_ROUND = 1_000;

/** The most co-authors that an author names. */
export const MOST_CO_AUTHORS = 5;

/** The most ideas that one request acts on: about a page of screening. */
export const MOST_AT_ONCE = 100;

/**
 * The counted kinds. Unnamed ideas are counted separately, so no sum with named ones reveals them.
 */
export type Counted = 'ideas' | 'unnamed-ideas' | 'comments' | 'photos';

const HOUR_MS = 3_600_000;

/** The beginning and end of an instant's hour. */
export function hourOf(now: Instant): { readonly begins: Instant; readonly ends: Instant } {
  const begins = Math.floor(Date.parse(now) / HOUR_MS) * HOUR_MS;
  return { begins: instantOf(begins), ends: instantOf(begins + HOUR_MS) };
}

/** Whole seconds from one instant to a later one, at least one. */
export function secondsUntil(now: Instant, then: Instant): number {
  return Math.max(1, Math.ceil(millisBetween(now, then) / 1000));
}
