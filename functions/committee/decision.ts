/**
 * The chair's decisions before the round closes, reopening them, and the official reply. A decision
 * is made on the votes that are read, and stored on condition that they are unchanged. After a
 * concurrent vote everything is read again.
 */
import * as contract from '../../shared/contract/routes/deliberation.ts';
import { openBallot } from '../../shared/domain/idea/ballot.ts';
import * as deliberation from '../../shared/domain/idea/deliberation.ts';
import { decisionOf } from '../../shared/domain/idea/idea.ts';
import { signedBy } from '../../shared/domain/idea/transition.ts';
import { err, ok } from '../../shared/domain/kernel/result.ts';
import { type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import { ideaAct, ideaAnswer } from '../../shared/http/idea-act.ts';
import type { CommitteeDeps } from './dependencies.ts';

export function decideIdea(deps: CommitteeDeps): Endpoint {
  const { members, ideas, ballots, clock } = deps;
  return endpoint(contract.decideIdea, memberOf(members), ({ path, body, member }) => {
    const request = { ...body, ...signedBy(member.id, clock.now()) };
    return ideaAnswer(
      ideas.seenBy(member.id).actTogether(path.organization, path.idea, undefined, async idea => {
        if (deliberation.isDecidedBy(idea, request)) return ok({ after: idea });
        const ballot = await ballots(idea, decisionOf(idea)?.round);
        if (!ballot) return err({ code: 'not-found', what: 'round' });
        const open = openBallot(idea, ballot.round, request.at);
        if (!open.ok) return open;
        const asked = deliberation.mayAskFor(request, open.value.rules.ballot);
        if (!asked.ok) return asked;
        if (!ballot.result) throw new Error('an open ballot in a round that is not open');
        const decided = deliberation.decideIdea(idea, ballot.result, request);
        return decided.ok ? ok({ after: decided.value, premises: [ballot.premise] }) : decided;
      }),
      member,
      deps,
    );
  });
}

export function reopenIdea(deps: CommitteeDeps): Endpoint {
  return ideaAct(contract.reopenIdea, deps, async (idea, { path, body, member, signature }) => {
    const [{ calendar }, round] = await Promise.all([
      deps.organizations.ofMember(member),
      deps.rounds.get(path.organization, decisionOf(idea)?.round ?? idea.agendaRound),
    ]);
    if (!round) return err({ code: 'not-found', what: 'round' });
    const reopened = deliberation.reopenIdea(idea, round, body.reason, signature, calendar);
    return reopened.ok
      ? ok({ after: reopened.value, premises: [{ of: 'round', round }] })
      : reopened;
  });
}

export function replyToIdea(deps: CommitteeDeps): Endpoint {
  return ideaAct(contract.replyToIdea, deps, (idea, { body, signature }) =>
    deliberation.replyToIdea(idea, body.reply, signature),
  );
}
