/**
 * The authors' acts on an idea: the author revises it, above all after its return, or withdraws it,
 * and later rates the outcome or appeals; a co-author declines.
 */
import { useState } from 'preact/hooks';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { declineAuthorship, withdrawIdea } from '../../../../shared/contract/routes/screening.ts';
import { absorbedBy } from '../../../../shared/domain/idea/screening.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Confirmation } from '../../../ui/confirmation.tsx';
import { useRounds } from '../../../ui/rounds.ts';
import { RevisionForm } from '../../submission/index.ts';
import { actsFor } from '../acts.ts';
import { useIdeaWords } from '../idea-words.ts';
import { useAct } from '../use-act.ts';
import { useIdeasWords } from '../words.ts';
import { ActFailure } from './act-failure.tsx';
import { AppealForm } from './appeal-form.tsx';
import { RatingForm } from './rating-form.tsx';

/** The acts with a form of their own. */
type Opened = 'revise' | 'rate-outcome' | 'appeal';
const OWN: ReadonlySet<string> = new Set([
  'revise',
  'withdraw',
  'decline-authorship',
  'rate-outcome',
  'appeal',
]);

interface Props {
  readonly idea: ReplyOf<typeof getIdea>;
  readonly onSaid: (text: string | undefined) => void;
}

export function AuthorPart({ idea, onSaid }: Props) {
  const words = useIdeasWords();
  const { membership } = useOrganization();
  const [open, setOpen] = useState<Opened | undefined>(undefined);
  const published = useIsPublished(idea);
  const acts = actsFor(idea, membership).filter(act => OWN.has(act));
  const revising = open === 'revise';
  const mayRate = acts.includes('rate-outcome') && (published || idea.status === 'accepted');
  const mayAppeal = acts.includes('appeal') && published;
  const returned = idea.status === 'returned' && idea.authorId === membership.memberId;
  if (open === undefined && acts.length === 0) return null;
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
            setOpen(undefined);
            onSaid(status === 'on-agenda' ? words.revisedOntoAgenda : words.revised);
          }}
          onCancel={() => setOpen(undefined)}
        />
      )}
      {open === 'rate-outcome' && (
        <RatingForm
          idea={idea}
          onDone={() => {
            setOpen(undefined);
            onSaid(words.rated);
          }}
          onCancel={() => setOpen(undefined)}
        />
      )}
      {open === 'appeal' && (
        <AppealForm
          idea={idea}
          onDone={() => {
            setOpen(undefined);
            onSaid(words.appealed);
          }}
          onCancel={() => setOpen(undefined)}
        />
      )}
      {open === undefined && (
        <div class="actions">
          {acts.includes('revise') && (
            <button
              type="button"
              class={returned ? '' : 'secondary'}
              onClick={() => {
                onSaid(undefined);
                setOpen('revise');
              }}
            >
              {returned ? words.reviseAndHandIn : words.revise}
            </button>
          )}
          {mayRate && (
            <button type="button" class="secondary" onClick={() => setOpen('rate-outcome')}>
              {words.rate}
            </button>
          )}
          {mayAppeal && (
            <button type="button" class="secondary" onClick={() => setOpen('appeal')}>
              {words.appeal}
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

/** Whether the round of an idea's decision is published. */
function useIsPublished({ decision }: Props['idea']): boolean {
  const rounds = useRounds();
  return rounds.data?.items.find(({ id }) => id === decision?.round)?.state === 'published';
}

interface WithdrawalProps {
  readonly idea: Props['idea'];
  readonly onDone: () => void;
}

function Withdrawal({ idea, onDone }: WithdrawalProps) {
  const words = useIdeasWords();
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
  const words = useIdeasWords();
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
