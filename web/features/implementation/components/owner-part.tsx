/** The owner's acts on a piece of work: report progress, and complete it. */
import { useOrganization } from '../../../session/organization-context.tsx';
import { actsFor, useOpenAct } from '../../ideas/index.ts';
import { useImplementationWords } from '../words.ts';
import type { OwnedIdea } from '../work.ts';
import { CompletionForm } from './completion-form.tsx';
import { ReportForm } from './report-form.tsx';

interface Props {
  readonly idea: OwnedIdea;
  readonly onSaid: (text: string | undefined) => void;
}

export function OwnerPart({ idea, onSaid }: Props) {
  const words = useImplementationWords();
  const { membership } = useOrganization();
  const { opened, open, elsewhere } = useOpenAct(['report', 'complete']);
  const acts = actsFor(idea, membership);
  const close = (said?: string) => {
    open(undefined);
    onSaid(said);
  };
  const start = (form: 'report' | 'complete') => {
    onSaid(undefined);
    open(form);
  };
  const isOwner = idea.implementation?.owner === membership.memberId;
  switch (opened) {
    case 'report':
      return <ReportForm idea={idea} onDone={() => close(words.reported)} onCancel={close} />;
    case 'complete':
      return <CompletionForm idea={idea} onDone={() => close(words.completed)} onCancel={close} />;
    case undefined:
      if (elsewhere) return null;
      if (isOwner && idea.status === 'completed') return <p>{words.awaitsAcceptance}</p>;
      return (
        <div class="actions">
          {acts.includes('report') && (
            <button type="button" class="secondary" onClick={() => start('report')}>
              {words.report}
            </button>
          )}
          {acts.includes('complete') && (
            <button type="button" onClick={() => start('complete')}>
              {words.complete}
            </button>
          )}
        </div>
      );
  }
}
