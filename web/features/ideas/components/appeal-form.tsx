/** The author's appeal against their declined idea: one text, for the chair. */
import { appealDecision } from '../../../../shared/contract/routes/follow-up.ts';
import { REASON } from '../../../../shared/domain/kernel/text.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { CountedText } from '../../../ui/form/counted-text.tsx';
import { checkText } from '../../../ui/form/text-error.ts';
import type { OwnedIdea } from '../../implementation/index.ts';
import { useActFields } from '../act-fields.ts';
import { useIdeasWords } from '../words.ts';
import { ActForm } from './act-form.tsx';

interface Props {
  readonly idea: OwnedIdea;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

export function AppealForm({ idea, onDone, onCancel }: Props) {
  const common = useWords();
  const words = useIdeasWords();
  const { fields, change, drop } = useActFields('appeal', idea, { text: '' });
  return (
    <ActForm
      idea={idea}
      act="appeal"
      label={words.appeal}
      question={words.confirmAppeal(idea.title)}
      check={() => checkText('text', fields.text, REASON, common)}
      send={(call, { body: text, ...request }) =>
        call(appealDecision, { ...request, body: { text } })
      }
      drop={drop}
      onDone={onDone}
      onCancel={onCancel}
    >
      {errors => (
        <CountedText
          label={words.appealText}
          name="text"
          limits={REASON}
          rows={4}
          hint={words.appealHint}
          value={fields.text}
          onInput={text => change({ text })}
          error={errors.text}
        />
      )}
    </ActForm>
  );
}
