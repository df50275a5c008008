/**
 * A reader's view of rounds, ballots and numbers (for ideas see `idea-view.ts`). It leaves out what
 * the reader may not see, once, for every route.
 */
import type * as z from 'zod/mini';
import { asDecided } from '../domain/idea/apply-event.ts';
import {
  type Choice,
  eligibleVoters,
  maySeeTally,
  maySeeVoters,
  openBallot,
  quorumOf,
  turnoutOf,
  type Vote,
} from '../domain/idea/ballot.ts';
import type { Tally } from '../domain/idea/decision.ts';
import { decisionOf, type Idea, resultOf } from '../domain/idea/idea.ts';
import type { MemberId } from '../domain/kernel/ids.ts';
import type { Instant } from '../domain/kernel/instant.ts';
import type { RoundStatistics } from '../domain/numbers/statistics.ts';
import type { Member } from '../domain/organization/organization.ts';
import type { OpenedRound, Round } from '../domain/round/round.ts';
import type { agendaItem, ideaDetail } from './schemas/idea.ts';
import type { statistics } from './schemas/numbers.ts';
import type { round } from './schemas/round.ts';

type RoundView = z.input<typeof round>;
type BallotView = z.input<typeof agendaItem>['ballot'];
type VotesView = Pick<z.input<typeof ideaDetail>, 'votes' | 'voteComments'>;
type VotersView = Pick<z.input<typeof ideaDetail>, 'voters'>;
type StatisticsView = Pick<z.input<typeof statistics>, 'total' | 'departments' | 'categories'>;

/** The reader of a ballot, the time, and their own vote. */
interface BallotReader {
  readonly id: MemberId;
  /**
   * Whether they are on the committee today: a member who has left it since the round opened no
   * longer votes, although their seat counts.
   */
  readonly sits: boolean;
  readonly choice: Choice | undefined;
  readonly comment?: string | undefined;
  readonly at: Instant;
}

export function roundView(round: Round): RoundView {
  const { id, state, schedule } = round;
  const { electorate, openedAt } = round.state === 'collecting' ? {} : round;
  return {
    id,
    state,
    ...schedule,
    openedAt,
    electorate: electorate && [...electorate],
    closedAt: 'closedAt' in round ? round.closedAt : undefined,
    publishedAt: 'publishedAt' in round ? round.publishedAt : undefined,
    broughtForwardBy: 'broughtForwardBy' in round ? round.broughtForwardBy : undefined,
  };
}

/**
 * The reader's view of an idea's ballot in its agenda round. `running` is the count before the
 * decision, without the votes of members who are recused by now.
 */
export function ballotView(
  idea: Idea,
  round: Round | undefined,
  looking: BallotReader,
  running: Tally,
): BallotView {
  const reader = standingBack(idea, round, looking);
  const state = stateOf(idea, round, reader);
  const base = {
    state,
    myVote: reader.choice ?? null,
    ...(reader.comment !== undefined && { myComment: reader.comment }),
    tally: tallyView(idea, round, reader, running),
  };
  if (!round || round.state === 'collecting') return { ...base, turnout: null, mayVote: false };
  const eligible = sitting(idea, round);
  const cast = running.approve + running.oppose + running.abstain;
  const turnout = state === 'open' ? turnoutOf(cast, eligible.length, round.rules) : undefined;
  return {
    ...base,
    turnout: turnout ?? null,
    rule: round.rules.ballot,
    mayVote: state === 'open' && reader.sits && eligible.includes(reader.id),
    eligible: eligible.length,
    quorum: quorumOf(eligible.length, round.rules),
  };
}

/** A member who has become an author since they voted has no vote any more. */
function standingBack(idea: Idea, round: Round | undefined, reader: BallotReader): BallotReader {
  const { choice: _choice, comment: _comment, ...others } = reader;
  const stands = round && round.state !== 'collecting' && sitting(idea, round).includes(reader.id);
  return stands ? reader : { ...others, choice: undefined };
}

/** An idea's electors. A member who became an author only after the decision was one of them. */
function sitting(idea: Idea, round: OpenedRound): MemberId[] {
  const voted = decisionOf(idea)?.round === round.id ? asDecided(idea) : idea;
  return eligibleVoters(round.electorate, voted);
}

/**
 * The counted votes of a ballot whose tally the reader may see: each member's vote under the open
 * rule; under the secret rule only the comments, without names and sorted, so that not even the
 * order reveals anything.
 */
export function votesView(
  idea: Idea,
  round: Round | undefined,
  looking: BallotReader,
  votes: readonly Vote[],
): VotesView {
  const reader = standingBack(idea, round, looking);
  if (!round || round.state === 'collecting' || !tallyView(idea, round, reader, NO_VOTES))
    return {};
  if (round.rules.ballot === 'secret')
    return { voteComments: votes.flatMap(({ comment }) => comment ?? []).toSorted() };
  return {
    votes: votes.flatMap(vote =>
      vote.ballot === 'open'
        ? [{ voter: vote.voter, choice: vote.choice, comment: vote.comment }]
        : [],
    ),
  };
}

/** Who has voted in an open ballot, for a reader who may see it. */
export function votersView(
  idea: Idea,
  round: Round | undefined,
  reader: Member,
  at: Instant,
  votes: readonly Vote[],
): VotersView {
  const open = round && openBallot(idea, round, at);
  if (!open?.ok || !maySeeVoters(reader, open.value.rules.ballot)) return {};
  return { voters: votes.flatMap(vote => (vote.ballot === 'open' ? [vote.voter] : [])) };
}

export function statisticsView({
  total,
  departments,
  categories,
}: RoundStatistics): StatisticsView {
  return {
    total,
    departments: departments.map(({ department, ...numbers }) => ({
      name: department,
      ...numbers,
    })),
    categories: categories.map(({ category, ...numbers }) => ({ name: category, ...numbers })),
  };
}

export const NO_VOTES: Tally = { approve: 0, oppose: 0, abstain: 0 };

function stateOf(idea: Idea, round: Round | undefined, { at }: BallotReader): BallotView['state'] {
  const open = round && openBallot(idea, round, at);
  return open?.ok ? 'open' : open?.refusal.code === 'ballot-closed' ? 'closed' : 'not-open';
}

function tallyView(
  idea: Idea,
  round: Round | undefined,
  reader: BallotReader,
  running: Tally,
): Tally | null {
  const state = stateOf(idea, round, reader);
  if (!round || round.state === 'collecting' || state === 'not-open') return null;
  const rule = round.rules.ballot;
  // An idea that was merged while its ballot was open may be unmerged, and the ballot continues.
  const rests = idea.status === 'merged' && reader.at < round.schedule.closesAt;
  if (!maySeeTally(rests ? 'open' : state, reader.choice !== undefined, rule)) return null;
  if ('decision' in idea) return resultOf(idea.decision)?.tally ?? null;
  // A vote that was on its way as the ballot closed may still come in, and would be visible.
  return rule === 'secret' ? null : running;
}
