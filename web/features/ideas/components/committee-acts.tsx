/**
 * The secretary's and the chair's acts on one idea, outside the agenda. They are loaded for them
 * alone.
 */
import { Link, useLocation } from 'wouter-preact';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { paths } from '../../../paths.ts';
import { FollowUpActs } from '../../implementation/index.ts';
import { ScreeningActs } from '../../screening/index.ts';
import { SlipActs } from '../../slips/index.ts';
import type { Offer } from '../offers.ts';
import { useIdeasWords } from '../words.ts';

interface Props {
  readonly idea: ReplyOf<typeof getIdea>;
  readonly offers: readonly Offer[];
  readonly onSaid: (text: string | undefined) => void;
}

export function CommitteeActs({ idea, offers, onSaid }: Props) {
  const words = useIdeasWords();
  const [, go] = useLocation();
  const { organization, id, agendaRound } = idea;
  // A merge needs the list of all possible targets.
  const merge = () =>
    go(
      `${paths.screening(organization, agendaRound)}?${new URLSearchParams({ idea: id, do: 'merge' })}`,
    );
  return (
    <>
      {offers.includes('decide') && (
        <Link
          class={offers.includes('vote') ? 'button secondary' : 'button'}
          href={paths.agendaItem(organization, agendaRound, id)}
        >
          {words.announceNow}
        </Link>
      )}
      <ScreeningActs idea={idea} onDone={onSaid} onMerge={merge} />
      <FollowUpActs idea={idea} people={idea.people} onDone={onSaid} />
      {offers.includes('correct') && (
        <SlipActs
          idea={idea}
          onSaid={onSaid}
          onGone={() => go(paths.screening(organization, agendaRound))}
        />
      )}
    </>
  );
}
