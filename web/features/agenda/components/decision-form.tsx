/**
 * The chair's decision on one idea, with the reply to its author. The ballot binds it and the API
 * checks that. Declining and deferring need a reason. Nobody knows the outcome of a secret ballot,
 * so the chair asks for just that outcome. Every decision is confirmed before it is made. The typed
 * text is stored on the device until then.
 */
import { useRef, useState } from 'preact/hooks';
import {
  type AskedOutcome,
  DECISION_OUTCOMES,
  type DecisionOutcome,
  needsReason,
} from '../../../../shared/domain/idea/decision.ts';
import { REASON, tidy } from '../../../../shared/domain/kernel/text.ts';
import { Confirmation } from '../../../ui/confirmation.tsx';
import { CountedText } from '../../../ui/form/counted-text.tsx';
import { StorageWarning } from '../../../ui/form/storage-warning.tsx';
import { textError } from '../../../ui/form/text-error.ts';
import { useFieldErrors } from '../../../ui/form/use-field-errors.ts';
import { errorsIn, type ValidationResult } from '../../../ui/form/validation-result.ts';
import { ActFailure, useActFields } from '../../ideas/index.ts';
import type { AgendaItem } from '../agenda.ts';
import { useDecision } from '../use-agenda.ts';
import { useAgendaWords } from '../words.ts';

type Asking =
  | { readonly state: 'choosing' }
  | { readonly state: 'confirming'; readonly outcome: AskedOutcome };

/** The chair's choices under the ballot's rule. */
const CHOICES = {
  open: DECISION_OUTCOMES,
  secret: ['as-balloted', 'deferred'],
} as const satisfies Record<string, readonly AskedOutcome[]>;

interface Props {
  readonly item: AgendaItem;
  readonly onDone: (outcome: DecisionOutcome) => void;
}

export function DecisionForm({ item, onDone }: Props) {
  const words = useAgendaWords();
  const { fields, change, drop } = useActFields('decide', item, {
    outcome: '',
    reason: '',
    reply: '',
  });
  const { reason, reply } = fields;
  const form = useRef<HTMLFormElement>(null);
  const rule = item.ballot.rule ?? 'open';
  const choices: readonly AskedOutcome[] = CHOICES[rule];
  const nameOf = (one: AskedOutcome) =>
    one === 'as-balloted' ? words.asBalloted : words.outcomes[one];
  const outcome = choices.find(one => one === fields.outcome);
  const [begun] = useState(Object.values(fields).some(text => text !== ''));
  const decision = useDecision(item, outcome => {
    drop();
    onDone(outcome);
  });
  const [asking, setAsking] = useState<Asking>({ state: 'choosing' });

  const reasonNeeded = outcome !== undefined && needsReason(outcome);
  const check = (): ValidationResult<undefined> => {
    const reasonError =
      reasonNeeded || tidy(reason) !== '' ? textError(reason, REASON, words) : undefined;
    const replyError = tidy(reply) === '' ? undefined : textError(reply, REASON, words);
    const errors = errorsIn({ reason: reasonError, reply: replyError });
    return Object.keys(errors).length === 0 ? { ok: true, body: undefined } : { ok: false, errors };
  };
  const { errors, lookOver } = useFieldErrors(form, decision.error, check);
  const ask = () => {
    if (outcome !== undefined && lookOver().ok) setAsking({ state: 'confirming', outcome });
  };
  const decide = (outcome: AskedOutcome) => {
    setAsking({ state: 'choosing' });
    decision.mutate({
      outcome,
      ...(tidy(reason) !== '' && { reason }),
      ...(tidy(reply) !== '' && { reply }),
    });
  };

  return (
    <details class="decide" open={begun}>
      <summary>{words.decide}</summary>
      <form
        ref={form}
        noValidate
        onSubmit={event => {
          event.preventDefault();
          ask();
        }}
      >
        <fieldset class="outcomes">
          <legend>{words.decision}</legend>
          {choices.map(one => (
            <label key={one} class="check">
              <input
                type="radio"
                name="outcome"
                value={one}
                checked={outcome === one}
                onChange={() => change({ outcome: one })}
              />
              {nameOf(one)}
            </label>
          ))}
          <small>{rule === 'secret' ? words.decisionBoundSecretly : words.decisionBound}</small>
        </fieldset>
        <CountedText
          label={words.reasonFor}
          name="reason"
          limits={REASON}
          rows={3}
          required={reasonNeeded}
          hint={rule === 'secret' ? words.reasonRequiredSecretly : words.reasonRequired}
          value={reason}
          onInput={reason => change({ reason })}
          error={errors.reason}
        />
        <CountedText
          label={words.officialReply}
          name="reply"
          limits={REASON}
          rows={3}
          required={false}
          hint={words.officialReplyHint}
          value={reply}
          onInput={reply => change({ reply })}
          error={errors.reply}
        />
        <ActFailure of={decision} />
        <button
          type="submit"
          disabled={outcome === undefined || decision.isPending}
          aria-busy={decision.isPending}
        >
          {words.decide}
        </button>
        <StorageWarning />
      </form>
      {asking.state === 'confirming' && (
        <Confirmation
          question={words.confirmDecision(nameOf(asking.outcome), item.title)}
          onConfirm={() => decide(asking.outcome)}
          onCancel={() => setAsking({ state: 'choosing' })}
        />
      )}
    </details>
  );
}
