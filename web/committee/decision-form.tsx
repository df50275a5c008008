/**
 * The chair's decision on one idea. The ballot binds it and the API checks that; declining and deferring need a reason, and every
 * decision is asked for once more before it is made.
 */
import { useState } from 'preact/hooks';
import { DECISION_OUTCOMES, type DecisionOutcome } from '../../shared/domain/decision.ts';
import type { RoundId } from '../../shared/domain/ids.ts';
import { REASON, tidy } from '../../shared/domain/text.ts';
import { CountedText } from '../form/counted-text.tsx';
import { fieldErrorsOf } from '../form/field-errors.ts';
import { textError } from '../form/text-error.ts';
import { useWords } from '../language/language-context.tsx';
import { Confirmation } from '../shell/confirmation.tsx';
import { Failure } from '../shell/failure.tsx';
import type { AgendaItem } from './agenda.ts';
import { useDecision } from './use-agenda.ts';

type Asking =
  | { readonly state: 'choosing' }
  | { readonly state: 'confirming'; readonly outcome: DecisionOutcome };

export function DecisionForm({ round, item }: { readonly round: RoundId; readonly item: AgendaItem }) {
  const words = useWords();
  const decision = useDecision(round, item);
  const [outcome, setOutcome] = useState<DecisionOutcome | undefined>(undefined);
  const [reason, setReason] = useState('');
  const [reasonError, setReasonError] = useState<string | undefined>(undefined);
  const [asking, setAsking] = useState<Asking>({ state: 'choosing' });

  const needsReason = outcome === 'declined' || outcome === 'deferred';
  const ask = () => {
    if (outcome === undefined) return;
    const error = needsReason || tidy(reason) !== '' ? textError(reason, REASON, words) : undefined;
    setReasonError(error);
    if (error === undefined) setAsking({ state: 'confirming', outcome });
  };
  const decide = (outcome: DecisionOutcome) => {
    setAsking({ state: 'choosing' });
    decision.mutate({ outcome, ...(tidy(reason) !== '' && { reason }) });
  };

  return (
    <details class="decide">
      <summary>{words.decide}</summary>
      <form
        noValidate
        onSubmit={event => {
          event.preventDefault();
          ask();
        }}
      >
        <fieldset class="outcomes">
          <legend>{words.decision}</legend>
          {DECISION_OUTCOMES.map(one => (
            <label key={one} class="check">
              <input
                type="radio"
                name="outcome"
                value={one}
                checked={outcome === one}
                onChange={() => setOutcome(one)}
              />
              {words.outcomes[one]}
            </label>
          ))}
        </fieldset>
        <CountedText
          label={words.reasonFor}
          name="reason"
          limits={REASON}
          rows={3}
          required={needsReason}
          hint={words.reasonRequired}
          value={reason}
          onInput={setReason}
          error={reasonError ?? fieldErrorsOf(decision.error).reason}
        />
        {decision.error !== null && <Failure error={decision.error} />}
        <button
          type="submit"
          disabled={outcome === undefined || decision.isPending}
          aria-busy={decision.isPending}
        >
          {words.decide}
        </button>
      </form>
      {asking.state === 'confirming' && (
        <Confirmation
          question={words.confirmDecision(words.outcomes[asking.outcome], item.title)}
          onConfirm={() => decide(asking.outcome)}
          onCancel={() => setAsking({ state: 'choosing' })}
        />
      )}
    </details>
  );
}
