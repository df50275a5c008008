/**
 * A decision with a reason or a reply: deferring, declining with one's own words, or adopting with
 * an answer to the author. The ballot binds it and the API checks that. The typed text is stored on
 * the device until the decision has arrived.
 */
import { useRef, useState } from 'preact/hooks';
import {
  type AskedOutcome,
  DECISION_OUTCOMES,
  needsReason,
} from '../../../../shared/domain/idea/decision.ts';
import { REASON, tidy } from '../../../../shared/domain/kernel/text.ts';
import { CountedText } from '../../../ui/form/counted-text.tsx';
import { StorageWarning } from '../../../ui/form/storage-warning.tsx';
import { textError } from '../../../ui/form/text-error.ts';
import { useFieldErrors } from '../../../ui/form/use-field-errors.ts';
import { errorsIn, type ValidationResult } from '../../../ui/form/validation-result.ts';
import { useActFields } from '../../ideas/index.ts';
import type { AgendaItem } from '../agenda.ts';
import { useChairingWords } from '../chairing/words.ts';
import type { Announcements } from '../use-announcements.ts';

/** The chair's choices under the ballot's rule. */
const CHOICES = {
  open: DECISION_OUTCOMES,
  secret: ['as-balloted', 'deferred'],
} as const satisfies Record<string, readonly AskedOutcome[]>;

interface Props {
  readonly item: AgendaItem;
  readonly announcements: Announcements;
}

export function DecisionForm({ item, announcements }: Props) {
  const words = useChairingWords();
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
  const opensByItself = useRef(begun);

  const reasonNeeded = outcome !== undefined && needsReason(outcome);
  const check = (): ValidationResult<undefined> => {
    const reasonError =
      reasonNeeded || tidy(reason) !== '' ? textError(reason, REASON, words) : undefined;
    const replyError = tidy(reply) === '' ? undefined : textError(reply, REASON, words);
    const errors = errorsIn({ reason: reasonError, reply: replyError });
    return Object.keys(errors).length === 0 ? { ok: true, body: undefined } : { ok: false, errors };
  };
  const announcement = announcements.of(item.id);
  const refusal = announcement?.state === 'refused' ? announcement.error : null;
  const { errors, lookOver } = useFieldErrors(form, refusal, check);
  const decide = () => {
    if (outcome === undefined || !lookOver().ok) return;
    const decision = {
      outcome,
      ...(tidy(reason) !== '' && { reason }),
      ...(tidy(reply) !== '' && { reply }),
    };
    announcements.announce(item, decision, drop);
  };

  return (
    <details
      class="decide"
      open={begun}
      onToggle={event => {
        const byItself = opensByItself.current;
        opensByItself.current = false;
        if (byItself || !event.currentTarget.open) return;
        // It opens below the end of the view.
        event.currentTarget.scrollIntoView({ block: 'start' });
        form.current?.querySelector('input')?.focus({ preventScroll: true });
      }}
    >
      <summary>{words.decideWithReason}</summary>
      <form
        ref={form}
        noValidate
        onSubmit={event => {
          event.preventDefault();
          decide();
        }}
      >
        <fieldset>
          <legend class="visually-hidden">{words.decision}</legend>
          <div class="chips">
            {choices.map(one => (
              <label key={one} class={outcome === one ? 'chip chosen' : 'chip'}>
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
          </div>
          <small>{rule === 'secret' ? words.decisionBoundSecretly : words.decisionBound}</small>
        </fieldset>
        <CountedText
          label={words.reasonFor}
          name="reason"
          limits={REASON}
          rows={2}
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
          rows={2}
          required={false}
          hint={words.officialReplyHint}
          value={reply}
          onInput={reply => change({ reply })}
          error={errors.reply}
        />
        <button type="submit" disabled={outcome === undefined}>
          {words.decide}
        </button>
        <StorageWarning />
      </form>
    </details>
  );
}
