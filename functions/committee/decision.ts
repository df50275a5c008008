/**
 * The chair's decision before the round closes. It is made on the votes as they are read, and stored on condition that they
 * still are what they were; where a vote came between, everything is read again.
 */
import { decideIdea } from '../../shared/contract/routes.ts';
import { ideaView } from '../../shared/contract/views.ts';
import { ballotResult, eligibleVoters, openBallot } from '../../shared/domain/ballot.ts';
import { ACT_OF, type DecisionRequest, decide, type Idea } from '../../shared/domain/idea.ts';
import type { IdeaId, OrganizationId } from '../../shared/domain/ids.ts';
import { accepted, type Outcome, refused } from '../../shared/domain/refusal.ts';
import type { Round } from '../../shared/domain/round.ts';
import { answer, type Endpoint, forMembers } from '../../shared/http/endpoint.ts';
import type { CommitteeDeps } from './dependencies.ts';

const ATTEMPTS = 4;

export function recordDecision(deps: CommitteeDeps): Endpoint {
  return forMembers(decideIdea, deps.members, async ({ path, body, member }) => {
    const request = { ...body, by: { kind: 'member' as const, id: member.id }, at: deps.clock.now() };
    const decided = await decideOnVotes(deps, path, request);
    return decided.ok ? answer(ideaView(decided.value), { etag: `"${decided.value.version}"` }) : decided;
  });
}

async function decideOnVotes(
  { ideas, rounds, votes }: CommitteeDeps,
  path: { readonly organization: OrganizationId; readonly idea: IdeaId },
  request: DecisionRequest,
): Promise<Outcome<Idea>> {
  for (let attempt = 1; ; attempt += 1) {
    const idea = await ideas.get(path.organization, path.idea);
    if (!idea) return refused({ code: 'not-found', what: 'idea' });
    const round = await roundOfBallot(rounds, idea);
    if (!round) return refused({ code: 'not-found', what: 'round' });
    if (isRepeated(idea, request)) return accepted(idea);
    const open = openBallot(idea, round, request.at);
    if (!open.ok) return open;
    const cast = await votes.of(path.organization, idea.id, round.id);
    if (round.state === 'collecting') throw new Error('an open ballot in a round that is not open');
    const result = ballotResult(cast, eligibleVoters(open.value, idea), round.rules);
    const decided = decide(idea, result, request);
    if (!decided.ok) return decided;
    const saved = await ideas.saveDecision(ACT_OF[request.outcome], idea, decided.value, open.value, cast);
    if (saved.ok || saved.refusal.code !== 'changed-meanwhile' || attempt === ATTEMPTS) return saved;
  }
}

/** The round in whose agenda the idea is, or was when it was decided. */
function roundOfBallot(rounds: CommitteeDeps['rounds'], idea: Idea): Promise<Round | undefined> {
  return rounds.get(idea.organization, 'decision' in idea ? idea.decision.round : idea.agendaRound);
}

/** Whether the idea already stands decided by this very request, sent again. */
function isRepeated(idea: Idea, { outcome, reason, by }: DecisionRequest): boolean {
  if (!('decision' in idea)) return false;
  const { decision } = idea;
  const sameChair = by.kind === 'member' && decision.by.kind === 'member' && decision.by.id === by.id;
  return sameChair && decision.outcome === outcome && decision.reason === reason;
}
