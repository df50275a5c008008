/** The author's acts on an idea: revise it, above all after its return, or withdraw it. */
import { useState } from 'preact/hooks';
import type { ReplyOf } from '../../shared/contract/client.ts';
import type { getIdea } from '../../shared/contract/routes/ideas.ts';
import { withdrawIdea } from '../../shared/contract/routes/screening.ts';
import { absorbedBy } from '../../shared/domain/idea/screening.ts';
import { ActFailure } from '../idea/act-failure.tsx';
import { actsFor } from '../idea/acts.ts';
import { useAct } from '../idea/use-act.ts';
import { useIdeaWords } from '../idea/words.ts';
import { Confirmation } from '../shell/confirmation.tsx';
import { useOrganization } from '../shell/organization-context.tsx';
import { RevisionForm } from './revision-form.tsx';
import { useEmployeeWords } from './words.ts';

interface Props {
  readonly idea: ReplyOf<typeof getIdea>;
  readonly onSaid: (text: string | undefined) => void;
}

export function AuthorPart({ idea, onSaid }: Props) {
  const words = useEmployeeWords();
  const { membership } = useOrganization();
  const [revising, setRevising] = useState(false);
  const acts = actsFor(idea, membership);
  const returned = idea.status === 'returned' && idea.authorId === membership.memberId;
  if (!revising && acts.length === 0) return null;
  return (
    <>
      {returned && (
        <div class="notice warning">
          <p>
            <strong>{words.returnedTitle}</strong>
          </p>
          <p class="written">{idea.note}</p>
        </div>
      )}
      {revising && (
        <RevisionForm
          idea={idea}
          onDone={({ status }) => {
            setRevising(false);
            onSaid(status === 'on-agenda' ? words.revisedOntoAgenda : words.revised);
          }}
          onCancel={() => setRevising(false)}
        />
      )}
      {!revising && (
        <div class="actions">
          {acts.includes('revise') && (
            <button
              type="button"
              class={returned ? '' : 'secondary'}
              onClick={() => {
                onSaid(undefined);
                setRevising(true);
              }}
            >
              {returned ? words.reviseAndHandIn : words.revise}
            </button>
          )}
          {acts.includes('withdraw') && (
            <Withdrawal idea={idea} onDone={() => onSaid(words.withdrawn)} />
          )}
        </div>
      )}
    </>
  );
}

interface WithdrawalProps {
  readonly idea: Props['idea'];
  readonly onDone: () => void;
}

function Withdrawal({ idea, onDone }: WithdrawalProps) {
  const words = useEmployeeWords();
  const ideaWords = useIdeaWords();
  const { organization, id, title, version } = idea;
  // The version on screen when the question was asked.
  const [asked, setAsked] = useState<number | undefined>(undefined);
  const withdrawal = useAct(
    (call, ifMatch: number) => call(withdrawIdea, { path: { organization, idea: id }, ifMatch }),
    onDone,
  );
  return (
    <>
      <button
        type="button"
        class="secondary outline"
        aria-busy={withdrawal.isPending}
        disabled={withdrawal.isPending}
        onClick={() => setAsked(version)}
      >
        {words.withdraw}
      </button>
      <ActFailure of={withdrawal} />
      {asked !== undefined && (
        <Confirmation
          question={
            words.confirmWithdraw(title) + ideaWords.withdrawalStrands(absorbedBy(idea).length)
          }
          onConfirm={() => {
            setAsked(undefined);
            withdrawal.mutate(asked);
          }}
          onCancel={() => setAsked(undefined)}
        />
      )}
    </>
  );
}
