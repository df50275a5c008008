/**
 * What the committee does with adopted ideas: charging somebody with one, and giving one up.
 */
import * as contract from '../../shared/contract/routes/implementation.ts';
import * as implementation from '../../shared/domain/idea/implementation.ts';
import { signedBy } from '../../shared/domain/idea/transition.ts';
import { localDate } from '../../shared/domain/organization/calendar.ts';
import { theOneMeant } from '../../shared/domain/organization/employee-number.ts';
import { type Endpoint, forMembers } from '../../shared/http/endpoint.ts';
import { ideaAnswer } from '../../shared/http/idea-answer.ts';
import type { CommitteeDeps } from './dependencies.ts';

export function assignIdea({ members, organizations, ideas, clock }: CommitteeDeps): Endpoint {
  return forMembers(contract.assignIdea, members, async ({ path, body, member, expectedVersion }) => {
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
        implementation.assignIdea(idea, assignment, signature, today),
      ),
    );
  });
}

export function abandonIdea({ members, ideas, clock }: CommitteeDeps): Endpoint {
  return forMembers(contract.abandonIdea, members, ({ path, body, member, expectedVersion }) => {
    const signature = signedBy(member.id, clock.now());
    return ideaAnswer(
      ideas.act(path.organization, path.idea, expectedVersion, idea =>
        implementation.abandonIdea(idea, body.reason, signature),
      ),
    );
  });
}
