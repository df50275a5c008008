/**
 * What the reader may do with an idea now, in one place: the main act is gold, and what ends
 * something is quiet. Nothing is shown if there is nothing to do.
 */
import { Link } from 'wouter-preact';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { lazilyOr } from '../../../i18n/lazily.ts';
import { paths } from '../../../paths.ts';
import { holds, useOrganization } from '../../../session/organization-context.tsx';
import { NotLoaded } from '../../../ui/not-loaded.tsx';
import { useRounds } from '../../../ui/rounds.ts';
import { OwnerPart } from '../../implementation/index.ts';
import { offersFor } from '../offers.ts';
import { OneOpenAct, useOpenAct } from '../open-act.tsx';
import { useIdeasWords } from '../words.ts';
import { AuthorActs } from './author-acts.tsx';
import { OpinionActs } from './opinion-acts.tsx';

type Idea = ReplyOf<typeof getIdea>;

const CommitteeActs = lazilyOr(
  NotLoaded,
  async () => (await import('./committee-acts.tsx')).CommitteeActs,
);

interface Props {
  readonly idea: Idea;
  readonly onSaid: (text: string | undefined) => void;
}

export function IdeaActs({ idea, onSaid }: Props) {
  return (
    <OneOpenAct>
      <Acts idea={idea} onSaid={onSaid} />
    </OneOpenAct>
  );
}

function Acts({ idea, onSaid }: Props) {
  const words = useIdeasWords();
  const { organization, membership } = useOrganization();
  const published = useIsPublished(idea);
  const { elsewhere: writing } = useOpenAct([]);
  const { contacts } = organization;
  const offers = offersFor(idea, membership, { published, contacts });
  if (offers.length === 0 && !writing) return null;
  return (
    <section class="idea-acts" aria-label={words.youMay}>
      {!writing && <h2>{words.youMay}</h2>}
      <div class={writing ? '' : 'actions'}>
        {!writing && offers.includes('vote') && (
          <Link
            class="button"
            href={paths.agendaItem(idea.organization, idea.agendaRound, idea.id)}
          >
            {words.voteNow}
          </Link>
        )}
        <OpinionActs idea={idea} offers={offers} onSaid={onSaid} />
        <OwnerPart idea={idea} onSaid={onSaid} />
        {holds(membership, 'secretary', 'chair') && (
          <CommitteeActs idea={idea} offers={offers} onSaid={onSaid} />
        )}
        {!writing && offers.includes('accept') && (
          <Link class="button" href={paths.acceptance(idea.organization)}>
            {words.acceptWork}
          </Link>
        )}
        {!writing && offers.some(act => act === 'approve-reward' || act === 'pay-reward') && (
          <Link class="button" href={paths.rewards(idea.organization)}>
            {words.handleReward}
          </Link>
        )}
        <AuthorActs idea={idea} offers={offers} onSaid={onSaid} />
      </div>
    </section>
  );
}

/** Whether the round of an idea's decision is published; no, as long as that is not known. */
function useIsPublished({ decision }: Idea): boolean {
  const rounds = useRounds().data?.items ?? [];
  return rounds.some(({ id, state }) => id === decision?.round && state === 'published');
}
