/**
 * Declines many ideas at once that have not been before the committee, so that a secretary can
 * clear a flood. Each is judged and stored on its own, so a refused one affects no other. If the
 * table is throttled, the rest is left, and the same request sent again continues.
 */
import * as contract from '../../shared/contract/routes/screening.ts';
import { dismissIdea } from '../../shared/domain/idea/screening.ts';
import { signedBy } from '../../shared/domain/idea/transition.ts';
import type { IdeaId } from '../../shared/domain/kernel/ids.ts';
import { agendaPlace } from '../../shared/domain/round/placement.ts';
import { answer, type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import { type Problem, problemOf } from '../../shared/http/problem.ts';
import { eachConcurrently } from '../../shared/store/concurrency.ts';
import type { CommitteeDeps } from './dependencies.ts';

type Outcome =
  | { readonly outcome: 'declined' | 'already' }
  | { readonly outcome: 'refused'; readonly problem: Problem };

/** The number of ideas that are stored concurrently. */
const AT_ONCE = 8;

export function dismissIdeas({ members, organizations, ideas, clock }: CommitteeDeps): Endpoint {
  return endpoint(
    contract.dismissIdeas,
    memberOf(members),
    async ({ path, body, member, language }) => {
      const organization = await organizations.ofMember(member);
      const signature = signedBy(member.id, clock.now());
      const { ideas: asked, ...words } = body;

      const one = async (id: IdeaId): Promise<Outcome> => {
        let already = false;
        const done = await ideas.seenBy(member.id).act(path.organization, id, undefined, idea => {
          const place = agendaPlace(idea, signature.at, organization.calendar);
          const dismissed = dismissIdea(idea, words, signature, place);
          already = dismissed.ok && dismissed.value === idea;
          return dismissed;
        });
        if (!done.ok) return { outcome: 'refused', problem: problemOf(done.refusal, language) };
        return { outcome: already ? 'already' : 'declined' };
      };

      const outcomes = new Map<IdeaId, Outcome>();
      const each = new Set(asked);
      await eachConcurrently(each, AT_ONCE, async id => {
        outcomes.set(id, await one(id));
      });
      return answer({
        ideas: [...each].flatMap(idea => {
          const outcome = outcomes.get(idea);
          return outcome ? [{ idea, ...outcome }] : [];
        }),
      });
    },
  );
}
