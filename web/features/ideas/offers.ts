/**
 * What the reader of an idea's page may do with it now. It follows from the table of transitions;
 * here is what the table does not know: whether the round is published, how far the ballot is, whom
 * an opinion is asked of, and that a slip alone can be corrected. The API has the last word.
 */
import type { ReplyOf } from '../../../shared/contract/client.ts';
import type { getIdea } from '../../../shared/contract/routes/ideas.ts';
import { isSlip } from '../../../shared/domain/idea/correction.ts';
import { authorsOf } from '../../../shared/domain/idea/idea.ts';
import { type IdeaAct, priorStatuses } from '../../../shared/domain/idea/lifecycle.ts';
import type { MemberId } from '../../../shared/domain/kernel/ids.ts';
import type { Role } from '../../../shared/domain/organization/organization.ts';
import type { OrganizationProfile } from '../../session/organization-context.tsx';
import { actsFor } from './acts.ts';

type Idea = ReplyOf<typeof getIdea>;

/** `vote` and `decide` are done on the agenda: the page leads there. */
export type Offer = Exclude<IdeaAct, 'adopt' | 'decline' | 'defer'> | 'vote' | 'decide';

interface Reader {
  readonly memberId: MemberId;
  readonly roles: readonly Role[];
}

interface Around {
  /** Whether the round of its decision is published. */
  readonly published: boolean;
  readonly contacts: OrganizationProfile['contacts'];
}

export function offersFor(idea: Idea, reader: Reader, { published, contacts }: Around): Offer[] {
  const { ballot } = idea;
  const offers = actsFor(idea, reader).flatMap((act): Offer[] => {
    switch (act) {
      case 'adopt':
        return ballot.state === 'not-open' ? [] : ['decide'];
      case 'decline':
      case 'defer':
        return [];
      case 'rate-outcome':
        return published || idea.status === 'accepted' ? [act] : [];
      case 'appeal':
        return published ? [act] : [];
      case 'reopen':
        return published ? [] : [act];
      case 'correct':
      case 'take-back':
        return isSlip(idea) ? [act] : [];
      case 'refer':
        return idea.opinion === undefined && ballot.state !== 'closed' ? [act] : [];
      default:
        return [act];
    }
  });
  return [
    ...(ballot.state === 'open' && ballot.mayVote ? (['vote'] as const) : []),
    ...(mayGiveOpinion(idea, reader, contacts) ? (['give-opinion'] as const) : []),
    ...offers,
  ];
}

/** One opinion, of the member who was asked, or unasked of the department's contact. */
function mayGiveOpinion(
  idea: Idea,
  { memberId }: Reader,
  contacts: OrganizationProfile['contacts'],
): boolean {
  const { status, opinion, referral, ballot, department } = idea;
  const contact = contacts.find(one => one.department === department)?.member;
  return (
    priorStatuses('give-opinion').includes(status) &&
    opinion === undefined &&
    ballot.state !== 'closed' &&
    (referral?.adviser ?? contact) === memberId &&
    !authorsOf(idea).includes(memberId)
  );
}
