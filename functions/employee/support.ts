/**
 * Supports an idea (附议) and withdraws the support. Both may be repeated at will. Support for a
 * merged idea goes to its target. A withdrawal removes the support from the target and from all
 * ideas merged into it.
 */
import * as contract from '../../shared/contract/routes/ideas.ts';
import type { NotOpenForSupport } from '../../shared/domain/idea/idea.ts';
import { type Idea, openForSupport } from '../../shared/domain/idea/idea.ts';
import { absorbedBy } from '../../shared/domain/idea/screening.ts';
import type { IdeaId, MemberId, OrganizationId } from '../../shared/domain/kernel/ids.ts';
import type { NotFound } from '../../shared/domain/kernel/refusal.ts';
import { err, ok, type Result } from '../../shared/domain/kernel/result.ts';
import { answer, type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import type { EmployeeDeps } from './dependencies.ts';

export function supportIdea(deps: EmployeeDeps): Endpoint {
  return endpoint(
    contract.supportIdea,
    memberOf(deps.members),
    async ({ path: { organization, idea }, member }) => {
      const open = await openIdea(deps, organization, idea, member.id);
      if (!open.ok) return open;
      await deps.supports.add(organization, open.value.id, member.id);
      // The idea may have been merged meanwhile, even after its supports were copied. Storing first
      // and then checking again misses nothing.
      let now = await deps.ideas.get(organization, open.value.id);
      while (now?.status === 'merged') {
        await deps.supports.copy(organization, member.id, now.id, now.into);
        now = await deps.ideas.get(organization, now.into);
      }
      return answer({ supported: true });
    },
  );
}

export function withdrawSupport(deps: EmployeeDeps): Endpoint {
  return endpoint(
    contract.withdrawSupport,
    memberOf(deps.members),
    async ({ path: { organization, idea }, member }) => {
      const open = await openIdea(deps, organization, idea, member.id);
      if (!open.ok) return open;
      let now: Idea | undefined = open.value;
      let removed: IdeaId | undefined;
      // The supports of an idea that was merged meanwhile may already be copied.
      while (now && now.id !== removed) {
        for (const id of await allOf(deps, now))
          await deps.supports.remove(organization, id, member.id);
        removed = now.id;
        now = await deps.ideas.follow(organization, now.id);
      }
      return answer({ supported: false });
    },
  );
}

/**
 * All ideas that were merged into an idea, and the idea itself last. A support that is first
 * removed from its origin is not copied again.
 */
async function allOf({ ideas }: Pick<EmployeeDeps, 'ideas'>, idea: Idea): Promise<IdeaId[]> {
  const within: IdeaId[] = [];
  for (const id of absorbedBy(idea)) {
    const merged = await ideas.get(idea.organization, id);
    if (merged) within.push(...(await allOf({ ideas }, merged)));
  }
  return [...within, idea.id];
}

/** The requested idea, or the one it was merged into, if it still takes support. */
async function openIdea(
  { ideas }: EmployeeDeps,
  organization: OrganizationId,
  id: IdeaId,
  reader: MemberId,
): Promise<Result<Idea, NotFound | NotOpenForSupport>> {
  const idea = await ideas.seenBy(reader).follow(organization, id);
  if (!idea) return err({ code: 'not-found', what: 'idea' });
  return openForSupport(idea)
    ? ok(idea)
    : err({ code: 'not-open-for-support', status: idea.status });
}
