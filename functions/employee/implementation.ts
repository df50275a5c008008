/**
 * An owner's reports on their work, the work they own, and open or overdue work of the whole
 * organization.
 */
import { presentOf, workView } from '../../shared/contract/idea-view.ts';
import * as contract from '../../shared/contract/routes/implementation.ts';
import * as implementation from '../../shared/domain/idea/implementation.ts';
import { answer, type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import { ideaAct } from '../../shared/http/idea-act.ts';
import { withPhotosTaken } from '../../shared/http/photo-taking.ts';
import type { EmployeeDeps } from './dependencies.ts';

export function reportProgress(deps: EmployeeDeps): Endpoint {
  return ideaAct(contract.reportProgress, deps, (idea, { body, signature }) =>
    implementation.reportProgress(idea, body, signature),
  );
}

export function completeIdea(deps: EmployeeDeps): Endpoint {
  return ideaAct(contract.completeIdea, deps, async (idea, { body, signature }) => {
    const completed = implementation.completeIdea(idea, body, signature);
    return completed.ok ? withPhotosTaken(idea, completed.value, deps) : completed;
  });
}

export function listMyWork({
  members,
  organizations,
  ideas,
  photoViews,
  clock,
}: EmployeeDeps): Endpoint {
  return endpoint(contract.listMyWork, memberOf(members), async ({ path, query, member }) => {
    const organization = await organizations.ofMember(member);
    const present = presentOf(organization, clock.now());
    const { duty = 'open', ...page } = query;
    const found = await ideas.byOwner(path.organization, member.id, duty, page);
    const photos = await photoViews(found.items);
    return answer({
      ...found,
      items: found.items.map(idea => workView(idea, present, photos(idea), member)),
    });
  });
}

export function listImplementations({
  members,
  organizations,
  ideas,
  photoViews,
  clock,
}: EmployeeDeps): Endpoint {
  return endpoint(
    contract.listImplementations,
    memberOf(members),
    async ({ path, query, member }) => {
      const organization = await organizations.ofMember(member);
      const present = presentOf(organization, clock.now());
      const { state = 'implementing', overdue, ...page } = query;
      // Only work in progress can be overdue, whatever other filter was given.
      const found = await (overdue === undefined
        ? ideas.byWork(path.organization, state, page)
        : ideas.byWork(path.organization, 'implementing', { ...page, dueBefore: present.today }));
      const photos = await photoViews(found.items);
      return answer({
        ...found,
        items: found.items.map(idea => workView(idea, present, photos(idea), member)),
      });
    },
  );
}
