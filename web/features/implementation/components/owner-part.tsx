/**
 * The owner's acts on a piece of work: report progress, in two taps from wherever it is shown, and
 * complete it.
 */
import { useState } from 'preact/hooks';
import { useOrganization } from '../../../session/organization-context.tsx';
import { actsFor, useOpenAct, useWithWaitingReport } from '../../ideas/index.ts';
import { useImplementationWords } from '../words.ts';
import type { OwnedIdea } from '../work.ts';
import { CompletionForm } from './completion-form.tsx';
import { Quarters, ReportForm } from './report-form.tsx';

const FORMS = ['report', 'complete'] as const;

interface Props {
  readonly idea: OwnedIdea;
  readonly onSaid: (text: string | undefined) => void;
}

export function OwnerPart({ idea, onSaid }: Props) {
  const words = useImplementationWords();
  const { membership } = useOrganization();
  const { opened, open, elsewhere } = useOpenAct(FORMS);
  const [start, setStart] = useState(0);
  const acts = actsFor(idea, membership);
  const { work } = useWithWaitingReport(idea);
  const close = (said?: string) => {
    open(undefined);
    onSaid(said);
  };
  const complete = () => {
    onSaid(undefined);
    open('complete');
  };
  switch (opened) {
    case 'report':
      return (
        <ReportForm
          idea={idea}
          start={start}
          // The outbox says by itself that it waits.
          onDone={waits => close(waits ? undefined : words.reported)}
          onCancel={close}
          onComplete={complete}
        />
      );
    case 'complete':
      return <CompletionForm idea={idea} onDone={() => close(words.completed)} onCancel={close} />;
    case undefined:
      break;
  }
  const progress = work.implementation?.progress ?? 0;
  if (elsewhere || !acts.includes('report')) return null;
  return (
    <div class="actions owner-acts">
      <Quarters
        chosen={progress}
        onChoose={quarter => {
          onSaid(undefined);
          setStart(quarter);
          open('report');
        }}
      />
      <button type="button" class={progress >= 75 ? '' : 'secondary'} onClick={complete}>
        {words.complete}
      </button>
    </div>
  );
}
