/** The chair's answers to appeals and honours for ideas, and the queue of what is unanswered. */
import { ideaView, presentOf } from '../../shared/contract/idea-view.ts';
import * as contract from '../../shared/contract/routes/follow-up.ts';
import * as appeals from '../../shared/domain/idea/appeal.ts';
import * as excellence from '../../shared/domain/idea/excellence.ts';
import { openAppealOf } from '../../shared/domain/idea/unanswered.ts';
import { daysBetween, localDate } from '../../shared/domain/organization/calendar.ts';
import { collectingPlace } from '../../shared/domain/round/placement.ts';
import { answer, type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import { ideaAct } from '../../shared/http/idea-act.ts';
import type { CommitteeDeps } from './dependencies.ts';

export function answerAppeal(deps: CommitteeDeps): Endpoint {
  return ideaAct(contract.answerAppeal, deps, async (idea, { body, member, signature }) => {
    const { calendar } = await deps.organizations.ofMember(member);
    const agendaRound = collectingPlace(idea, signature.at, calendar);
    return appeals.answerAppeal(idea, body, agendaRound, signature);
  });
}

export function nameExcellent(deps: CommitteeDeps): Endpoint {
  return ideaAct(contract.nameExcellent, deps, (idea, { signature }) =>
    excellence.nameExcellent(idea, signature),
  );
}

export function unnameExcellent(deps: CommitteeDeps): Endpoint {
  return ideaAct(contract.unnameExcellent, deps, (idea, { signature }) =>
    excellence.unnameExcellent(idea, signature),
  );
}

export function listUnanswered(deps: CommitteeDeps): Endpoint {
  const { members, organizations, ideas, photoViews, clock } = deps;
  return endpoint(contract.listUnanswered, memberOf(members), async ({ path, query, member }) => {
    const { waitsFor = 'reply', ...page } = query;
    const [organization, found] = await Promise.all([
      organizations.ofMember(member),
      ideas.seenBy(member.id).byUnanswered(path.organization, waitsFor, page),
    ]);
    const { calendar } = organization;
    const present = presentOf(organization, clock.now());
    const photos = await photoViews(found.items.map(({ idea }) => idea));
    return answer({
      ...found,
      items: found.items.map(({ idea, since }) => ({
        ...ideaView(idea, present, photos(idea)),
        waitsFor,
        since,
        days: daysBetween(localDate(since, calendar), present.today),
        appealText: openAppealOf(idea),
      })),
    });
  });
}
