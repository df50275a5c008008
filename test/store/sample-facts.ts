/**
 * Sample facts for tests of the store: well-formed names, ideas in every state, rounds in every
 * state.
 */
import {
  ballotResult,
  type Choice,
  eligibleVoters,
  type OpenVote,
  type Vote,
} from '../../shared/domain/idea/ballot.ts';
import type { DecisionOutcome } from '../../shared/domain/idea/decision.ts';
import { ACT_OF, decideIdea } from '../../shared/domain/idea/deliberation.ts';
import type { Actor } from '../../shared/domain/idea/history.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import {
  abandonIdea,
  acceptIdea,
  assignIdea,
  completeIdea,
  reportProgress,
} from '../../shared/domain/idea/implementation.ts';
import {
  IDEA_STATUSES,
  type IdeaAct,
  type IdeaStatus,
} from '../../shared/domain/idea/lifecycle.ts';
import {
  mergeIdea,
  returnIdea,
  scheduleIdea,
  withdrawIdea,
} from '../../shared/domain/idea/screening.ts';
import {
  type MemberId,
  type OrganizationId,
  type RoundId,
  type VoterPseudonym,
  voterPseudonymOf,
} from '../../shared/domain/kernel/ids.ts';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import type { Result } from '../../shared/domain/kernel/result.ts';
import { DEFAULT_CALENDAR, scheduleOf } from '../../shared/domain/organization/calendar.ts';
import { DEFAULT_RULES } from '../../shared/domain/organization/organization.ts';
import { DEFAULT_BANDS } from '../../shared/domain/organization/reward-bands.ts';
import type { Refusal } from '../../shared/domain/refusal.ts';
import {
  closeRound,
  completePublication,
  endIntake,
  newRound,
  openRound,
  type Round,
  type RoundState,
} from '../../shared/domain/round/round.ts';
import { type IdeaFacts, newIdea } from '../sample/ideas.ts';
import { date, HUATAI, instant, member, OCTOBER, organization, round } from '../sample/names.ts';

export { newMember } from '../sample/members.ts';
export { category, department, subject } from '../sample/names.ts';
export type { IdeaFacts };
export { date, HUATAI, instant, member, newIdea, OCTOBER, organization, round };

export const ZHONGCHENG = organization('zhongcheng');
export const NOVEMBER = round('2026-11');
export const COMMITTEE: readonly MemberId[] = ['C1', 'C2', 'C3', 'C4', 'C5'].map(member);
const CHAIR: Actor = { kind: 'member', id: member('C1') };
export const CYCLE: Actor = { kind: 'cycle' };
export const SECRETARY: Actor = { kind: 'member', id: member('S1') };
const MANAGER: Actor = { kind: 'member', id: member('M1') };
/** The owner of adopted ideas. */
const OWNER = member('HT0201');

export function granted<Value>(outcome: Result<Value, Refusal>): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.code}`);
  return outcome.value;
}

export function listed(idea: Idea, at: Instant = instant('2026-10-15T01:00:00.000Z')): Idea {
  return granted(scheduleIdea(idea, { by: CYCLE, at }, { round: idea.agendaRound }));
}

export function withdrawn(idea: Idea, at: Instant = instant('2026-10-02T01:00:00.000Z')): Idea {
  const by: Actor =
    idea.authorId === undefined ? { kind: 'unnamed' } : { kind: 'member', id: idea.authorId };
  return granted(withdrawIdea(idea, 0, { by, at }));
}

/** The seats of these members in an open ballot. */
export function seatsOf(members: readonly MemberId[]): VoterPseudonym[] {
  return members.map(voterPseudonymOf);
}

/** The idea as the votes decide it, with the deciding act. */
export function decided(
  idea: Idea,
  votes: readonly Vote[],
  at: Instant = instant('2026-10-16T02:00:00.000Z'),
  electorate: readonly MemberId[] = COMMITTEE,
): { act: IdeaAct; after: Idea } {
  const result = ballotResult(votes, seatsOf(eligibleVoters(electorate, idea)), DEFAULT_RULES);
  const { outcome } = result;
  const after = granted(decideIdea(idea, result, { outcome, reason: '按表决结果', by: CHAIR, at }));
  return { act: ACT_OF[outcome], after };
}

export function voteOf(
  voter: string,
  choice: Choice,
  inRound: RoundId = OCTOBER,
  castAt: Instant = instant('2026-10-15T02:00:00.000Z'),
): OpenVote {
  return {
    ballot: 'open',
    round: inRound,
    seat: voterPseudonymOf(voter),
    voter: member(voter),
    choice,
    castAt,
  };
}

export function unanimous(choice: Choice, inRound: RoundId = OCTOBER): Vote[] {
  return COMMITTEE.map(voter => voteOf(voter, choice, inRound));
}

/** An idea and the acts that bring it into a state, each with the idea before and after. */
export function pathTo(
  status: IdeaStatus,
  facts: IdeaFacts = {},
): { submitted: Idea; acts: { act: IdeaAct; before: Idea; after: Idea }[] } {
  const submitted = newIdea(facts);
  const acts: { act: IdeaAct; before: Idea; after: Idea }[] = [];
  let before = submitted;
  for (const { act, of } of STEPS[status]) {
    const after = of(before);
    acts.push({ act, before, after });
    before = after;
  }
  return { submitted, acts };
}

/** Every state, for tests that go through all of them. */
export const inEveryState = (facts: IdeaFacts = {}): Idea[] =>
  IDEA_STATUSES.map(status => {
    const { submitted, acts } = pathTo(status, facts);
    return acts.at(-1)?.after ?? submitted;
  });

interface Step {
  readonly act: IdeaAct;
  readonly of: (idea: Idea) => Idea;
}

const VOTES: Record<DecisionOutcome, readonly Vote[]> = {
  adopted: ['C1', 'C2', 'C3', 'C4'].map(voter => voteOf(voter, 'approve')),
  declined: ['C1', 'C2', 'C3', 'C4'].map(voter => voteOf(voter, 'oppose')),
  deferred: [],
};

const signed = (by: Actor, at: string) => ({ by, at: instant(at) });
const ofOwner = (at: string) => signed({ kind: 'member', id: OWNER }, at);
const returning: Step = {
  act: 'return',
  of: idea =>
    granted(returnIdea(idea, '请写明数量', signed(SECRETARY, '2026-10-03T02:00:00.000Z'))),
};
const withdrawing: Step = { act: 'withdraw', of: idea => withdrawn(idea) };
const merging: Step = {
  act: 'merge',
  of: idea => {
    const target = newIdea({ organization: idea.organization, round: idea.round });
    return granted(mergeIdea(idea, target, signed(SECRETARY, '2026-10-03T02:00:00.000Z'))).source;
  },
};
const listing: Step = { act: 'list', of: idea => listed(idea) };
const deciding = (outcome: DecisionOutcome): Step => ({
  act: ACT_OF[outcome],
  of: idea => decided(idea, VOTES[outcome]).after,
});
const assigning: Step = {
  act: 'assign',
  of: idea =>
    granted(
      assignIdea(
        idea,
        { owner: OWNER, due: date('2026-12-31') },
        signed(CHAIR, '2026-10-20T02:00:00.000Z'),
        date('2026-10-20'),
      ),
    ),
};
const reporting: Step = {
  act: 'report',
  of: idea =>
    granted(
      reportProgress(
        idea,
        { progress: 60, note: '材料已到位' },
        ofOwner('2026-11-20T02:00:00.000Z'),
      ),
    ),
};
const completing: Step = {
  act: 'complete',
  of: idea =>
    granted(
      completeIdea(
        idea,
        { done: '八台镗床全部装好', claimedBenefit: 120_000 },
        ofOwner('2026-12-20T02:00:00.000Z'),
      ),
    ),
};
const accepting: Step = {
  act: 'accept',
  of: idea =>
    granted(acceptIdea(idea, 100_000, signed(MANAGER, '2026-12-25T02:00:00.000Z'), DEFAULT_BANDS)),
};
const abandoning: Step = {
  act: 'abandon',
  of: idea => granted(abandonIdea(idea, '设备已更新', signed(CHAIR, '2026-12-01T02:00:00.000Z'))),
};

const STEPS: Record<IdeaStatus, readonly Step[]> = {
  submitted: [],
  returned: [returning],
  'on-agenda': [listing],
  adopted: [listing, deciding('adopted')],
  declined: [listing, deciding('declined')],
  deferred: [listing, deciding('deferred')],
  implementing: [listing, deciding('adopted'), assigning, reporting],
  completed: [listing, deciding('adopted'), assigning, reporting, completing],
  accepted: [listing, deciding('adopted'), assigning, reporting, completing, accepting],
  abandoned: [listing, deciding('adopted'), assigning, reporting, abandoning],
  withdrawn: [withdrawing],
  merged: [merging],
};

export function roundIn(
  state: RoundState,
  id: RoundId = OCTOBER,
  of: OrganizationId = HUATAI,
): Round {
  const schedule = scheduleOf(id, DEFAULT_CALENDAR);
  const collecting = newRound(of, id, schedule);
  if (state === 'collecting') return collecting;
  const opened = openRound(collecting, COMMITTEE, DEFAULT_RULES, schedule.opensAt);
  if (state === 'deliberating') return opened;
  const closed = closeRound(endIntake(opened), schedule.closesAt);
  return state === 'decided' ? closed : completePublication(closed, schedule.publishesAt);
}

export async function gathered<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  return Array.fromAsync(values);
}
