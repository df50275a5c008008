/**
 * Referring an idea for an opinion: to the member whom the secretary names, or to the contact of
 * the idea's department.
 */
import * as contract from '../../shared/contract/routes/opinions.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import * as opinion from '../../shared/domain/idea/opinion.ts';
import type { MemberId } from '../../shared/domain/kernel/ids.ts';
import { err, ok, type Result } from '../../shared/domain/kernel/result.ts';
import { contactOf } from '../../shared/domain/organization/contacts.ts';
import {
  type AmbiguousNumber,
  theOneMeant,
} from '../../shared/domain/organization/employee-number.ts';
import type { Member } from '../../shared/domain/organization/organization.ts';
import type { Endpoint } from '../../shared/http/endpoint.ts';
import { ideaAct } from '../../shared/http/idea-act.ts';
import type { CommitteeDeps } from './dependencies.ts';

export function referIdea(deps: CommitteeDeps): Endpoint {
  return ideaAct(contract.referIdea, deps, async (idea, { body, member, signature }) => {
    const adviser = await adviserFor(idea, body.adviser, member, deps);
    if (!adviser.ok) return adviser;
    const round = await deps.rounds.get(idea.organization, idea.agendaRound);
    return opinion.referIdea(idea, adviser.value, round, signature);
  });
}

async function adviserFor(
  idea: Idea,
  named: MemberId | undefined,
  secretary: Member,
  { organizations, members }: CommitteeDeps,
): Promise<Result<MemberId, opinion.NoContact | opinion.UnknownAdviser | AmbiguousNumber>> {
  if (named === undefined) {
    if (idea.department === undefined) return err({ code: 'no-contact', why: 'no-department' });
    const contact = contactOf(await organizations.ofMember(secretary), idea.department);
    return contact === undefined ? err({ code: 'no-contact', why: 'none-named' }) : ok(contact);
  }
  const known = await members.known(idea.organization, [named]);
  const meant = theOneMeant(known.get(named) ?? [], 'adviser');
  if (!meant.ok) return meant;
  return meant.value ? ok(meant.value.id) : err({ code: 'unknown-adviser', member: named });
}
