/**
 * What an owner reports of their work, what they own, and what is open or overdue anywhere in the organization.
 */
import { workView } from '../../shared/contract/idea-view.ts';
import * as contract from '../../shared/contract/routes/implementation.ts';
import * as implementation from '../../shared/domain/idea/implementation.ts';
import { signedBy } from '../../shared/domain/idea/transition.ts';
import { localDate } from '../../shared/domain/organization/calendar.ts';
import { answer, type Endpoint, forMembers } from '../../shared/http/endpoint.ts';
import { ideaAnswer } from '../../shared/http/idea-answer.ts';
import type { EmployeeDeps } from './dependencies.ts';

export function reportProgress({ members, ideas, clock }: EmployeeDeps): Endpoint {
  return forMembers(contract.reportProgress, members, ({ path, body, member, expectedVersion }) => {
    const signature = signedBy(member.id, clock.now());
    return ideaAnswer(
      ideas.act(path.organization, path.idea, expectedVersion, idea =>
        implementation.reportProgress(idea, body, signature),
      ),
    );
  });
}

export function completeIdea({ members, ideas, clock }: EmployeeDeps): Endpoint {
  return forMembers(contract.completeIdea, members, ({ path, body, member, expectedVersion }) => {
    const signature = signedBy(member.id, clock.now());
    return ideaAnswer(
      ideas.act(path.organization, path.idea, expectedVersion, idea =>
        implementation.completeIdea(idea, body, signature),
      ),
    );
  });
}

export function listMyWork({ members, organizations, ideas, clock }: EmployeeDeps): Endpoint {
  return forMembers(contract.listMyWork, members, async ({ path, query, member }) => {
    const organization = await organizations.get(path.organization);
    if (!organization) return { ok: false, refusal: { code: 'not-found', what: 'organization' } };
    const today = localDate(clock.now(), organization.calendar);
    const { duty = 'open', ...page } = query;
    const found = await ideas.byOwner(path.organization, member.id, duty, page);
    return answer({ ...found, items: found.items.map(idea => workView(idea, today, member)) });
  });
}

export function listImplementations({ members, organizations, ideas, clock }: EmployeeDeps): Endpoint {
  return forMembers(contract.listImplementations, members, async ({ path, query, member }) => {
    const organization = await organizations.get(path.organization);
    if (!organization) return { ok: false, refusal: { code: 'not-found', what: 'organization' } };
    const today = localDate(clock.now(), organization.calendar);
    const { state = 'implementing', overdue, ...page } = query;
    // Only what is being carried out can be overdue, whatever else was asked for.
    const found = await (overdue === undefined
      ? ideas.byWork(path.organization, state, page)
      : ideas.byWork(path.organization, 'implementing', { ...page, dueBefore: today }));
    return answer({ ...found, items: found.items.map(idea => workView(idea, today, member)) });
  });
}
