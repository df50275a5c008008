/**
 * Sample pieces of one organization's practice, so that tests state only what matters to them: its
 * calendar, people, ideas, rounds and votes.
 */
import {
  ballotResult,
  type Choice,
  type OpenVote,
  type Vote,
} from '../../shared/domain/idea/ballot.ts';
import type { BallotResult, DecisionOutcome } from '../../shared/domain/idea/decision.ts';
import { decideIdea } from '../../shared/domain/idea/deliberation.ts';
import type { Actor } from '../../shared/domain/idea/history.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import { acceptIdea, assignIdea, completeIdea } from '../../shared/domain/idea/implementation.ts';
import { scheduleIdea } from '../../shared/domain/idea/screening.ts';
import { type Signature, signedBy } from '../../shared/domain/idea/transition.ts';
import {
  type MemberId,
  type VoterPseudonym,
  voterPseudonymOf,
} from '../../shared/domain/kernel/ids.ts';
import type { Result } from '../../shared/domain/kernel/result.ts';
import {
  type Calendar,
  DEFAULT_CALENDAR,
  scheduleOf,
} from '../../shared/domain/organization/calendar.ts';
import { DEFAULT_LIMITS } from '../../shared/domain/organization/limits.ts';
import {
  DEFAULT_RULES,
  DEFAULT_TARGETS,
  type Member,
  type Organization,
  type Role,
} from '../../shared/domain/organization/organization.ts';
import { DEFAULT_BANDS } from '../../shared/domain/organization/reward-bands.ts';
import type { Refusal, RefusalCode } from '../../shared/domain/refusal.ts';
import { type DeliberatingRound, newRound, openRound } from '../../shared/domain/round/round.ts';
import { submittedIdea } from '../sample/ideas.ts';
import { newMember } from '../sample/members.ts';
import {
  category,
  date,
  department,
  HUATAI,
  time as instant,
  member,
  name,
  round,
  shanghai,
  team,
} from '../sample/names.ts';

export { AUTHOR, content } from '../sample/ideas.ts';
export { ideaId } from '../sample/names.ts';
export { category, date, department, instant, member, name, round, shanghai, submittedIdea, team };

export const calendar = (changes: Partial<Calendar> = {}): Calendar => ({
  ...DEFAULT_CALENDAR,
  ...changes,
});

export const huatai: Organization = {
  id: HUATAI,
  name: '华泰矿冶',
  calendar: DEFAULT_CALENDAR,
  rules: DEFAULT_RULES,
  targets: DEFAULT_TARGETS,
  limits: DEFAULT_LIMITS,
  appealDays: 15,
  dueDays: 30,
  rewardBands: DEFAULT_BANDS,
  publicBulletin: false,
  blindScreening: false,
  departments: [department('铸造车间'), department('装配车间')],
  categories: [category('安全'), category('节能')],
  retired: { departments: [], categories: [] },
  version: 1,
};

/** A member of the organization. */
export const person = (id: string, roles?: readonly Role[], where?: string): Member =>
  newMember(id, roles, huatai.id, where);

export const actor = (id: MemberId): Actor => ({ kind: 'member', id });
export const CYCLE: Actor = { kind: 'cycle' };
export const CHAIR = actor(member('HT0001'));
export const SECRETARY = member('HT0002');
export const MANAGER = member('HT0003');
/** The owner of adopted ideas. */
export const OWNER = member('HT0201');

/** A member's signature, at a local time in Shanghai. */
export const signed = (by: MemberId, local = '2026-10-09 10:00'): Signature =>
  signedBy(by, shanghai(local));

/** An idea on October's agenda since deliberation opened. */
export const listed = (idea: Idea = submittedIdea()): Idea =>
  value(
    scheduleIdea(
      idea,
      { by: CYCLE, at: shanghai('2026-10-15 09:00') },
      { round: idea.agendaRound },
    ),
  );

/**
 * An idea that the chair decided on October's day, as the ballot says; deferred without a quorum.
 */
export function decided(outcome: DecisionOutcome, idea: Idea = listed()): Idea {
  const cast = { adopted: { approve: 9 }, declined: { oppose: 9 }, deferred: {} }[outcome];
  const request = { outcome, reason: '经表决', by: CHAIR, at: shanghai('2026-10-15 12:00') };
  return value(decideIdea(idea, resultOf(cast), request));
}

/** An adopted idea with an owner and a due date at the end of the year. */
export function implementing(idea: Idea = decided('adopted')): Idea {
  const by = signed(SECRETARY, '2026-10-20 09:00');
  return value(assignIdea(idea, { owner: OWNER, due: date('2026-12-31') }, by, date('2026-10-20')));
}

/** An idea whose owner has completed it with a claimed benefit of 120,000 yuan a year. */
export function completed(idea: Idea = implementing()): Idea {
  const work = { done: '八台行车全部装好', claimedBenefit: 120_000 };
  return value(completeIdea(idea, work, signed(OWNER, '2026-12-20 09:00')));
}

/** An idea that a manager has accepted. */
export const acceptedWith = (verifiedBenefit: number, idea: Idea = completed()): Idea =>
  value(acceptIdea(idea, verifiedBenefit, signed(MANAGER, '2026-12-25 09:00'), DEFAULT_BANDS));

/** The round of October 2026 while it deliberates. */
export function deliberating(
  electorate: readonly MemberId[],
  rules = DEFAULT_RULES,
): DeliberatingRound {
  const schedule = scheduleOf(round('2026-10'), DEFAULT_CALENDAR);
  return openRound(
    newRound(huatai.id, round('2026-10'), schedule),
    electorate,
    rules,
    schedule.opensAt,
  );
}

/** The given number of committee members: K1, K2, … */
export const committee = (size: number): MemberId[] =>
  Array.from({ length: size }, (_, at) => member(`K${at + 1}`));

/** The seats of these members in an open ballot. */
export const seatsOf = (members: readonly MemberId[]): VoterPseudonym[] =>
  members.map(voterPseudonymOf);

export const voteOf = (voter: MemberId, choice: Choice): OpenVote => ({
  ballot: 'open',
  round: round('2026-10'),
  seat: voterPseudonymOf(voter),
  voter,
  choice,
  castAt: shanghai('2026-10-15 10:00'),
});

/** The first given number of the committee approving, the next opposing, the next abstaining. */
export function votes({ approve = 0, oppose = 0, abstain = 0 }): Vote[] {
  const choices: Choice[] = [
    ...Array<Choice>(approve).fill('approve'),
    ...Array<Choice>(oppose).fill('oppose'),
    ...Array<Choice>(abstain).fill('abstain'),
  ];
  return choices.map((choice, at) => voteOf(member(`K${at + 1}`), choice));
}

/** The result of a ballot among nine, under the default rules. */
export const resultOf = (cast: {
  approve?: number;
  oppose?: number;
  abstain?: number;
}): BallotResult => ballotResult(votes(cast), seatsOf(committee(9)), DEFAULT_RULES);

/** The value of an outcome that must have been accepted. */
export function value<Value>(outcome: Result<Value, Refusal>): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.code}`);
  return outcome.value;
}

/** The refusal of an outcome; undefined if it was accepted. */
export const codeOf = (outcome: Result<unknown, Refusal>): RefusalCode | undefined =>
  outcome.ok ? undefined : outcome.refusal.code;
