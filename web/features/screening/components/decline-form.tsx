/** Declines the chosen ideas with one reason, after a confirmation. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Call, ReplyOf } from '../../../../shared/contract/client.ts';
import type { dismissIdeas } from '../../../../shared/contract/routes/screening.ts';
import type { RoundId } from '../../../../shared/domain/kernel/ids.ts';
import { REASON } from '../../../../shared/domain/kernel/text.ts';
import { useConfirmation } from '../../../ui/confirmation.tsx';
import { CountedText } from '../../../ui/form/counted-text.tsx';
import { draftOf } from '../../../ui/form/draft-fields.ts';
import { checkText } from '../../../ui/form/text-error.ts';
import { useDraft } from '../../../ui/form/use-draft.ts';
import { useFieldErrors } from '../../../ui/form/use-field-errors.ts';
import { ActFailure, useAct } from '../../ideas/index.ts';
import type { ScreenedIdea } from '../screening.ts';
import { useScreeningWords } from '../words.ts';

type Reply = ReplyOf<typeof dismissIdeas>;
type Ideas = readonly ScreenedIdea[];

interface Props {
  readonly round: RoundId;
  readonly chosen: Ideas;
  readonly send: (call: Call, ideas: Ideas, reason: string) => Promise<Reply>;
  readonly onDone: (reply: Reply, ideas: Ideas) => void;
  readonly onCancel: () => void;
}

export function DeclineForm({ round, chosen, send, onDone, onCancel }: Props) {
  const words = useScreeningWords();
  const form = useRef<HTMLFormElement>(null);
  const { draft, change, drop } = useDraft(['dismiss', round], draftOf({ reason: '' }));
  const { reason } = draft;
  const { ask, confirmation } = useConfirmation();
  const declining = useAct(
    (call, { ideas, reason }: { readonly ideas: Ideas; readonly reason: string }) =>
      send(call, ideas, reason),
    (reply, { ideas }) => {
      drop();
      onDone(reply, ideas);
    },
    { rereads: true },
  );
  const { errors, lookOver } = useFieldErrors(form, declining.error, () =>
    checkText('reason', reason, REASON, words),
  );
  useLayoutEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  return (
    <form
      ref={form}
      noValidate
      onSubmit={event => {
        event.preventDefault();
        declining.reset();
        if (lookOver().ok)
          ask(words.confirmDecline(chosen.length), () =>
            declining.mutate({ ideas: chosen, reason }),
          );
      }}
    >
      <CountedText
        label={words.declineReason}
        name="reason"
        limits={REASON}
        rows={2}
        hint={words.declineHint}
        value={reason}
        onInput={reason => change({ reason })}
        error={errors.reason}
      />
      <ActFailure
        of={declining}
        onDrop={() => {
          drop();
          onCancel();
        }}
      />
      <p class="actions">
        <button
          type="submit"
          aria-busy={declining.isPending}
          disabled={declining.isPending || chosen.length === 0}
        >
          {words.declineChosen(chosen.length)}
        </button>
        <button type="button" class="secondary" disabled={declining.isPending} onClick={onCancel}>
          {words.cancel}
        </button>
      </p>
      {confirmation}
    </form>
  );
}
