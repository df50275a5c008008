/** Completes a piece of work: what was done, and its yearly benefit. */
import { completeIdea } from '../../../../shared/contract/routes/implementation.ts';
import { REASON } from '../../../../shared/domain/kernel/text.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { CountedText } from '../../../ui/form/counted-text.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { ActForm, useActFields } from '../../ideas/index.ts';
import { PhotoField, useSendPhotos } from '../../photos/index.ts';
import { useImplementationWords } from '../words.ts';
import { checkCompletion, type OwnedIdea } from '../work.ts';

interface Props {
  readonly idea: OwnedIdea;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

export function CompletionForm({ idea, onDone, onCancel }: Props) {
  const common = useWords();
  const words = useImplementationWords();
  const { fields, change, drop } = useActFields('complete', idea, {
    done: '',
    claimedBenefit: '',
    photos: '',
  });
  const sendPhotos = useSendPhotos('result');
  return (
    <ActForm
      idea={idea}
      act="complete"
      label={words.complete}
      question={words.confirmComplete(idea.title)}
      check={() => checkCompletion(fields, common)}
      send={async (call, { body, ...request }) =>
        call(completeIdea, { ...request, body: { ...body, ...(await sendPhotos(fields.photos)) } })
      }
      drop={drop}
      onDone={onDone}
      onCancel={onCancel}
    >
      {errors => (
        <>
          <CountedText
            label={words.doneField}
            name="done"
            limits={REASON}
            rows={4}
            hint={words.doneHint}
            value={fields.done}
            onInput={done => change({ done })}
            error={errors.done}
          />
          <PhotoField of="result" value={fields.photos} onChange={photos => change({ photos })} />
          <NumberField
            label={words.claimedField}
            name="claimedBenefit"
            hint={words.claimedHint}
            error={errors.claimedBenefit}
            value={fields.claimedBenefit}
            onInput={claimedBenefit => change({ claimedBenefit })}
          />
        </>
      )}
    </ActForm>
  );
}
