/**
 * How the domain's things look to a reader: from an idea, a round or numbers to the contract's replies. What a reader may not
 * see is left out here, once, for every route.
 */
import type * as z from 'zod/mini';
import { ballotResult, type Choice, eligibleVoters, maySeeTally, openBallot } from '../domain/ballot.ts';
import type { BallotResult, Tally } from '../domain/decision.ts';
import type { Actor, Idea } from '../domain/idea.ts';
import type { MemberId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Round } from '../domain/round.ts';
import type { RoundStatistics } from '../domain/statistics.ts';
import type { agendaItem, idea, ideaDetail, round, statistics } from './schemas.ts';

type IdeaView = z.input<typeof idea>;
type RoundView = z.input<typeof round>;
type BallotView = z.input<typeof agendaItem>['ballot'];
type HistoryView = z.input<typeof ideaDetail>['history'];
type StatisticsView = Omit<z.input<typeof statistics>, 'round' | 'state'>;

export function ideaView(idea: Idea): IdeaView {
  const { history: _history, authorDepartment: _authorDepartment, ...facts } = idea;
  const unnamed = idea.authorId === undefined;
  if (!('decision' in facts)) return { ...facts, unnamed };
  const { decision, ...rest } = facts;
  const { result, outcome, at, by, round, reason } = decision;
  const { tally, eligible, quorum } = result;
  return {
    ...rest,
    unnamed,
    decision: { outcome, at, by: actorView(by), round, reason, tally, eligible, quorum },
  };
}

export function historyView({ history }: Idea): HistoryView {
  return history.map(({ by, ...entry }) => ({ ...entry, by: actorView(by) }));
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
  };
}

/** How an idea's ballot in its agenda round stands, as far as the reader may see it. `running` is counted before the decision. */
export function ballotView(
  idea: Idea,
  round: Round | undefined,
  reader: { readonly id: MemberId; readonly choice: Choice | undefined; readonly at: Instant },
  running: Tally,
): BallotView {
  const open = round && openBallot(idea, round, reader.at);
  const state = open?.ok ? 'open' : open?.refusal.code === 'ballot-closed' ? 'closed' : 'not-open';
  const eligible = round && round.state !== 'collecting' ? eligibleVoters(round.electorate, idea) : undefined;
  const result: BallotResult | undefined =
    round && round.state !== 'collecting' && eligible ? ballotResult([], eligible, round.rules) : undefined;
  return {
    state,
    mayVote: state === 'open' && (eligible?.includes(reader.id) ?? false),
    myVote: reader.choice ?? null,
    tally: tallyView(idea, state, reader.choice !== undefined, running),
    ...(result && { eligible: result.eligible, quorum: result.quorum }),
  };
}

export function statisticsView({ total, departments, categories }: RoundStatistics): StatisticsView {
  return {
    total,
    departments: departments.map(({ department, ...numbers }) => ({ name: department, ...numbers })),
    categories: categories.map(({ category, ...numbers }) => ({ name: category, ...numbers })),
  };
}

function tallyView(idea: Idea, state: BallotView['state'], hasVoted: boolean, running: Tally): Tally | null {
  if (state === 'not-open' || !maySeeTally(state, hasVoted)) return null;
  return 'decision' in idea ? idea.decision.result.tally : running;
}

function actorView(actor: Actor): { kind: Actor['kind']; id?: MemberId } {
  return actor.kind === 'member' ? { kind: actor.kind, id: actor.id } : { kind: actor.kind };
}
