/**
 * The authors' acts on an idea: the author revises it, above all after its return, or withdraws it;
 * a co-author declines.
 */
import { useState } from 'preact/hooks';
import type { ReplyOf } from '../../shared/contract/client.ts';
import type { getIdea } from '../../shared/contract/routes/ideas.ts';
import { declineAuthorship, withdrawIdea } from '../../shared/contract/routes/screening.ts';
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
          {acts.includes('decline-authorship') && (
            <Declining idea={idea} onDone={() => onSaid(words.authorshipDeclined)} />
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
  const withdrawal = useAct(
    (call, ifMatch: number) => call(withdrawIdea, { path: { organization, idea: id }, ifMatch }),
    onDone,
  );
  return (
    <Asking
      label={words.withdraw}
      question={words.confirmWithdraw(title) + ideaWords.withdrawalStrands(absorbedBy(idea).length)}
      version={version}
      act={withdrawal}
    />
  );
}

function Declining({ idea, onDone }: WithdrawalProps) {
  const words = useEmployeeWords();
  const { organization, id, title, version } = idea;
  const declining = useAct(
    (call, ifMatch: number) =>
      call(declineAuthorship, { path: { organization, idea: id }, ifMatch }),
    onDone,
  );
  return (
    <Asking
      label={words.declineAuthorship}
      question={words.confirmDeclineAuthorship(title)}
      version={version}
      act={declining}
    />
  );
}

interface AskingProps {
  readonly label: string;
  readonly question: string;
  readonly version: number;
  readonly act: ReturnType<typeof useAct<number, unknown>>;
}

/** A button whose act is confirmed first, and applies to the version on screen at the question. */
function Asking({ label, question, version, act }: AskingProps) {
  const [asked, setAsked] = useState<number | undefined>(undefined);
  return (
    <>
      <button
        type="button"
        class="secondary outline"
        aria-busy={act.isPending}
        disabled={act.isPending}
        onClick={() => setAsked(version)}
      >
        {label}
      </button>
      <ActFailure of={act} />
      {asked !== undefined && (
        <Confirmation
          question={question}
          onConfirm={() => {
            setAsked(undefined);
            act.mutate(asked);
          }}
          onCancel={() => setAsked(undefined)}
        />
      )}
    </>
  );
}
