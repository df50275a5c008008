/**
 * The committee's acts on many ideas at once: scheduling, declining without a ballot, and assigning.
 */
import * as implementationContract from '../../shared/contract/routes/implementation.ts';
import * as screeningContract from '../../shared/contract/routes/screening.ts';
import * as implementation from '../../shared/domain/idea/implementation.ts';
import * as screening from '../../shared/domain/idea/screening.ts';
import { signedBy } from '../../shared/domain/idea/transition.ts';
import { err } from '../../shared/domain/kernel/result.ts';
import { localDate } from '../../shared/domain/organization/calendar.ts';
import { theOneMeant } from '../../shared/domain/organization/employee-number.ts';
import { agendaPlace } from '../../shared/domain/round/placement.ts';
import { type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import { type BatchItem, ideaBatch, itemOf } from '../../shared/http/idea-batch.ts';
import type { CommitteeDeps } from './dependencies.ts';

type AssignedItem = BatchItem & implementation.Assignment;

export function scheduleIdeas({ members, organizations, ideas, clock }: CommitteeDeps): Endpoint {
  return endpoint(
    screeningContract.scheduleIdeas,
    memberOf(members),
    async ({ path: { organization }, body, member, language }) => {
      const { calendar } = await organizations.ofMember(member);
      const signature = signedBy(member.id, clock.now());
      return ideaBatch(
        { items: body.ideas.map(itemOf), organization, member: member.id, language, ideas },
        idea => screening.scheduleIdea(idea, signature, agendaPlace(idea, signature.at, calendar)),
      );
    },
  );
}

/** For a flood of ideas that have not been before the committee. */
export function dismissIdeas({ members, organizations, ideas, clock }: CommitteeDeps): Endpoint {
  return endpoint(
    screeningContract.dismissIdeas,
    memberOf(members),
    async ({ path: { organization }, body, member, language }) => {
      const { calendar } = await organizations.ofMember(member);
      const signature = signedBy(member.id, clock.now());
      const { ideas: chosen, ...words } = body;
      return ideaBatch(
        { items: chosen.map(itemOf), organization, member: member.id, language, ideas },
        idea =>
          screening.dismissIdea(idea, words, signature, agendaPlace(idea, signature.at, calendar)),
      );
    },
  );
}

export function assignIdeas({ members, organizations, ideas, clock }: CommitteeDeps): Endpoint {
  return endpoint(
    implementationContract.assignIdeas,
    memberOf(members),
    async ({ path: { organization }, body, member, language }) => {
      const items: readonly AssignedItem[] =
        'owner' in body
          ? body.ideas.map(one => ({ ...itemOf(one), owner: body.owner, due: body.due }))
          : body.ideas;
      const owners = new Set(items.map(({ owner }) => owner));
      const [{ calendar }, known] = await Promise.all([
        organizations.ofMember(member),
        members.known(organization, [...owners]),
      ]);
      const signature = signedBy(member.id, clock.now());
      const today = localDate(signature.at, calendar);
      return ideaBatch(
        { items, organization, member: member.id, language, ideas },
        (idea, { owner: given, due }) => {
          const owner = theOneMeant(known.get(given) ?? [], 'owner');
          if (!owner.ok) return owner;
          if (!owner.value) return err({ code: 'unknown-owner', owner: given });
          const assignment = { owner: owner.value.id, due };
          return implementation.assignIdea(idea, assignment, signature, today);
        },
      );
    },
  );
}
