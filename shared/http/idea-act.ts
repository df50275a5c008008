/**
 * Acts on one idea: a member's request determines the new state, the store saves it on condition
 * that the idea is unchanged, and the answer is the present idea, with its version for the next
 * act's `If-Match`.
 */
import type * as z from 'zod/mini';
import { type IdeaView, ideaView, presentOf } from '../contract/idea-view.ts';
import type { Access, Schema } from '../contract/route.ts';
import type { Idea } from '../domain/idea/idea.ts';
import { type Signature, signedBy } from '../domain/idea/transition.ts';
import type { IdeaId, OrganizationId } from '../domain/kernel/ids.ts';
import type { Clock } from '../domain/kernel/instant.ts';
import { ok, type Result } from '../domain/kernel/result.ts';
import type { Member, Organization } from '../domain/organization/organization.ts';
import type { RefusalCode, RefusalOf } from '../domain/refusal.ts';
import type { Plan, StoringRefusal } from '../store/idea-acts.ts';
import type { IdeaRepository } from '../store/ideas.ts';
import {
  type Answer,
  answer,
  type Checked,
  type Directory,
  type Endpoint,
  type Lists,
  memberOf,
  serving,
  type Typed,
} from './endpoint.ts';
import type { PhotoViews } from './photo-views.ts';

export interface IdeaActDeps extends AnswerDeps {
  readonly members: Directory;
  readonly ideas: Pick<IdeaRepository, 'seenBy'>;
}

/** An answer says how many days are left for an idea's work, by the organization's calendar. */
interface AnswerDeps {
  readonly organizations: {
    ofMember(member: Member, consistent: boolean): Promise<Organization>;
  };
  readonly photoViews: PhotoViews;
  readonly clock: Clock;
}

type Awaitable<Value> = Value | Promise<Value>;

/**
 * An endpoint for one act on an idea that its doer may see. `decide` is called with the idea that
 * was read, and again if it has changed before it could be stored. It returns the idea after the
 * act, or a plan with further changes or conditions.
 */
export function ideaAct<
  P extends z.ZodMiniType<{ organization: OrganizationId; idea: IdeaId }>,
  Q extends Schema,
  B extends Schema,
  Code extends RefusalCode,
>(
  route: Typed<P, Q, B, Reply, Code, Extract<Access, { readonly who: 'members' }>> &
    Lists<NoInfer<Code>, StoringRefusal['code']>,
  deps: IdeaActDeps,
  decide: (
    idea: Idea,
    request: Checked<P, Q, B> & { readonly member: Member; readonly signature: Signature },
  ) => Awaitable<Result<Idea | Plan, RefusalOf<NoInfer<Code>>>>,
): Endpoint {
  const { members, ideas, clock } = deps;
  return serving(route, memberOf(members), async request => {
    const { path, member, expectedVersion } = request;
    const signed = { ...request, signature: signedBy(member.id, clock.now()) };
    return ideaAnswer(
      ideas
        .seenBy(member.id)
        .actTogether(path.organization, path.idea, expectedVersion, async idea => {
          const decided = await decide(idea, signed);
          if (!decided.ok) return decided;
          return ok('after' in decided.value ? decided.value : { after: decided.value });
        }),
      member,
      deps,
    );
  });
}

type Reply = z.ZodMiniType<unknown, IdeaView>;

export async function ideaAnswer<Refusal>(
  act: Promise<Result<Idea, Refusal>>,
  member: Member,
  { organizations, photoViews, clock }: AnswerDeps,
): Promise<Answer<IdeaView, Refusal>> {
  const [outcome, organization] = await Promise.all([act, organizations.ofMember(member, false)]);
  if (!outcome.ok) return outcome;
  const idea = outcome.value;
  const photos = await photoViews([idea]);
  const present = presentOf(organization, clock.now());
  return answer(ideaView(idea, present, photos(idea)), etagOf(idea));
}

export function etagOf({ version }: Pick<Idea, 'version'>): { readonly etag: string } {
  return { etag: `"${version}"` };
}
