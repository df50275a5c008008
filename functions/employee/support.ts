/** Backing an idea (附议) and taking the backing back. Both may be repeated at will. */
import { addSupport, removeSupport } from '../../shared/contract/routes.ts';
import { openForSupport } from '../../shared/domain/idea.ts';
import type { IdeaId, OrganizationId } from '../../shared/domain/ids.ts';
import { accepted, type Outcome, refused } from '../../shared/domain/refusal.ts';
import { answer, type Endpoint, forMembers } from '../../shared/http/endpoint.ts';
import type { EmployeeDeps } from './dependencies.ts';

export function back(deps: EmployeeDeps): Endpoint {
  return forMembers(addSupport, deps.members, async ({ path, member }) => {
    const open = await openIdea(deps, path);
    if (!open.ok) return open;
    await deps.supports.add(path.organization, path.idea, member.id);
    return answer({ supported: true });
  });
}

export function takeBackSupport(deps: EmployeeDeps): Endpoint {
  return forMembers(removeSupport, deps.members, async ({ path, member }) => {
    const open = await openIdea(deps, path);
    if (!open.ok) return open;
    await deps.supports.remove(path.organization, path.idea, member.id);
    return answer({ supported: false });
  });
}

async function openIdea(
  { ideas }: EmployeeDeps,
  path: { readonly organization: OrganizationId; readonly idea: IdeaId },
): Promise<Outcome<IdeaId>> {
  const idea = await ideas.get(path.organization, path.idea);
  if (!idea) return refused({ code: 'not-found', what: 'idea' });
  return openForSupport(idea)
    ? accepted(idea.id)
    : refused({ code: 'not-open-for-support', status: idea.status });
}
