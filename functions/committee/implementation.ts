/**
 * What the committee does with adopted ideas: charging somebody with one, and giving one up.
 */
import { abandonIdea, assignIdea } from '../../shared/contract/routes/implementation.ts';
import { abandon, assign } from '../../shared/domain/idea/implementation.ts';
import { signedBy } from '../../shared/domain/idea/transition.ts';
import { localDate } from '../../shared/domain/organization/calendar.ts';
import { theOneMeant } from '../../shared/domain/organization/employee-number.ts';
import { type Endpoint, forMembers } from '../../shared/http/endpoint.ts';
import { ideaAnswer } from '../../shared/http/idea-answer.ts';
import type { CommitteeDeps } from './dependencies.ts';

export function chargeOwner({ members, organizations, ideas, clock }: CommitteeDeps): Endpoint {
  return forMembers(assignIdea, members, async ({ path, body, member, expectedVersion }) => {
    const signature = signedBy(member.id, clock.now());
    const [organization, known] = await Promise.all([
      organizations.get(path.organization),
      members.known(path.organization, [body.owner]),
    ]);
    if (!organization) return { ok: false, refusal: { code: 'not-found', what: 'organization' } };
    const owner = theOneMeant(known.get(body.owner) ?? [], 'owner');
    if (!owner.ok) return owner;
    if (!owner.value) return { ok: false, refusal: { code: 'unknown-owner', owner: body.owner } };
    const assignment = { ...body, owner: owner.value.id };
    const today = localDate(signature.at, organization.calendar);
    return ideaAnswer(
      ideas.act(path.organization, path.idea, expectedVersion, idea =>
        assign(idea, assignment, signature, today),
      ),
    );
  });
}

export function giveUp({ members, ideas, clock }: CommitteeDeps): Endpoint {
  return forMembers(abandonIdea, members, ({ path, body, member, expectedVersion }) => {
    const signature = signedBy(member.id, clock.now());
    return ideaAnswer(
      ideas.act(path.organization, path.idea, expectedVersion, idea => abandon(idea, body.reason, signature)),
    );
  });
}
