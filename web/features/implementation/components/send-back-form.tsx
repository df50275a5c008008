/** Sends a piece of work back, with what is missing. */
import { sendBackIdea } from '../../../../shared/contract/routes/implementation.ts';
import { REASON } from '../../../../shared/domain/kernel/text.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { CountedText } from '../../../ui/form/counted-text.tsx';
import { checkText } from '../../../ui/form/text-error.ts';
import { ActForm, useActFields, type WorkItem } from '../../ideas/index.ts';
import { useImplementationWords } from '../words.ts';

interface Props {
  readonly item: WorkItem;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

export function SendBackForm({ item, onDone, onCancel }: Props) {
  const common = useWords();
  const words = useImplementationWords();
  const { fields, change, drop } = useActFields('send-back', item, {
    reason: '',
  });
  return (
    <ActForm
      idea={item}
      act="send-back"
      label={words.sendBack}
      check={() => checkText('reason', fields.reason, REASON, common)}
      send={(call, { body: reason, ...request }) =>
        call(sendBackIdea, { ...request, body: { reason } })
      }
      drop={drop}
      onDone={onDone}
      onCancel={onCancel}
    >
      {errors => (
        <CountedText
          label={words.sendBackReason}
          name="reason"
          limits={REASON}
          rows={3}
          hint={words.sendBackHint}
          value={fields.reason}
          onInput={reason => change({ reason })}
          error={errors.reason}
        />
      )}
    </ActForm>
  );
}
