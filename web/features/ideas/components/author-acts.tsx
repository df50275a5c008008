/**
 * The authors' acts on an idea: the author revises it, above all after its return, or withdraws it,
 * and later rates the outcome or appeals; a co-author declines.
 */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { declineAuthorship, withdrawIdea } from '../../../../shared/contract/routes/screening.ts';
import { absorbedBy } from '../../../../shared/domain/idea/screening.ts';
import { RevisionForm } from '../../submission/index.ts';
import type { Offer } from '../offers.ts';
import { useOpenAct } from '../open-act.tsx';
import { useIdeasWords } from '../words.ts';
import { ActButton } from './act-button.tsx';
import { AppealForm } from './appeal-form.tsx';
import { RatingForm } from './rating-form.tsx';

/** The acts with a form of their own. */
const FORMS = ['revise', 'rate-outcome', 'appeal'] as const;

interface Props {
  readonly idea: ReplyOf<typeof getIdea>;
  readonly offers: readonly Offer[];
  readonly onSaid: (text: string | undefined) => void;
}

export function AuthorActs({ idea, offers, onSaid }: Props) {
  const words = useIdeasWords();
  const { opened, open, elsewhere } = useOpenAct(FORMS);
  const { organization, id, title, version } = idea;
  const path = { organization, idea: id };
  const start = (act: (typeof FORMS)[number]) => {
    onSaid(undefined);
    open(act);
  };
  const done = (said: string) => {
    open(undefined);
    onSaid(said);
  };
  const cancel = () => open(undefined);
  switch (opened) {
    case 'revise':
      return (
        <RevisionForm
          idea={idea}
          onDone={({ status }) =>
            done(status === 'on-agenda' ? words.revisedOntoAgenda : words.revised)
          }
          onCancel={cancel}
        />
      );
    case 'rate-outcome':
      return <RatingForm idea={idea} onDone={() => done(words.rated)} onCancel={cancel} />;
    case 'appeal':
      return <AppealForm idea={idea} onDone={() => done(words.appealed)} onCancel={cancel} />;
    case undefined:
      break;
  }
  if (elsewhere) return null;
  const returned = idea.status === 'returned';
  return (
    <>
      {offers.includes('revise') && (
        <button type="button" class={returned ? '' : 'secondary'} onClick={() => start('revise')}>
          {returned ? words.reviseAndHandIn : words.revise}
        </button>
      )}
      {offers.includes('rate-outcome') && (
        <button
          type="button"
          class={idea.status === 'declined' ? 'secondary' : ''}
          onClick={() => start('rate-outcome')}
        >
          {words.rate}
        </button>
      )}
      {offers.includes('appeal') && (
        <button type="button" class="secondary" onClick={() => start('appeal')}>
          {words.appeal}
        </button>
      )}
      {offers.includes('withdraw') && (
        <ActButton
          look="plain"
          name={words.withdraw}
          question={words.confirmWithdraw(title) + words.withdrawalStrands(absorbedBy(idea).length)}
          seen={version}
          act={(call, ifMatch) => call(withdrawIdea, { path, ifMatch })}
          onDone={() => onSaid(words.withdrawn)}
        />
      )}
      {offers.includes('decline-authorship') && (
        <ActButton
          look="plain"
          name={words.declineAuthorship}
          question={words.confirmDeclineAuthorship(title)}
          seen={version}
          act={(call, ifMatch) => call(declineAuthorship, { path, ifMatch })}
          onDone={() => onSaid(words.authorshipDeclined)}
        />
      )}
    </>
  );
}
