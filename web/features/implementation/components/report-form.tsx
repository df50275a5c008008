/** The progress of a piece of work: a number to type or to drag, and a note. */
import { reportProgress } from '../../../../shared/contract/routes/implementation.ts';
import { REASON } from '../../../../shared/domain/kernel/text.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { CountedText } from '../../../ui/form/counted-text.tsx';
import { Field } from '../../../ui/form/field.tsx';
import { ActForm, useActFields } from '../../ideas/index.ts';
import { useImplementationWords } from '../words.ts';
import { checkReport, type OwnedIdea } from '../work.ts';

interface Props {
  readonly idea: OwnedIdea;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

export function ReportForm({ idea, onDone, onCancel }: Props) {
  const common = useWords();
  const words = useImplementationWords();
  const { fields, change, drop } = useActFields('report', idea, {
    progress: String(idea.implementation?.progress ?? 0),
    note: '',
  });
  return (
    <ActForm
      idea={idea}
      act="report"
      label={words.report}
      check={() => checkReport(fields, common, words.notPercent)}
      send={(call, request) => call(reportProgress, request)}
      drop={drop}
      onDone={onDone}
      onCancel={onCancel}
    >
      {errors => (
        <>
          <Field
            label={words.progressField}
            error={errors.progress}
            hint={fields.progress === '100' ? words.allDone : undefined}
          >
            {control => (
              <div class="slider">
                <input
                  {...control}
                  name="progress"
                  type="text"
                  inputMode="numeric"
                  autocomplete="off"
                  value={fields.progress}
                  onInput={event => change({ progress: event.currentTarget.value })}
                />
                <input
                  type="range"
                  min={0}
                  max={100}
                  step={5}
                  aria-label={words.progressSlider}
                  value={fields.progress}
                  onInput={event => change({ progress: event.currentTarget.value })}
                />
              </div>
            )}
          </Field>
          <CountedText
            label={words.reportNote}
            name="note"
            limits={REASON}
            rows={3}
            hint={words.reportNoteHint}
            value={fields.note}
            onInput={note => change({ note })}
            error={errors.note}
          />
        </>
      )}
    </ActForm>
  );
}
