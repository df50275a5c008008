/** The committee's acts on adopted ideas: assigning one, and abandoning one. */
import * as contract from '../../shared/contract/routes/implementation.ts';
import * as implementation from '../../shared/domain/idea/implementation.ts';
import { err } from '../../shared/domain/kernel/result.ts';
import { localDate } from '../../shared/domain/organization/calendar.ts';
import { theOneMeant } from '../../shared/domain/organization/employee-number.ts';
import type { Endpoint } from '../../shared/http/endpoint.ts';
import { ideaAct } from '../../shared/http/idea-act.ts';
import type { CommitteeDeps } from './dependencies.ts';

export function assignIdea(deps: CommitteeDeps): Endpoint {
  const { members, organizations } = deps;
  return ideaAct(contract.assignIdea, deps, async (idea, { path, body, member, signature }) => {
    const [{ calendar }, known] = await Promise.all([
      organizations.ofMember(member),
      members.known(path.organization, [body.owner]),
    ]);
    const owner = theOneMeant(known.get(body.owner) ?? [], 'owner');
    if (!owner.ok) return owner;
    if (!owner.value) return err({ code: 'unknown-owner', owner: body.owner });
    const assignment = { ...body, owner: owner.value.id };
    return implementation.assignIdea(
      idea,
      assignment,
      signature,
      localDate(signature.at, calendar),
    );
  });
}

export function abandonIdea(deps: CommitteeDeps): Endpoint {
  return ideaAct(contract.abandonIdea, deps, (idea, { body, signature }) =>
    implementation.abandonIdea(idea, body.reason, signature),
  );
}
