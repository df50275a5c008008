/**
 * The unnamed author's own endpoints, opened by the claim code: following, revising, withdrawing
 * and claiming the idea. The caller is used only to count wrong codes. An unnamed author's acts
 * leave no trace of who they are or of the hour.
 */
import * as contract from '../../shared/contract/routes/unnamed.ts';
import * as claim from '../../shared/domain/idea/claim.ts';
import type {
  ClaimCode,
  TooManyGuesses,
  UnknownClaimCode,
} from '../../shared/domain/idea/claim-code.ts';
import { type Idea, opensByCode } from '../../shared/domain/idea/idea.ts';
import { reviseIdea, withdrawIdea } from '../../shared/domain/idea/screening.ts';
import { unknownLabelOfRevision } from '../../shared/domain/idea/submission.ts';
import { signedBy } from '../../shared/domain/idea/transition.ts';
import { isClaimedBy, unnamedSignature } from '../../shared/domain/idea/unnamed.ts';
import type { OrganizationId } from '../../shared/domain/kernel/ids.ts';
import { err, ok, type Result } from '../../shared/domain/kernel/result.ts';
import type { Member } from '../../shared/domain/organization/organization.ts';
import { agendaPlace } from '../../shared/domain/round/placement.ts';
import { answer, type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import { etagOf, ideaAnswer } from '../../shared/http/idea-act.ts';
import { withPhotosTaken } from '../../shared/http/photo-taking.ts';
import type { EmployeeDeps } from './dependencies.ts';
import { detailOf } from './ideas.ts';

export function openUnnamedIdea(deps: EmployeeDeps): Endpoint {
  return endpoint(
    contract.openUnnamedIdea,
    memberOf(deps.members),
    async ({ path, body, member }) => {
      const found = await find(path.organization, body.code, member, deps);
      return found.ok
        ? answer(await detailOf(found.value, member, deps), etagOf(found.value))
        : found;
    },
  );
}

export function reviseUnnamedIdea(deps: EmployeeDeps): Endpoint {
  const { members, organizations, ideas, clock } = deps;
  return endpoint(
    contract.reviseUnnamedIdea,
    memberOf(members),
    async ({ path, body, member, expectedVersion }) => {
      const { code, ...written } = body;
      const found = await find(path.organization, code, member, deps);
      if (!found.ok) return found;
      const organization = await organizations.ofMember(member);
      const { calendar } = organization;
      const now = clock.now();
      return ideaAnswer(
        ideas.actTogether(path.organization, found.value.id, expectedVersion, async idea => {
          if (!opensByCode(idea)) return err({ code: 'unknown-claim-code' });
          const unknown = unknownLabelOfRevision(written, idea, organization);
          if (unknown) return err(unknown);
          const content = {
            ...(idea.department !== undefined && { department: idea.department }),
            ...(idea.photos && { photos: idea.photos }),
            ...written,
          };
          const place = agendaPlace(idea, now, calendar);
          const signature = unnamedSignature(idea, now, calendar);
          const revised = reviseIdea(idea, content, signature, place);
          if (!revised.ok) return revised;
          const after = await withPhotosTaken(idea, revised.value, deps);
          return after.ok ? ok({ after: after.value }) : after;
        }),
        member,
        deps,
      );
    },
  );
}

export function withdrawUnnamedIdea(deps: EmployeeDeps): Endpoint {
  const { members, organizations, ideas, ballots, clock } = deps;
  return endpoint(
    contract.withdrawUnnamedIdea,
    memberOf(members),
    async ({ path, body, member }) => {
      const found = await find(path.organization, body.code, member, deps);
      if (!found.ok) return found;
      const organization = await organizations.ofMember(member);
      const now = clock.now();
      return ideaAnswer(
        ideas.actTogether(path.organization, found.value.id, undefined, async idea => {
          if (!opensByCode(idea)) return err({ code: 'unknown-claim-code' });
          const ballot = await ballots(idea);
          const signature = unnamedSignature(idea, now, organization.calendar);
          const withdrawn = withdrawIdea(idea, ballot?.votes.length ?? 0, signature);
          if (!withdrawn.ok) return withdrawn;
          return ok({ after: withdrawn.value, premises: ballot ? [ballot.premise] : [] });
        }),
        member,
        deps,
      );
    },
  );
}

export function claimUnnamedIdea(deps: EmployeeDeps): Endpoint {
  const { members, ideas, clock } = deps;
  return endpoint(contract.claimUnnamedIdea, memberOf(members), async ({ path, body, member }) => {
    const mine = (idea: Idea): boolean => isClaimedBy(idea, member.id);
    const found = await find(path.organization, body.code, member, deps, mine);
    if (!found.ok) return found;
    const signature = signedBy(member.id, clock.now());
    return ideaAnswer(
      ideas.actTogether(path.organization, found.value.id, undefined, async idea => {
        if (mine(idea)) return ok({ after: idea });
        const claimed = claim.claimUnnamedIdea(idea, member.department, signature);
        if (!claimed.ok) return claimed;
        const also = claim.acknowledged(claimed.value, await ideas.mergedInto(idea), signature);
        return ok({ after: claimed.value, also });
      }),
      member,
      deps,
    );
  });
}

/**
 * The idea that a code opens, or one that `besides` allows. A wrong code counts against the member
 * who tried it.
 */
export async function find(
  organization: OrganizationId,
  code: ClaimCode,
  member: Member,
  { codes, claimAttempts, ideas, clock }: EmployeeDeps,
  besides: (idea: Idea) => boolean = () => false,
): Promise<Result<Idea, TooManyGuesses | UnknownClaimCode>> {
  const now = clock.now();
  const admitted = await claimAttempts.admit(organization, member.id, now);
  if (!admitted.ok) return admitted;
  const idea = await ideas.get(organization, await codes.ideaOf(organization, code));
  if (idea && (opensByCode(idea) || besides(idea))) return ok(idea);
  const counted = await claimAttempts.count(organization, member.id, now);
  return counted.ok ? err({ code: 'unknown-claim-code' }) : counted;
}
