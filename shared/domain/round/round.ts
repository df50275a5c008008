/**
 * A round (期): one month's cycle of an organization. Its states follow each other by time. Each
 * step is due at one instant, so a missed run takes the due steps later, in order.
 */
import type { MemberId, OrganizationId, RoundId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Schedule } from '../organization/calendar.ts';
import type { BallotRules } from '../organization/organization.ts';

export type BallotClosed = {
  readonly code: 'ballot-closed';
  readonly round: RoundId;
  readonly closedAt: Instant;
};

export const ROUND_STATES = ['collecting', 'deliberating', 'decided', 'published'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

interface RoundBase {
  readonly organization: OrganizationId;
  readonly id: RoundId;
  readonly schedule: Schedule;
}

export interface CollectingRound extends RoundBase {
  readonly state: 'collecting';
}

/** The committee and the rules, fixed at the opening. */
interface Opened {
  readonly openedAt: Instant;
  readonly electorate: readonly MemberId[];
  readonly rules: BallotRules;
}

export interface DeliberatingRound extends RoundBase, Opened {
  readonly state: 'deliberating';
  /** Whether the deliberation day, and with it submission, is over. */
  readonly intakeEnded: boolean;
}

interface Closed extends Opened {
  readonly closedAt: Instant;
  /** The member who published it before its day, if one did. */
  readonly broughtForwardBy?: MemberId;
}

export interface DecidedRound extends RoundBase, Closed {
  readonly state: 'decided';
  /** Whether its bulletin is being made. From then on no decision of the round is reopened. */
  readonly sealed: boolean;
}

export interface PublishedRound extends RoundBase, Closed {
  readonly state: 'published';
  readonly publishedAt: Instant;
}

/** A round with a fixed electorate and rules. */
export type OpenedRound = DeliberatingRound | DecidedRound | PublishedRound;
export type Round = CollectingRound | OpenedRound;

export type RoundStep = 'open' | 'end-intake' | 'close' | 'publish';

export interface DueStep {
  readonly step: RoundStep;
  readonly dueAt: Instant;
}

/** A round that waits for its deliberation day. */
export function newRound(
  organization: OrganizationId,
  id: RoundId,
  schedule: Schedule,
): CollectingRound {
  return { organization, id, schedule, state: 'collecting' };
}

/** The next step of a round, and when; undefined once it is published. */
export function nextStep(round: Round): DueStep | undefined {
  switch (round.state) {
    case 'collecting':
      return { step: 'open', dueAt: round.schedule.opensAt };
    case 'deliberating':
      return round.intakeEnded
        ? { step: 'close', dueAt: round.schedule.closesAt }
        : { step: 'end-intake', dueAt: round.schedule.intakeEndsAt };
    case 'decided':
      return { step: 'publish', dueAt: round.schedule.publishesAt };
    case 'published':
      return undefined;
  }
}

export function openRound(
  { organization, id, schedule }: CollectingRound,
  electorate: readonly MemberId[],
  rules: BallotRules,
  at: Instant,
): DeliberatingRound {
  return {
    organization,
    id,
    schedule,
    state: 'deliberating',
    openedAt: at,
    electorate,
    rules,
    intakeEnded: false,
  };
}

export function endIntake(round: DeliberatingRound): DeliberatingRound {
  return { ...round, intakeEnded: true };
}

export function closeRound(
  { intakeEnded: _, ...round }: DeliberatingRound,
  at: Instant,
): DecidedRound {
  return { ...round, state: 'decided', closedAt: at, sealed: false };
}

export function sealRound(round: DecidedRound): DecidedRound {
  return { ...round, sealed: true };
}

export function completePublication(
  { sealed: _, ...round }: DecidedRound,
  at: Instant,
): PublishedRound {
  return { ...round, state: 'published', publishedAt: at };
}
